public import Core

/// The layout of a table: its rows, and the columns that say something of each.
public struct TableLayout: Sendable {
    /// One column; a column of a table that shows several areas exists once an area.
    public struct Column: Sendable {
        /// The heading, complete.
        public let heading: String
        /// What it says.
        public let measure: Measure
        /// Of which period.
        public let period: PeriodRole
        /// Of which area.
        public let area: Int

        /// A column from its parts.
        public init(heading: String, measure: Measure, period: PeriodRole, area: Int) {
            self.heading = heading
            self.measure = measure
            self.period = period
            self.area = area
        }
    }

    /// One row.
    public struct Row: Sendable {
        /// What the section is called in data, and its title in print.
        public let section: String
        public let sectionTitle: String
        /// The label of this table; another table may have another label for the same row.
        public let label: String
        /// How deep the row stands in its tree.
        public let depth: Int
        /// Whether it is a sum of rows above it.
        public let isTotal: Bool
        /// What it is about.
        public let indicator: Indicator
        /// What makes it differ from what the headings say, and what a sentence calls it, as in `FigureTable.Row`.
        public let remark, phrase: String?

        /// A row from its parts.
        public init(
            section: String, sectionTitle: String, label: String, depth: Int, isTotal: Bool, indicator: Indicator,
            remark: String? = nil, phrase: String? = nil
        ) {
            self.section = section
            self.sectionTitle = sectionTitle
            self.label = label
            self.depth = depth
            self.isTotal = isTotal
            self.indicator = indicator
            self.remark = remark
            self.phrase = phrase
        }
    }

    /// Identifier, title, headings, source and notes, as in `FigureTable`.
    public let id: String
    public let title: String
    public let sectionHeading: String?
    public let rowHeading: String
    public let source: String
    public let notes: [String]
    /// The columns and rows.
    public let columns: [Column]
    public let rows: [Row]

    /// A layout from its parts.
    public init(
        id: String, title: String, sectionHeading: String?, rowHeading: String, source: String, notes: [String],
        columns: [Column], rows: [Row]
    ) {
        self.id = id
        self.title = title
        self.sectionHeading = sectionHeading
        self.rowHeading = rowHeading
        self.source = source
        self.notes = notes
        self.columns = columns
        self.rows = rows
    }

    /// The layout with further notes at the end.
    public func adding(notes more: [String]) -> TableLayout {
        TableLayout(
            id: id, title: title, sectionHeading: sectionHeading, rowHeading: rowHeading, source: source,
            notes: notes + more, columns: columns, rows: rows)
    }

    /// The table with its figures.
    public func table(_ evaluator: IndicatorEvaluator, quarter: FinancialQuarter, areas: AreaTable) -> FigureTable {
        let rows = rows.map { row in
            FigureTable.Row(
                section: row.sectionTitle, label: row.label, depth: row.depth, isTotal: row.isTotal,
                figures: explained(row, evaluator, quarter, areas).map(\.figure), remark: row.remark,
                phrase: row.phrase)
        }
        return FigureTable(
            id: id, title: title, sectionHeading: sectionHeading, rowHeading: rowHeading,
            columns: columns.map { .init(heading: $0.heading, measure: $0.measure) }, rows: rows, source: source,
            notes: notes + breaks(evaluator).map(\.words))
    }

    /// The breaks between months of its figures, each once.
    private func breaks(_ evaluator: IndicatorEvaluator) -> [SeriesBreak] {
        rows.flatMap { row in
            columns.flatMap { evaluator.breaks(row.indicator, $0.measure, $0.period, area: $0.area) }
        }
        .eachOnce
    }

    /// Every figure, row by row, with its formula.
    public func explained(
        _ evaluator: IndicatorEvaluator, quarter: FinancialQuarter, areas: AreaTable
    ) -> [(figure: Figure, formula: FigureFormula)] {
        rows.flatMap { explained($0, evaluator, quarter, areas) }
    }

    private func explained(
        _ row: Row, _ evaluator: IndicatorEvaluator, _ quarter: FinancialQuarter, _ areas: AreaTable
    ) -> [(figure: Figure, formula: FigureFormula)] {
        columns.map { column in
            let formula = evaluator.formula(row.indicator, column.measure, column.period, area: column.area)
            let figure = Figure(
                table: id, section: row.section, row: row.label, area: areas.areas[column.area].shortName,
                measure: column.measure, period: column.period.name(for: quarter), value: formula.value,
                unit: formula.unit, decimals: formula.decimals,
                markers: evaluator.markers(row.indicator, column.measure, column.period, area: column.area)
                    + evaluator.cautions(row.indicator, column.measure, area: column.area),
                rowsAtFault: row.indicator.disclosure == .none && !column.measure.bases(column.period).isEmpty
                    ? formula.values.reduce(0) { $0 + $1.rowsAtFault } : nil,
                subject: row.indicator.meaning, areaCode: areas.areas[column.area].code)
            return (figure, formula)
        }
    }
}
