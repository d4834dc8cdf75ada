/// References to cells as Excel writes them: `AB12`.
enum CellReference {
    /// Returns the column from 0 and the row from 1; nil when the text is no reference within a spreadsheet's limits.
    @inline(__always)
    static func parse(_ text: UnsafePointer<CChar>) -> (column: Int, row: Int)? {
        var (column, row, index) = (0, 0, 0)
        while true {
            let byte = UInt8(bitPattern: text[index]) & 0xDF
            guard byte >= 65, byte <= 90 else { break }
            column = column * 26 + Int(byte) - 64
            index += 1
            guard column <= SheetText.maxColumns else { return nil }
        }
        while text[index] != 0 {
            let digit = UInt8(bitPattern: text[index]) &- 48
            guard digit <= 9 else { return nil }
            row = row * 10 + Int(digit)
            index += 1
            guard row <= SheetText.maxRows else { return nil }
        }
        return column > 0 && row > 0 ? (column - 1, row) : nil
    }

    /// Returns the whole number that the text states, up to a million million; nil when it states none.
    static func number(_ text: UnsafePointer<CChar>) -> Int? {
        var (value, index) = (0, 0)
        while text[index] != 0 {
            let digit = UInt8(bitPattern: text[index]) &- 48
            guard digit <= 9, value < 1_000_000_000_000 else { return nil }
            value = value * 10 + Int(digit)
            index += 1
        }
        return index > 0 ? value : nil
    }
}
