package import Core

extension CSVWriter {
    /// A character that the dialect's encoding does not have.
    package struct Unencodable: Error, Hashable {
        /// The character, and the encoding that does not have it.
        package let character: Unicode.Scalar
        package let encoding: FileEncoding
    }

    /// Returns the records so far as bytes in the dialect's encoding, with its byte-order mark.
    package func encoded() throws(Unencodable) -> [UInt8] {
        switch dialect.encoding {
        case .utf8: return (dialect.isMarked ? ByteOrderMark.utf8 : []) + bytes
        case .utf16LittleEndian: return utf16 { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian: return utf16 { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .windows1252:
            var encoded: [UInt8] = []
            for character in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                guard let byte = TextEncoding.windows1252Byte(of: character) else {
                    throw Unencodable(character: character, encoding: .windows1252)
                }
                encoded.append(byte)
            }
            return encoded
        }
    }

    private func utf16(_ bytes: (UInt16) -> [UInt8]) -> [UInt8] {
        bytes(0xFEFF) + String(decoding: self.bytes, as: UTF8.self).utf16.flatMap(bytes)
    }
}
