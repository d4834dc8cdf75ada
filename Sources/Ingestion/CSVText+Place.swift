extension CSVText {
    /// Returns where a field of a row starts: its physical line and its character in that line, both from 1. `bytes`
    /// must be the bytes that the text was read from.
    public func place(ofField field: Int, inRow row: Int, of bytes: [UInt8], delimiter: UInt8) -> (
        line: Int, column: Int
    ) {
        var position = row == 0 ? 0 : rows[row - 1].end
        while position < rows[row].end, bytes[position] == 10 || bytes[position] == 13 { position += 1 }
        var (line, column) = (rows[row].line, 1)
        var (passed, isQuoted) = (0, false)
        while passed < field, position < rows[row].end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == delimiter, !isQuoted { passed += 1 }
            if byte == 10 {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            position += 1
        }
        return (line, column)
    }
}
