/// A table of figures: what a report shows on one sheet.
public struct FigureTable: Sendable {
    /// One column of figures.
    public struct Column: Hashable, Sendable {
        /// The heading, unique in the table.
        public let heading: String
        /// What the column shows for each row.
        public let measure: Measure

        /// Creates a column from its parts.
        public init(heading: String, measure: Measure) {
            self.heading = heading
            self.measure = measure
        }
    }

    /// One row.
    public struct Row: Sendable {
        /// The section that the row belongs to.
        public let section: String
        /// The row's label.
        public let label: String
        /// The row's depth in its tree; 0 for a row that is not part of another row.
        public let depth: Int
        /// Whether the row is a sum of rows above it.
        public let isTotal: Bool
        /// One figure for each column.
        public let figures: [Figure]
        /// How the row differs from what the headings say, such as a denominator of its own; nil when it does not
        /// differ.
        public let remark: String?
        /// The row's name in sentences: `the number of opiate clients in effective treatment`; nil when the label is
        /// used.
        public let phrase: String?

        /// Creates a row from its parts.
        public init(
            section: String, label: String, depth: Int, isTotal: Bool, figures: [Figure], remark: String? = nil,
            phrase: String? = nil
        ) {
            self.section = section
            self.label = label
            self.depth = depth
            self.isTotal = isTotal
            self.figures = figures
            self.remark = remark
            self.phrase = phrase
        }

        /// The label with the remark in brackets.
        public var fullLabel: String { remark.map { "\(label) (\($0))" } ?? label }
    }

    /// The identifier, which is also usable as a file name.
    public let id: String
    /// The title, with the area and the period in words.
    public let title: String
    /// Heading of the column of sections; nil when the table has only one section.
    public let sectionHeading: String?
    /// Heading of the column of labels.
    public let rowHeading: String
    /// The columns of figures.
    public let columns: [Column]
    /// The rows, in the order of the paper.
    public let rows: [Row]
    /// Where the figures come from.
    public let source: String
    /// The notes for readers, in sentences.
    public let notes: [String]

    /// Creates a table from its parts.
    public init(
        id: String, title: String, sectionHeading: String?, rowHeading: String, columns: [Column], rows: [Row],
        source: String, notes: [String]
    ) {
        self.id = id
        self.title = title
        self.sectionHeading = sectionHeading
        self.rowHeading = rowHeading
        self.columns = columns
        self.rows = rows
        self.source = source
        self.notes = notes
    }

    /// Returns the table with further notes after its own.
    public func adding(notes more: [String]) -> FigureTable {
        more.isEmpty
            ? self
            : FigureTable(
                id: id, title: title, sectionHeading: sectionHeading, rowHeading: rowHeading, columns: columns,
                rows: rows, source: source, notes: notes + more)
    }

    /// Every figure, row by row.
    public var figures: [Figure] { rows.flatMap(\.figures) }

    /// Returns the table with the marker added to the figures for which `belongs` returns true.
    public func marking(_ marker: ObservationMarker, where belongs: (Figure) -> Bool) -> FigureTable {
        mapping { _, _, figure in
            guard belongs(figure), !figure.markers.contains(marker) else { return figure }
            var marked = figure
            marked.markers = (figure.markers + [marker]).sorted()
            return marked
        }
    }

    /// Returns the table with each figure replaced by the result of `transform`, which receives its row and column.
    public func mapping(_ transform: (_ row: Int, _ column: Int, _ figure: Figure) -> Figure) -> FigureTable {
        let rows = rows.enumerated().map { line, row in
            Row(
                section: row.section, label: row.label, depth: row.depth, isTotal: row.isTotal,
                figures: row.figures.enumerated().map { transform(line, $0, $1) }, remark: row.remark,
                phrase: row.phrase)
        }
        return FigureTable(
            id: id, title: title, sectionHeading: sectionHeading, rowHeading: rowHeading, columns: columns, rows: rows,
            source: source, notes: notes)
    }
}
