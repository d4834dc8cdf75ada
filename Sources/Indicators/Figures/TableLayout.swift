public import Core

/// The layout of a table: its rows and columns.
public struct TableLayout: Sendable {
    /// One column. In a table that shows several areas, each column exists once for each area.
    public struct Column: Sendable {
        /// The complete heading.
        public let heading: String
        /// What the column shows.
        public let measure: Measure
        /// The period that the column is for.
        public let period: PeriodRole
        /// The position of the area that the column is for.
        public let area: Int

        /// Creates a column from its parts.
        public init(heading: String, measure: Measure, period: PeriodRole, area: Int) {
            self.heading = heading
            self.measure = measure
            self.period = period
            self.area = area
        }
    }

    /// One row.
    public struct Row: Sendable {
        /// The section's name in data, and its title in print.
        public let section: String
        public let sectionTitle: String
        /// The row's label in this table. Another table may have another label for the same row.
        public let label: String
        /// The row's depth in its tree.
        public let depth: Int
        /// Whether the row is a sum of rows above it.
        public let isTotal: Bool
        /// The indicator that the row shows.
        public let indicator: Indicator
        /// How the row differs from what the headings say, and its name in sentences, as in `FigureTable.Row`.
        public let remark, phrase: String?

        /// Creates a row from its parts.
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

    /// Creates a layout from its parts.
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

    /// Returns the layout with further notes at the end.
    public func adding(notes more: [String]) -> TableLayout {
        TableLayout(
            id: id, title: title, sectionHeading: sectionHeading, rowHeading: rowHeading, source: source,
            notes: notes + more, columns: columns, rows: rows)
    }

    /// Returns the table with its figures.
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

    /// Returns the breaks between months of the table's figures, without duplicates.
    private func breaks(_ evaluator: IndicatorEvaluator) -> [SeriesBreak] {
        rows.flatMap { row in
            columns.flatMap { evaluator.breaks(row.indicator, $0.measure, $0.period, area: $0.area) }
        }
        .eachOnce
    }

    /// Returns every figure with its formula, row by row.
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
