extension AuditReport {
    /// A name of the finding that stays the same while the figures around it change: of its kind, its table, and the rows and
    /// columns of its cells.
    public func identifier(of finding: AuditFinding) -> String {
        var parts = [finding.rule.rawValue]
        for cell in finding.cells {
            let naming = names[cell.place.table]
            parts += [
                tables[cell.place.table].name, naming.sections[cell.place.row] ?? "", label(of: cell.place),
                heading(of: cell.place),
            ].map(Label.folded)
        }
        // What is about no cell is about what its sentence names before the colon.
        if finding.cells.isEmpty { parts += finding.evidence.prefix(1).map { String($0.prefix { $0 != ":" }) } }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in parts.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The line of the file on which the cell's row starts; nil when it comes from no file.
    public func line(of place: CellPlace) -> Int? {
        let lines = tables[place.table].lines
        return lines.indices.contains(place.row) ? lines[place.row] : nil
    }

    /// The cell as a spreadsheet program names it: `B14`.
    public func reference(of place: CellPlace) -> String {
        var letters = ""
        var rest = place.column + 1
        while rest > 0 {
            letters.insert(Character(UnicodeScalar(UInt8(65 + (rest - 1) % 26))), at: letters.startIndex)
            rest = (rest - 1) / 26
        }
        return letters + "\(sheetRow(of: place))"
    }

    /// Blank lines are rows of a sheet; the lines of one cell are not.
    private func sheetRow(of place: CellPlace) -> Int {
        guard let line = line(of: place) else { return place.row + 1 }
        let table = tables[place.table]
        let within = table.cells[..<place.row].reduce(0) { count, row in
            count + (row.map { text in text.count { $0 == "\n" || $0 == "\r\n" } }.reduce(0, +))
        }
        return line - within
    }
}
