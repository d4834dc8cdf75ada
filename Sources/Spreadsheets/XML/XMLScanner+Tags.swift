import Glibc

extension XMLScanner {
    private static let equals = UInt8(ascii: "="), slash = UInt8(ascii: "/"), greater = UInt8(ascii: ">")

    /// Reads a start tag. Nothing is changed until the whole tag is there.
    mutating func scanStart<Part: XMLPart & ~Copyable>(
        _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Step {
        let bytes = bytes, end = end
        var index = position + 1
        var names: UInt8 = 0
        let nameStart = index
        while index < end, Self.isName(bytes[index]) {
            names |= bytes[index]
            index += 1
        }
        let nameLength = index - nameStart
        guard index < end else { return .needsMore }
        guard nameLength > 0, !open.isEmpty || !hasRoot else { return .malformed }
        if context.pointee.depth >= context.pointee.unwantedDepth {
            return skipStart(nameStart, nameLength, context)
        }
        var (count, declares, isEmpty) = (0, false, false)
        while true {
            let before = index
            while index < end, Self.isBlank(bytes[index]) { index += 1 }
            guard index < end else { return .needsMore }
            if bytes[index] == Self.greater { break }
            if bytes[index] == Self.slash {
                guard index + 1 < end else { return .needsMore }
                guard bytes[index + 1] == Self.greater else { return .malformed }
                isEmpty = true
                break
            }
            guard index > before else { return .malformed }
            let start = index
            while index < end, Self.isName(bytes[index]) {
                names |= bytes[index]
                index += 1
            }
            let length = index - start
            while index < end, Self.isBlank(bytes[index]) { index += 1 }
            guard index < end else { return .needsMore }
            guard length > 0, bytes[index] == Self.equals else { return .malformed }
            index += 1
            while index < end, Self.isBlank(bytes[index]) { index += 1 }
            guard index < end else { return .needsMore }
            let quote = bytes[index]
            guard quote == 0x22 || quote == 0x27 else { return .malformed }
            let value = index + 1
            index = value
            while index < end, bytes[index] != quote { index += 1 }
            guard index < end else { return .needsMore }
            if count == attributeCapacity { growAttributes() }
            note(count, name: start, length: length, value: value)
            if bytes[start] == 0x78, length >= 5, memcmp(bytes + start, "xmlns", 5) == 0 { declares = true }
            count += 1
            index += 1
        }
        let tag = UnsafeBufferPointer(start: bytes + nameStart, count: index - nameStart)
        guard names < 0x80 || XMLText.isUTF8(tag) else { return .malformed }
        // The whole tag is there: values end with a NUL in place of their quote.
        for number in 0..<count {
            guard terminate(number) else { return .malformed }
        }
        attributes[2 * count] = nil
        context.pointee.tagOffset = reader.count - (end - position)
        position = index + (isEmpty ? 2 : 1)
        guard context.pointee.deepen() else { return .done }
        let list = XMLAttributes(pointer: attributes, lengths: lengths)
        if declares { context.pointee.names.declare(list, depth: context.pointee.depth) }
        let name = UnsafeRawPointer(bytes + nameStart).assumingMemoryBound(to: CChar.self)
        let token = context.pointee.names.element(name, nameLength)
        if !isEmpty {
            openNames.append(bytes + nameStart, nameLength)
            open.append((token, nameLength))
        }
        hasRoot = true
        part.pointee.start(token, list, context)
        if isEmpty, !context.pointee.isStopped { finish(token, part, context) }
        return .done
    }

    /// Skips the rest of a start tag, and only notes that its element is open.
    private mutating func skipStart(
        _ nameStart: Int, _ nameLength: Int, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Step {
        let bytes = bytes, end = end
        var index = nameStart + nameLength
        while index < end, bytes[index] != Self.greater {
            if bytes[index] == 0x22 || bytes[index] == 0x27 {
                let quote = bytes[index]
                index += 1
                while index < end, bytes[index] != quote { index += 1 }
            }
            index += 1
        }
        guard index < end else { return .needsMore }
        position = index + 1
        guard bytes[index - 1] != Self.slash else { return .done }
        guard context.pointee.deepen() else { return .done }
        openNames.append(bytes + nameStart, nameLength)
        open.append((.other, nameLength))
        return .done
    }

    /// Reads an end tag, which must have the name of the element that is open.
    mutating func scanEnd<Part: XMLPart & ~Copyable>(
        _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Step {
        guard let (token, length) = open.last else { return .malformed }
        var index = position + 2 + length
        guard index < end else { return position + XMLReader.maxTag < end ? .malformed : .needsMore }
        let start = openNames.count - length
        guard memcmp(bytes + position + 2, openNames.start + start, length) == 0 else { return .malformed }
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
        guard index < end else { return .needsMore }
        guard bytes[index] == Self.greater else { return .malformed }
        position = index + 1
        open.removeLast()
        openNames.truncate(to: start)
        finish(token, part, context)
        return .done
    }

    @inline(__always)
    private func finish<Part: XMLPart & ~Copyable>(
        _ token: XMLToken, _ part: UnsafeMutablePointer<Part>, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        context.pointee.names.end(depth: context.pointee.depth)
        context.pointee.depth -= 1
        part.pointee.end(token, context)
    }

    private mutating func growAttributes() {
        let larger = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: 4 * attributeCapacity + 2)
        let longer = UnsafeMutablePointer<Int>.allocate(capacity: 2 * attributeCapacity)
        memcpy(larger, attributes, 2 * attributeCapacity * MemoryLayout<UnsafePointer<CChar>?>.stride)
        memcpy(longer, lengths, attributeCapacity * MemoryLayout<Int>.stride)
        attributes.deallocate()
        lengths.deallocate()
        (attributes, lengths, attributeCapacity) = (larger, longer, 2 * attributeCapacity)
    }

    @inline(__always)
    private func note(_ number: Int, name: Int, length: Int, value: Int) {
        attributes[2 * number] = UnsafeRawPointer(bytes + name).assumingMemoryBound(to: CChar.self)
        attributes[2 * number + 1] = UnsafeRawPointer(bytes + value).assumingMemoryBound(to: CChar.self)
        lengths[number] = length
    }

    /// Turns an attribute's name and value into C strings. Returns false when the value is malformed.
    @inline(__always)
    private func terminate(_ number: Int) -> Bool {
        guard let name = attributes[2 * number], let value = attributes[2 * number + 1] else { return false }
        let nameStart = Int(bitPattern: name) - Int(bitPattern: bytes)
        let start = Int(bitPattern: value) - Int(bitPattern: bytes)
        let quote = bytes[start - 1]
        var (index, isASCII, isPlain) = (start, true, true)
        while bytes[index] != quote {
            let byte = bytes[index]
            if byte >= 0x80 { isASCII = false }
            if byte < 0x20 || byte == 0x26 || byte == 0x3C { isPlain = false }
            index += 1
        }
        bytes[index] = 0
        bytes[nameStart + lengths[number]] = 0
        guard isASCII || XMLText.isUTF8(UnsafeBufferPointer(start: bytes + start, count: index - start)) else {
            return false
        }
        guard !isPlain else { return true }
        var kept = start
        var place = start
        while place < index {
            switch bytes[place] {
            case 9, 10, 13: bytes[kept] = 0x20
            case 0..<0x20, 0x3C: return false
            case 0x26:
                guard let (scalar, length) = XMLText.reference(bytes + place, index - place) else { return false }
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    bytes[kept] = byte
                    kept += 1
                }
                place += length
                continue
            default: bytes[kept] = bytes[place]
            }
            (kept, place) = (kept + 1, place + 1)
        }
        bytes[kept] = 0
        return true
    }

    /// Letters, digits and the marks that names have, as bits for the first and the second 64 characters of ASCII.
    private static var lowNames: UInt64 { 0x07FF_6000_0000_0000 }
    private static var highNames: UInt64 { 0x07FF_FFFE_87FF_FFFE }

    /// Whether the byte can belong to a name.
    @inline(__always)
    private static func isName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte < 64 ? lowNames : highNames) >> UInt64(byte & 63) & 1 == 1
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 10 || byte == 13 || byte == 9 }
}
