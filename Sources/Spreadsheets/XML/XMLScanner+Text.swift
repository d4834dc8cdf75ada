import Glibc

extension XMLScanner {
    /// Reads text up to the next tag, or up to the last whole character that is there.
    mutating func scanText<Part: XMLPart & ~Copyable>(
        _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Step {
        let (bytes, end, start) = (bytes, end, position)
        if context.pointee.depth >= context.pointee.unwantedDepth {
            let tag = memchr(bytes + start, 0x3C, end - start)
            position = tag.map { $0 - UnsafeMutableRawPointer(bytes) } ?? end
            return .done
        }
        var stop = start
        var (isASCII, isPlain) = (true, true)
        while stop < end, bytes[stop] != 0x3C {
            let byte = bytes[stop]
            if byte >= 0x80 { isASCII = false }
            if byte < 0x20 || byte == 0x26 { isPlain = false }
            stop += 1
        }
        if stop == end {
            // A character or a reference may go on in the next piece. No reference is longer than this.
            while stop > start, bytes[stop - 1] >= 0x80 { stop -= 1 }
            if let mark = (max(start, stop - 16)..<stop).last(where: { bytes[$0] == 0x26 }) { stop = mark }
            if stop == start { return end - start > 64 ? .malformed : .needsMore }
        }
        let text = UnsafeBufferPointer(start: bytes + start, count: stop - start)
        if !isASCII, !XMLText.isUTF8(text) { return .malformed }
        if open.isEmpty {
            guard text.allSatisfy({ [0x20, 9, 10, 13].contains($0) }) else { return .malformed }
        } else if isPlain {
            pass(start, stop - start, part, context)
        } else if !scanPieces(start, stop, part, context) {
            return .malformed
        }
        position = stop
        return .done
    }

    /// Reads text with references or control characters. Returns false when it is malformed.
    private func scanPieces<Part: XMLPart & ~Copyable>(
        _ start: Int, _ stop: Int, _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Bool {
        var (piece, index) = (start, start)
        while index < stop {
            let byte = bytes[index]
            if byte < 0x20, byte != 9, byte != 10, byte != 13 { return false }
            guard byte == 0x26 else {
                index += 1
                continue
            }
            pass(piece, index - piece, part, context)
            guard let (scalar, length) = XMLText.reference(bytes + index, stop - index) else { return false }
            var character = (UInt64(0), 0)
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                character.0 |= UInt64(byte) << UInt64(8 * character.1)
                character.1 += 1
            }
            withUnsafeBytes(of: &character.0) { bytes in
                if let base = bytes.baseAddress {
                    part.pointee.append(base.assumingMemoryBound(to: CChar.self), character.1, context)
                }
            }
            index += length
            piece = index
            if context.pointee.isStopped { return true }
        }
        pass(piece, stop - piece, part, context)
        return true
    }

    @inline(__always)
    private func pass<Part: XMLPart & ~Copyable>(
        _ start: Int, _ count: Int, _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        guard count > 0 else { return }
        part.pointee.append(UnsafeRawPointer(bytes + start).assumingMemoryBound(to: CChar.self), count, context)
    }

    /// Reads a comment or a section of characters; refuses a document type.
    mutating func scanMarkup<Part: XMLPart & ~Copyable>(
        _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Step {
        guard end - position >= 9 else { return .needsMore }
        if memcmp(bytes + position, "<!--", 4) == 0 { return skip(past: "-->", from: 4) }
        if memcmp(bytes + position, "<!DOCTYPE", 9) == 0 {
            context.pointee.refuseDoctype()
            return .done
        }
        guard memcmp(bytes + position, "<![CDATA[", 9) == 0, !open.isEmpty else { return .malformed }
        guard let stop = find("]]>", from: 9) else { return .needsMore }
        let text = UnsafeBufferPointer(start: bytes + position + 9, count: stop - position - 9)
        guard XMLText.isUTF8(text), !text.contains(where: { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 }) else {
            return .malformed
        }
        pass(position + 9, text.count, part, context)
        position = stop + 3
        return .done
    }
}

/// Characters of XML.
enum XMLText {
    /// Whether the bytes are UTF-8 that XML allows.
    static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// Returns the character that a reference stands for, such as `&amp;` or `&#10;`, and the reference's length.
    static func reference(_ text: UnsafePointer<UInt8>, _ count: Int) -> (Unicode.Scalar, Int)? {
        let bytes = UnsafeBufferPointer(start: text, count: min(count, 16))
        guard let end = bytes.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[1..<end], as: UTF8.self)
        if let scalar = named[name] { return (scalar, end + 1) }
        let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
        guard name.hasPrefix("#"), !digits.isEmpty, digits.first != "+", digits.first != "-",
            let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
            value >= 0x20 || value == 9 || value == 10 || value == 13, let scalar = Unicode.Scalar(value)
        else { return nil }
        return (scalar, end + 1)
    }

    private static let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
}
