import Glibc

/// A cell's text in its form in CSV.
enum CSVField {
    private static let quote = UInt8(ascii: "\"")

    /// Appends the text, in quotes where it needs them. Each line break becomes a lone CR.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
        guard let start = text.baseAddress else { return }
        guard needsQuotes(text) else {
            buffer.append(start, text.count)
            return
        }
        buffer.append(quote)
        var index = 0
        while index < text.count {
            switch text[index] {
            case quote:
                buffer.append(quote)
                buffer.append(quote)
            case 10: buffer.append(13)
            case 13:
                buffer.append(13)
                if index + 1 < text.count, text[index + 1] == 10 { index += 1 }
            case let byte: buffer.append(byte)
            }
            index += 1
        }
        buffer.append(quote)
    }

    private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in text where byte <= UInt8(ascii: ",") {
            if byte == UInt8(ascii: ",") || byte == quote || byte == 10 || byte == 13 { return true }
        }
        return false
    }
}
