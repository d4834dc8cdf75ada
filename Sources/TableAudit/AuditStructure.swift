package import Audit
package import PipelineDefinition
import Records

/// Resolves the names in a structure definition to the rows and columns of tables.
package struct AuditStructure {
    private let errors: DefinitionErrorCollector

    /// Returns the tables with the structure that the file at the path defines. Throws all errors at once.
    package static func apply(_ path: String, to tables: [AuditedTable]) throws(DefinitionErrors) -> [AuditedTable] {
        let errors = DefinitionErrorCollector()
        let folder = DefinitionFolder(definition: path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let text = folder.text(Located(name, at: SourcePosition(file: path, line: 1, column: 1)), errors)
        let definition = text.flatMap { AuditStructureDefinition.read($0, file: path, errors) }
        let described = AuditStructure(errors: errors).apply(definition?.tables ?? [], to: tables)
        try errors.throwIfAny()
        return described
    }

    private func apply(_ definitions: [AuditStructureDefinition.Table], to tables: [AuditedTable]) -> [AuditedTable] {
        var tables = tables
        for definition in definitions {
            guard let index = tables.firstIndex(where: { $0.table.name == definition.name.value }) else {
                errors.report(
                    .unknownName(of: "table", definition.name.value, known: tables.map(\.table.name)),
                    at: definition.name.position)
                continue
            }
            guard var structure = TableStructure.inferred(tables[index]) else { continue }
            apply(definition.columns, to: &structure)
            apply(definition.rows, to: &structure)
            tables[index] = AuditedTable(tables[index].table, .all(structure))
        }
        return tables
    }

    // MARK: Columns

    private func apply(_ columns: [AuditStructureDefinition.Column], to structure: inout TableStructure) {
        for column in columns {
            guard let place = self.column(column.heading, structure) else { continue }
            let of = column.of.compactMap { self.column($0, structure) }
            let from = column.from.flatMap { self.column($0, structure) }
            switch (column.kind, of.first) {
            case (.value, _): structure.columns[place].role = .value
            case (.unrelated, _): structure.columns[place].role = .unrelated
            case (.difference, let of?): structure.columns[place].role = .difference(of: of, from: from)
            case (.percentChange, let of?): structure.columns[place].role = .percentChange(of: of, from: from)
            case (.rate, let of?): structure.columns[place].role = .rate(of: of, per: column.per)
            case (.share, let of?): structure.columns[place].role = .share(of: of)
            case (.yearToDate, _):
                structure.columns[place].role = .value
                structure.yearToDate.removeAll { $0.total == place }
                structure.yearToDate.append(TableStructure.Sum(total: place, parts: of))
            case (_, nil): continue
            }
            if let area = column.area { structure.columns[place].subject = Label.folded(area) }
            let parts = column.sumOf.compactMap { self.column($0, structure) }
            if !parts.isEmpty {
                structure.columnSums.removeAll { $0.total == place }
                structure.columnSums.append(TableStructure.Sum(total: place, parts: parts))
            }
        }
    }

    private func column(_ heading: Located<String>, _ structure: TableStructure) -> Int? {
        let headings = structure.columns.map(\.heading)
        if let place = headings.firstIndex(where: { Label.folded($0) == Label.folded(heading.value) }) { return place }
        errors.report(.unknownName(of: "column", heading.value, known: headings), at: heading.position)
        return nil
    }

    // MARK: Rows

    private func apply(_ rows: [AuditStructureDefinition.Row], to structure: inout TableStructure) {
        for row in rows {
            guard let place = self.row(row.label, in: row.section, structure) else { continue }
            if let denominator = row.denominator { structure.rows[place].denominator = denominator }
            let parts = (row.sumOf + row.atLeast).compactMap { part in
                self.row(part, in: nil, structure, near: place).map { structure.rows[$0].row }
            }
            guard !parts.isEmpty else { continue }
            let total = structure.rows[place].row
            structure.rowSums.removeAll { $0.total == total }
            structure.rowSums.append(TableStructure.Sum(total: total, parts: parts, isComplete: row.atLeast.isEmpty))
        }
    }

    /// Returns the row with the label. Of several rows, it prefers the row in the given section. Without a section, it
    /// prefers the row in the same section as the row at `place`.
    private func row(
        _ label: Located<String>, in section: Located<String>?, _ structure: TableStructure, near place: Int? = nil
    ) -> Int? {
        let fitting = structure.rows.indices.filter {
            Label.folded(structure.rows[$0].label) == Label.folded(label.value)
        }
        if fitting.isEmpty {
            errors.report(
                .unknownName(of: "row", label.value, known: structure.rows.map(\.label)), at: label.position)
            return nil
        }
        let wanted = section.map { Label.folded($0.value) } ?? place.map { Label.folded(structure.rows[$0].section) }
        guard fitting.count > 1, let wanted else { return fitting.first }
        return fitting.first { Label.folded(structure.rows[$0].section) == wanted } ?? fitting.first
    }
}
