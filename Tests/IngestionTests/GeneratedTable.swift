import TestSupport

/// A small table in a random dialect, sometimes sound and sometimes broken.
struct GeneratedTable {
    var bytes: [UInt8] = []
    var columns: Int
    var delimiter: UInt8

    private static let soup: [UInt8] = Array("\"\"\"\"\r\n\n\r,;\t ab\"\"".utf8) + [0]

    /// Returns a table of random bytes after the header.
    static func soup(_ generator: inout SeededGenerator) -> GeneratedTable {
        var table = GeneratedTable(columns: .random(in: 1...4, using: &generator), delimiter: 44)
        table.writeHeader([10])
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            table.bytes.append(soup.randomElement(using: &generator) ?? 0)
        }
        return table
    }

    /// Returns a table of rows in one dialect, with occasional faults.
    static func rows(_ count: Int, _ generator: inout SeededGenerator, noise: Int = 12) -> GeneratedTable {
        let delimiter = [44, 44, 59, 9, 124].randomElement(using: &generator) ?? 44
        var table = GeneratedTable(columns: .random(in: 1...4, using: &generator), delimiter: UInt8(delimiter))
        let dialects: [[UInt8]] = [[10], [13, 10], [13]]
        let dialect = Int.random(in: 0...3, using: &generator)
        func lineBreak(_ generator: inout SeededGenerator) -> [UInt8] {
            dialects[dialect < 3 ? dialect : .random(in: 0...2, using: &generator)]
        }
        if Int.random(in: 0..<8, using: &generator) == 0 { table.bytes = [0xEF, 0xBB, 0xBF] }
        let nameless = Int.random(in: 0..<8, using: &generator) == 0 ? Int.random(in: 1...3, using: &generator) : 0
        table.writeHeader(Array(repeating: table.delimiter, count: nameless) + lineBreak(&generator))
        for row in 0..<count {
            func happens(_ one: Int) -> Bool { noise > 0 && Int.random(in: 0..<(one * noise), using: &generator) == 0 }
            if happens(1) { table.bytes += lineBreak(&generator) }
            var fields = table.columns
            if happens(1) { fields = .random(in: 1...6, using: &generator) }
            // Fields after the last column are often empty.
            let padding = happens(1) || nameless > 0 ? fields : .max
            if padding < .max { fields += happens(1) ? .random(in: 1...3, using: &generator) : nameless }
            for field in 0..<fields {
                if field > 0 { table.bytes.append(table.delimiter) }
                if field < padding { table.writeValue(&generator) }
                if happens(3) { table.bytes.append(34) }
            }
            if row + 1 < count || !happens(1) { table.bytes += lineBreak(&generator) }
        }
        return table
    }

    private mutating func writeHeader(_ lineBreak: [UInt8]) {
        for column in 0..<columns {
            if column > 0 { bytes.append(delimiter) }
            bytes.append(UInt8(97 + column))
        }
        bytes += lineBreak
    }

    private mutating func writeValue(_ generator: inout SeededGenerator) {
        let pieces: [[UInt8]] = [
            [120], Array("Hartlepool".utf8), [32], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], Array("0123456".utf8),
            [44], [59],
        ]
        var value: [UInt8] = []
        for _ in 0..<Int.random(in: 0...3, using: &generator) { value += pieces.randomElement(using: &generator) ?? [] }
        if Int.random(in: 0..<300, using: &generator) == 0 { value.append(0xE9) }
        // With a control character, a row is not plain; with a NUL, it is rejected.
        if Int.random(in: 0..<40, using: &generator) == 0 {
            value.append([0, 9, 11].randomElement(using: &generator) ?? 0)
        }
        guard Int.random(in: 0..<3, using: &generator) == 0 else {
            bytes += value.filter { $0 != delimiter }
            return
        }
        let extras: [[UInt8]] = [[34, 34], [10], [13, 10], [13], [delimiter], []]
        bytes += [34] + value + (extras.randomElement(using: &generator) ?? []) + [34]
    }
}
