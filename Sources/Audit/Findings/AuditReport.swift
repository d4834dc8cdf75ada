/// What an audit of some tables found.
public struct AuditReport: Hashable, Sendable {
    /// The tables, in the order in which they were given.
    public let tables: [PrintedTable]
    /// For each table the headings of its columns and the labels of its rows, by their positions.
    public let names: [TableNaming]
    /// In the order of the cells that they begin with.
    public let findings: [AuditFinding]
    /// How many numbers were looked at, and how many relations between them.
    public let figures: Int
    public let relations: Int
    /// For each table how many of its figures were checked.
    public let coverage: [TableCoverage]

    /// How the rows and columns of a table are called.
    public struct TableNaming: Hashable, Sendable {
        public let headings: [Int: String]
        public let labels: [Int: String]
        /// The sections of the rows, and the columns that have figures.
        public let sections: [Int: String]
        public let figures: Set<Int>
    }

    /// Whether something that is printed cannot be true.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// How many of the figures were checked against others.
    public var checked: Int { coverage.reduce(0) { $0 + $1.checked } }

    /// The tables of which fewer than so many figures of a hundred were checked; those without any are among them.
    public func tables(coveredLessThan percent: Int) -> [Int] {
        coverage.indices.filter { coverage[$0].checked == 0 || coverage[$0].percent < percent }
    }

    /// How many findings are so grave.
    public func count(_ severity: AuditFinding.Severity) -> Int { findings.count { $0.severity == severity } }

    /// `recorded-crime-local, 'Bicycle Theft', '% change'`.
    public func name(of place: CellPlace) -> String {
        "\(tables[place.table].name), '\(label(of: place))', '\(heading(of: place))'"
    }

    /// The label of the cell's row.
    public func label(of place: CellPlace) -> String { names[place.table].labels[place.row] ?? "row \(place.row + 1)" }

    /// The heading of the cell's column.
    public func heading(of place: CellPlace) -> String {
        names[place.table].headings[place.column] ?? "column \(place.column + 1)"
    }

    /// The report with other findings besides.
    public func adding(_ more: [AuditFinding]) -> AuditReport {
        AuditReport(
            tables: tables, names: names, findings: (findings + more).inOrder, figures: figures, relations: relations,
            coverage: coverage)
    }
}

extension [AuditFinding] {
    /// By the cells that they begin with, then by rule.
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
