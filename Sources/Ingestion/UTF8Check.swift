/// Checks a stream of blocks for valid UTF-8, by the standard library.
struct UTF8Check {
    /// The first bytes of a character that goes on in the next block.
    private var begun: [UInt8] = []

    /// Returns the position of the first invalid byte in the block; nil when there is none.
    mutating func firstFault(_ bytes: Span<UInt8>) -> Int? {
        var position = 0
        while !begun.isEmpty, position < bytes.count {
            // The earlier bytes were valid, so that only the new byte can be wrong.
            begun.append(bytes[position])
            if let fault = Self.fault(in: begun.span) {
                guard fault.isCutOff else { return position }
            } else {
                begun = []
            }
            position += 1
        }
        let rest = bytes.extracting(position...)
        guard let fault = Self.fault(in: rest) else { return nil }
        guard fault.isCutOff else { return position + fault.byte }
        for index in fault.character..<rest.count { begun.append(rest[index]) }
        return nil
    }

    /// Whether the stream can end here.
    var isComplete: Bool { begun.isEmpty }

    private struct Fault {
        /// Where the invalid character begins, and its first byte that cannot follow the bytes before it.
        let character, byte: Int
        /// Whether the bytes end before the character does.
        let isCutOff: Bool
    }

    private static func fault(in bytes: Span<UInt8>) -> Fault? {
        do {
            _ = try UTF8Span(validating: bytes)
            return nil
        } catch {
            // Where a character begins correctly, the standard library names the bytes before the wrong one.
            let wrong = error.byteOffsets
            let isBegun = (0xC2...0xF4).contains(bytes[wrong.lowerBound])
            return Fault(
                character: wrong.lowerBound, byte: isBegun ? wrong.upperBound : wrong.lowerBound,
                isCutOff: isBegun && wrong.upperBound == bytes.count)
        }
    }
}
