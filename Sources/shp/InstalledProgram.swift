import Glibc

/// Programs of others that a run may need.
enum InstalledProgram {
    /// The path of the program, by the user's own search path; nil when it is not installed.
    static func path(of name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? ""
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
