/// The encoding of a file. UTF-16 is converted to UTF-8 before anything else reads it, so that values are always in a
/// `TextEncoding`.
public enum FileEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// Creates the file encoding for values in the given encoding.
    public init(_ encoding: TextEncoding) {
        switch encoding {
        case .utf8: self = .utf8
        case .windows1252: self = .windows1252
        }
    }
}
