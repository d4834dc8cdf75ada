/// What spreadsheets put before a text to say how its bytes are to be read.
public enum ByteOrderMark {
    /// The three bytes before a text in UTF-8.
    public static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The bytes without the mark that they may begin with.
    public static func removed(from bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: utf8) ? Array(bytes.dropFirst(utf8.count)) : bytes
    }
}
