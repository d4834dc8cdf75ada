import Core

extension AuditReport {
    /// Returns an id for the finding that stays the same while the figures around it change. It depends on the
    /// finding's rule, its table, and the rows and columns of its cells. Where several tables, rows or columns have the
    /// same name, the id of all but the first also has their number.
    public func identifier(of finding: AuditFinding) -> String {
        var parts = [finding.rule.rawValue]
        for cell in finding.cells {
            parts += self.parts(of: cell.place.table, row: cell.place.row, column: cell.place.column)
        }
        if finding.cells.isEmpty, let table = finding.table, finding.row != nil || finding.column != nil {
            parts += self.parts(of: table, row: finding.row, column: finding.column)
        } else if finding.cells.isEmpty {
            // A finding about a table or a file is identified by the words before the colon in its sentence.
            parts += finding.evidence.prefix(1).map { String($0.prefix { $0 != ":" }) }
            parts += repetition("table", finding.table.map { names[$0].occurrence })
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in parts.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func parts(of table: Int, row: Int?, column: Int?) -> [String] {
        let naming = names[table]
        let place = CellPlace(table: table, row: row ?? 0, column: column ?? 0)
        var words = [tables[table].name]
        if row != nil { words += [naming.sections[place.row] ?? "", label(of: place)] }
        if column != nil { words.append(heading(of: place)) }
        return words.map(Label.folded) + repetition("table", naming.occurrence)
            + repetition("row", row.flatMap { naming.rowOccurrences[$0] })
            + repetition("column", column.flatMap { naming.columnOccurrences[$0] })
    }

    private func repetition(_ kind: String, _ occurrence: Int?) -> [String] {
        guard let occurrence, occurrence > 1 else { return [] }
        return ["\(kind) \(occurrence)"]
    }

    /// The line of the file on which the cell's row starts; nil when the table comes from no file.
    public func line(of place: CellPlace) -> Int? {
        let lines = tables[place.table].lines
        return lines.indices.contains(place.row) ? lines[place.row] : nil
    }

    /// The cell's reference in a spreadsheet program: `B14`.
    public func reference(of place: CellPlace) -> String {
        let rows = names[place.table].sheetRows
        return ColumnLetters.of(place.column) + "\(rows.indices.contains(place.row) ? rows[place.row] : place.row + 1)"
    }
}
