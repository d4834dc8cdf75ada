/// How the bytes of a file are text. UTF-16 is turned into UTF-8 before anything reads it, so that values are only ever
/// in a `TextEncoding`.
public enum FileEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// The encoding of a file whose values are in the given one.
    public init(_ encoding: TextEncoding) {
        switch encoding {
        case .utf8: self = .utf8
        case .windows1252: self = .windows1252
        }
    }
}
