extension WorksheetPart {
    /// Writes the cell's value as a field.
    mutating func endCell() throws {
        if type == .shared, let number = sharedNumber {
            guard let shared = workbook.strings.field(number) else {
                throw SpreadsheetError.damaged(file: file, part: part, .sharedText)
            }
            return try text.append(shared, at: column)
        }
        field.removeAll()
        switch type {
        case .text, .inline, .shared:
            // A formula that gives an empty text has an empty value; one that was never computed has none.
            if hasFormula, !hasValue { return try appendFormula() }
            EscapedText.decode(&value)
            CSVField.append(value.bytes, to: &field)
        case .boolean where value.count == 1 && (value[0] | 1) == UInt8(ascii: "1"):
            field.append(value[0] == UInt8(ascii: "1") ? "TRUE" : "FALSE")
        case .error:
            if !value.isEmpty { summary.noteError(row: text.rowNumber, column: column + 1) }
            CSVField.append(value.bytes, to: &field)
        case .date: appendISODate()
        case .number, .boolean:
            value.trim()
            if value.isEmpty {
                if hasFormula { try appendFormula() }
                return
            }
            appendNumber()
        }
        try text.append(field.bytes, at: column)
    }

    /// The number of the shared string; nil when the value is none.
    private var sharedNumber: Int? {
        guard value.count >= 1, value.count <= 10 else { return nil }
        var number = 0
        for byte in value.bytes {
            guard byte &- 48 <= 9 else { return nil }
            number = number * 10 + Int(byte &- 48)
        }
        return number
    }

    private mutating func appendNumber() {
        let format = style < workbook.formats.count ? workbook.formats[style] : .number
        if format != .number, format != .percent {
            let serial = NumberText.double(value.bytes, &formula)
            if serial.isFinite, number.append(value.bytes, to: &formula),
                SerialDate.append(serial, format, is1904: workbook.is1904, to: &field)
            {
                return
            }
        }
        // What is no number, though its cell says so, is kept as it is.
        if !number.append(value.bytes, percent: format == .percent, to: &field) {
            CSVField.append(value.bytes, to: &field)
        }
    }

    /// A day in ISO form. Some programs write midnight after every day.
    private mutating func appendISODate() {
        let format = style < workbook.formats.count ? workbook.formats[style] : .date
        let isDay = value.count > 11 && value[10] == UInt8(ascii: "T") && format != .dateTime
        let isMidnight = isDay && value.bytes[11...].allSatisfy { [0x30, 0x3A, 0x2E, 0x5A].contains($0) }
        if isMidnight { value.truncate(to: 10) }
        CSVField.append(value.bytes, to: &field)
    }

    /// Writes the formula in place of a value that nobody has computed.
    private mutating func appendFormula() throws {
        summary.noteFormula(row: text.rowNumber, column: column + 1)
        FormulaText.append(formula.bytes, to: &field)
        try text.append(field.bytes, at: column)
    }
}
