extension ContentPart {
    /// Writes the cell's value as a field, as often as the cell is repeated.
    mutating func endCell() throws {
        let place = column
        let (sum, overflow) = column.addingReportingOverflow(cell.repeated)
        column = overflow ? Int.max : sum
        // A merged cell hides what lies under it.
        if cell.isCovered { return }
        if cell.rows > 1 || cell.columns > 1, place < SheetText.maxColumns, text.lines < SheetText.maxRows {
            let first = SheetSummary.Cell(row: text.rowNumber, column: place + 1)
            let last = SheetSummary.Cell(row: text.lines + max(1, cell.rows), column: place + max(1, cell.columns))
            summary.noteMerged(SheetSummary.Range(first: first, last: last))
        }
        field.removeAll()
        appendValue()
        if field.isEmpty, cell.hasFormula, cell.type == .none {
            summary.noteFormula(row: text.rowNumber, column: place + 1)
            FormulaText.append(Self.formula(cell.formula.bytes), to: &field)
        } else if cell.isError, !field.isEmpty {
            summary.noteError(row: text.rowNumber, column: place + 1)
        }
        guard !field.isEmpty else { return }
        guard cell.repeated <= SheetText.maxColumns else { throw LimitReached(.columns) }
        try text.append(field.bytes, at: place, repeated: cell.repeated)
    }

    private mutating func appendValue() {
        if cell.isError { return CSVField.append(cell.text.bytes, to: &field) }
        guard !cell.value.isEmpty else { return CSVField.append(cell.text.bytes, to: &field) }
        switch cell.type {
        case .number, .percentage:
            cell.value.trim()
            if number.append(cell.value.bytes, percent: cell.type == .percentage, to: &field) { return }
        case .time:
            if DurationText.append(cell.value.bytes, to: &field) { return }
        case .boolean:
            let word: StaticString? = cell.value[0] == UInt8(ascii: "t") ? "TRUE" : "FALSE"
            if let word { return field.append(word) }
        case .date, .string: break
        case .none:
            if !cell.hasString { return CSVField.append(cell.text.bytes, to: &field) }
        }
        CSVField.append(cell.value.bytes, to: &field)
    }

    /// The formula without the name of its language and its equals sign: `of:=SUM([.A1])`.
    private static func formula(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let sign = text.prefix(16).firstIndex(of: UInt8(ascii: "=")) else { return text }
        return UnsafeBufferPointer(rebasing: text[(sign + 1)...])
    }
}

/// Times as OpenDocument stores them: `PT13H05M00S`.
enum DurationText {
    /// Appends the time as `13:05:00`. Returns false when the text is none.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) -> Bool {
        var milliseconds = 0.0
        var (number, fraction, isNumber) = (0.0, 0.0, false)
        guard let start = text.firstIndex(of: UInt8(ascii: "P")), start <= 1 else { return false }
        for byte in text[(start + 1)...] {
            switch byte {
            case 48...57:
                let digit = Double(byte - 48)
                if fraction == 0 {
                    number = number * 10 + digit
                } else {
                    number += digit * fraction
                    fraction /= 10
                }
                isNumber = true
                continue
            case UInt8(ascii: "."), UInt8(ascii: ","):
                fraction = 0.1
                continue
            case UInt8(ascii: "T"): continue
            case UInt8(ascii: "D"): milliseconds += number * 86_400_000
            case UInt8(ascii: "H"): milliseconds += number * 3_600_000
            case UInt8(ascii: "M"): milliseconds += number * 60_000
            case UInt8(ascii: "S"): milliseconds += number * 1000
            default: return false
            }
            guard isNumber else { return false }
            (number, fraction, isNumber) = (0, 0, false)
        }
        // A million hours are 114 years.
        guard milliseconds < 3.6e12 else { return false }
        if start == 1 { buffer.append(text[0]) }
        SerialDate.append(time: Int(milliseconds.rounded()), to: &buffer)
        return true
    }
}
