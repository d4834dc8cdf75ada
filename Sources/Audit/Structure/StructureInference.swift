/// Works out what the rows and columns of a table are, from headings and labels, known trees, and figures that add up.
/// A column that is not clear stays unrelated: nothing is audited on a guess.
struct StructureInference {
    let table: PrintedTable
    let readings: Readings
    let names: KnownNames

    /// Returns the structure, completed from the table where only part of it is known; nil when none can be inferred.
    func structure(_ knowledge: AuditedTable.Knowledge) -> TableStructure? {
        switch knowledge {
        case .nothing: return inferred()
        case .all(let structure): return structure
        case .roles(var structure):
            for (index, row) in structure.rows.enumerated() {
                let group = names.group(row.label, section: row.section, table: table.name)
                if let group { structure.rows[index].name = names.name(of: group) }
            }
            RowInference(readings: readings, names: names, table: table.name).decide(&structure)
            if structure.columnSums.isEmpty {
                let values = structure.columns.indices.filter { structure.columns[$0].role == .value }
                let evidence = ColumnSumEvidence(readings: readings, rows: structure.rows.map(\.row))
                structure.columnSums = evidence.sums(of: values)
            }
            return structure
        }
    }

    private func inferred() -> TableStructure? {
        guard readings.width >= 2, let frame = TableFrame(readings: readings, table: table) else { return nil }
        var columns = frame.headings.map { TableStructure.Column(heading: $0, role: .unrelated) }
        for section in frame.keys.sections { columns[section].role = .section }
        columns[frame.keys.label].role = .label
        let rows = rows(frame)
        var structure = TableStructure(columns: columns, rows: rows)
        ColumnInference(readings: readings, frame: frame, rows: rows.map(\.row)).decide(&structure)
        RowInference(readings: readings, names: names, table: table.name).decide(&structure)
        structure.wholes = WholeSearch(readings: readings, structure: structure).wholes
        return structure
    }

    private func rows(_ frame: TableFrame) -> [TableStructure.Row] {
        var section = ""
        var keys = frame.keys.sections.map { _ in "" }
        var rows: [TableStructure.Row] = []
        for row in frame.firstRow..<readings.cells.count {
            let cells = table.cells[row]
            let label = table.text(row: row, column: frame.keys.label)
            let others = cells.indices.filter { $0 != frame.keys.label && !cells[$0].isEmpty }
            if others.isEmpty {
                // A row with only a label is the heading of the rows below it.
                if !label.isEmpty { section = label }
                continue
            }
            if frame.isHeading(cells) { continue }
            for (index, column) in frame.keys.sections.enumerated() {
                let own = table.text(row: row, column: column)
                if !own.isEmpty { keys[index] = own }
            }
            if !keys.isEmpty { section = keys.filter { !$0.isEmpty }.joined(separator: " / ") }
            let group = names.group(label, section: section, table: table.name)
            rows.append(
                TableStructure.Row(
                    row: row, label: label, section: section,
                    name: group.map(names.name) ?? Label.folded(label)))
        }
        return rows
    }
}
