/// Damage that a file may suffer on its way, or that a hostile file may have on purpose.
public enum ByteMutation {
    /// Bytes and byte sequences with a special meaning in CSV, in YAML or in an encoding.
    private static let interesting: [[UInt8]] = [
        [34], [34, 34], [44], [59], [9], [10], [13], [13, 10], [0], [0, 0, 0, 0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE],
        [0xFE, 0xFF], [0xE9], [0xC3, 0xA9], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x80], [32], [45], [61],
        Array(",,,,".utf8), Array("Total".utf8), Array("\nTotal,1,2\n".utf8), Array("\n\n".utf8),
        Array("31/02/2019".utf8),
        Array("NA".utf8), Array(": ".utf8), Array("- ".utf8), Array("&a".utf8), Array("*a".utf8), Array("{[".utf8),
        Array("99999999999999999999".utf8), Array("-1".utf8), Array("1e9".utf8),
    ]

    /// The bytes with one to four changes.
    public static func mutated(_ bytes: [UInt8], by generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
        return bytes
    }

    private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        case 1 where place < bytes.count: bytes[place] = .random(in: 0...255, using: &generator)
        case 2: bytes.removeSubrange(chunk(bytes, from: place, &generator))
        case 3:
            let copy = Array(bytes[chunk(bytes, from: place, &generator)])
            bytes.insert(contentsOf: copy, at: .random(in: 0...bytes.count, using: &generator))
        case 4: bytes.removeSubrange(place...)
        case 5:
            let line = Array(bytes[self.line(bytes, at: place)])
            bytes.insert(
                contentsOf: line, at: self.line(bytes, at: .random(in: 0...bytes.count, using: &generator)).lowerBound)
        case 6: bytes.removeSubrange(line(bytes, at: place))
        case 7:
            let byte = interesting.randomElement(using: &generator)?.first ?? 0
            let length = Int.random(in: 1...(Bool.random(using: &generator) ? 40 : 3000), using: &generator)
            bytes.insert(contentsOf: Array(repeating: byte, count: length), at: place)
        default: bytes.insert(contentsOf: interesting.randomElement(using: &generator) ?? [], at: place)
        }
    }

    private static func chunk(_ bytes: [UInt8], from start: Int, _ generator: inout SeededGenerator) -> Range<Int> {
        start..<min(bytes.count, start + .random(in: 0...80, using: &generator))
    }

    /// The physical line around a place, its line feed included.
    private static func line(_ bytes: [UInt8], at place: Int) -> Range<Int> {
        let start = bytes[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
        return start..<max(start, end)
    }
}
