import Aggregation
import Audit
import Core
import Indicators
import Records

/// The structure of a table according to the plan, without inference. The first two columns are the section and the
/// label.
struct PrintedStructure {
    let plan: PipelinePlan
    let layout: TableLayout
    let quarter: FinancialQuarter

    func structure(of table: FigureTable) -> TableStructure {
        var structure = TableStructure(columns: columns(table), rows: rows(table))
        let isOfEvents = layout.rows.allSatisfy { Self.events($0.indicator) != nil }
        // A table from which rows were removed does not have this layout any more.
        guard table.rows.count == layout.rows.count else { return structure }
        structure.rowSums = EventSums(rows: layout.rows.map { Self.events($0.indicator) }).sums.map { sum in
            TableStructure.Sum(
                total: sum.total + Self.headings, parts: sum.parts.map { $0 + Self.headings },
                isComplete: sum.isComplete)
        }
        if isOfEvents { structure.columnSums = areaSums }
        if quarter.number == 1 { structure.yearToDate = yearToDate }
        return structure
    }

    /// The number of heading rows, and the number of label columns.
    private static let headings = 1
    private static let labels = 2

    // MARK: Columns

    private func columns(_ table: FigureTable) -> [TableStructure.Column] {
        let figures = zip(table.columns, layout.columns).map { shown, column in
            return TableStructure.Column(
                heading: shown.heading, role: role(of: column), subject: subject(column.area),
                key: column.measure.isSameInEveryTable
                    ? "\(column.area) \(column.measure.rawValue) \(column.period.name(for: quarter))" : nil)
        }
        return [
            TableStructure.Column(heading: table.sectionHeading ?? "", role: .section),
            TableStructure.Column(heading: table.rowHeading, role: .label),
        ] + figures
    }

    private func role(of column: TableLayout.Column) -> TableStructure.Role {
        TableStructure.Role(
            column.measure.definition.relation, value: place(.value, column.period, column.area),
            before: place(.value, .yearBefore, column.area))
    }

    private func place(_ measure: Measure, _ period: PeriodRole, _ area: Int) -> Int? {
        layout.columns.firstIndex { $0.measure == measure && $0.period == period && $0.area == area }.map {
            $0 + Self.labels
        }
    }

    private func subject(_ area: Int) -> String { Label.folded(plan.areas.areas[area].shortName) }

    /// The sums of columns: one for each area that is the sum of other areas, if all of these are shown.
    private var areaSums: [TableStructure.Sum] {
        layout.columns.enumerated().compactMap { index, column in
            guard column.measure == .value, plan.areas.areas[column.area].isTotal else { return nil }
            let parts = plan.areas.parts[column.area].map { place(.value, column.period, $0) }
            guard !parts.isEmpty, !parts.contains(nil) else { return nil }
            return TableStructure.Sum(total: index + Self.labels, parts: parts.compactMap(\.self))
        }
    }

    /// The year-to-date columns of a first quarter. Each equals the quarter's own column.
    private var yearToDate: [TableStructure.Sum] {
        layout.columns.enumerated().compactMap { index, column in
            guard column.measure == .value, column.period == .yearToDate,
                let quarter = place(.value, .quarter, column.area)
            else { return nil }
            return TableStructure.Sum(total: index + Self.labels, parts: [quarter])
        }
    }

    // MARK: Rows

    private func rows(_ table: FigureTable) -> [TableStructure.Row] {
        zip(table.rows, layout.rows).enumerated().map { index, pair in
            let (shown, row) = pair
            return TableStructure.Row(
                row: index + Self.headings, label: shown.label, section: shown.section, name: Self.name(row.indicator),
                denominator: row.indicator.denominator.flatMap {
                    plan.denominators.denominator($0, for: quarter.period)?.title
                })
        }
    }

    /// Returns a name that is the same for all rows that count the same events or persons, whatever their labels.
    private static func name(_ indicator: Indicator) -> String {
        switch indicator.subject {
        case .events(let source, let categories, let flag):
            "events \(source) \(flag.map { "\($0)" } ?? "-") \(categories.sorted().map { "\($0)" }.joined(separator: ","))"
        case .treatment(let source, let measure, let group): "treatment \(source) \(measure.rawValue) \(group.name)"
        case .returned(let source, let name): "return \(source) \(name)"
        }
    }

    private static func events(_ indicator: Indicator) -> EventSums.Row? {
        guard case .events(let source, let categories, let flag) = indicator.subject, !categories.isEmpty else {
            return nil
        }
        return EventSums.Row(source: source, categories: categories, flag: flag)
    }
}
