import Files
import Formats
import FoundationEssentials

/// Third-party programs that a run may need.
enum InstalledProgram {
    /// The paths of the installed programs that make formats, by the names of their executables.
    static var ofFormats: [String: String] {
        Dictionary(
            AppendixFormats.executables.compactMap { name in path(of: name).map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Returns the program's path, found through PATH; nil when the program is not installed.
    static func path(of name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first {
            SystemCall.accessError($0, .executable) == nil
        }
    }
}
