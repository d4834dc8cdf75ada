import Files
import Formats
import FoundationEssentials

/// Third-party programs that a run may need.
enum InstalledProgram {
    /// The paths of those that make formats, by the names of their files.
    static var ofFormats: [String: String] {
        Dictionary(
            AppendixFormats.executables.compactMap { name in path(of: name).map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The path of the program, by the user's own search path; nil when it is not installed.
    static func path(of name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first {
            SystemCall.accessError($0, .executable) == nil
        }
    }
}
