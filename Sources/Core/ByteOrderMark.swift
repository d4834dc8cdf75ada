/// The mark that spreadsheet programs put at the start of a text to show its encoding.
public enum ByteOrderMark {
    /// The three bytes that mark a text in UTF-8.
    public static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Returns the bytes without the mark, if they begin with it.
    public static func removed(from bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: utf8) ? Array(bytes.dropFirst(utf8.count)) : bytes
    }
}
