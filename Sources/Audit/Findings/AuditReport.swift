/// The result of an audit of some tables.
public struct AuditReport: Hashable, Sendable {
    /// The tables, in the order in which they were given.
    public let tables: [PrintedTable]
    /// For each table, the headings of its columns and the labels of its rows, by position.
    public let names: [TableNaming]
    /// The findings, ordered by the first cell of each.
    public let findings: [AuditFinding]
    /// How many relations between figures were checked.
    public let relations: Int
    /// For each table, how many of its figures were checked.
    public let coverage: [TableCoverage]

    /// Whether any finding is an error.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// How many figures are printed.
    public var figures: Int { coverage.reduce(0) { $0 + $1.figures } }

    /// How many of the figures were checked against others.
    public var checked: Int { coverage.reduce(0) { $0 + $1.checked } }

    /// Returns the tables in which less than this percentage of the figures, or no figure at all, was checked. Tables
    /// are left out where somebody has accepted that nothing can be checked.
    public func tables(coveredLessThan percent: Int) -> [Int] {
        let accepted = Set(findings.filter { $0.rule == .nothingToCheck && $0.isAccepted }.compactMap(\.table))
        return coverage.indices.filter { table in
            !accepted.contains(table) && (coverage[table].checked == 0 || coverage[table].percent < percent)
        }
    }

    /// Returns the number of findings of this severity.
    public func count(_ severity: AuditFinding.Severity) -> Int { findings.count { $0.severity == severity } }

    /// Returns the name of the cell in messages: `recorded-crime-local, 'Bicycle Theft', '% change'`.
    public func name(of place: CellPlace) -> String {
        "\(tables[place.table].name), '\(label(of: place))', '\(heading(of: place))'"
    }

    /// Returns the label of the cell's row.
    public func label(of place: CellPlace) -> String { names[place.table].labels[place.row] ?? "row \(place.row + 1)" }

    /// Returns the heading of the cell's column.
    public func heading(of place: CellPlace) -> String {
        names[place.table].headings[place.column] ?? "column \(place.column + 1)"
    }

    /// Returns the report with more findings added.
    public func adding(_ more: [AuditFinding]) -> AuditReport { with(findings + more) }

    /// Returns the report with only these findings, in order.
    func with(_ findings: [AuditFinding]) -> AuditReport {
        AuditReport(
            tables: tables, names: names, findings: findings.inOrder, relations: relations, coverage: coverage)
    }
}

extension [AuditFinding] {
    /// The findings ordered by their first cell, then by rule.
    var inOrder: [AuditFinding] {
        sorted { a, b in
            switch (a.cells.first?.place, b.cells.first?.place) {
            case (let a?, let b?) where a != b: a < b
            case (nil, _?): true
            case (_?, nil): false
            default: a.rule.rawValue < b.rule.rawValue
            }
        }
    }
}
