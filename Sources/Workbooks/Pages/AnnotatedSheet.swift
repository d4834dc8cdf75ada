import Files
import Indicators

/// A table as it was printed, with notes on its cells. The last column repeats the notes in words.
struct AnnotatedSheet {
    let table: AnnotatedWorkbook.Table

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        let head = SheetHead(
            title: table.name,
            statements: [
                "This worksheet contains one table.",
                "Cells are as they were printed; blank cells were blank. A cell with a finding has a note, and the last column names the finding.",
            ])
        let headings = Self.unique(table.headings + ["Findings"])
        let rows = table.rows.map { row in
            let notes = zip(row, headings).compactMap { cell, heading in cell.note.map { "\(heading): \($0)" } }
            return row.map(Self.cell) + [SheetLayout.Cell(notes.joined(separator: "; "), .words(isTotal: false))]
        }
        let last = headings.count - 1
        let layout = SheetLayout(
            headings: headings.enumerated().map { index, heading in
                SheetLayout.Cell(heading, Self.isOfNumbers(table, index) ? .numberHeading : .columnHeading)
            }, rows: rows, bounds: headings.indices.map { $0 == last ? 16...80 : 10...48 })
        try layout.write(names.name(for: table.name), under: head, to: sheet)
        for (index, row) in table.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                guard let note = cell.note else { continue }
                try sheet.writeNote(note, row: head.rows + 1 + index, column: column)
            }
        }
    }

    private static func isOfNumbers(_ table: AnnotatedWorkbook.Table, _ column: Int) -> Bool {
        table.rows.contains { $0.indices.contains(column) && $0[column].number != nil }
    }

    /// Returns headings that are unique and not blank, as marked-up tables need them.
    private static func unique(_ headings: [String]) -> [String] {
        var taken: Set<String> = []
        return headings.enumerated().map { index, heading in
            let base = heading.isEmpty ? "Column \(index + 1)" : heading
            var name = base
            var copy = 1
            while !taken.insert(name.lowercased()).inserted {
                copy += 1
                name = "\(base) (\(copy))"
            }
            return name
        }
    }

    private static func cell(_ cell: AnnotatedWorkbook.Cell) -> SheetLayout.Cell {
        guard let (number, decimals, isPercent) = cell.number else {
            return SheetLayout.Cell(cell.text, cell.note == nil ? .words(isTotal: false) : .marked(nil))
        }
        let format = NumberFormat(number, unit: isPercent ? .percent : .words, decimals: decimals)
        return SheetLayout.Cell(
            cell.text, number: CellNumber.value(of: number, decimals: decimals),
            cell.note == nil ? .number(format, isTotal: false) : .marked(format))
    }
}
