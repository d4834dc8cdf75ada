/// A table of figures: what a report shows on one sheet.
public struct FigureTable: Sendable {
    /// One column of figures.
    public struct Column: Hashable, Sendable {
        /// The heading, unique in the table.
        public let heading: String
        /// What it says of each row.
        public let measure: Measure

        /// A column from its parts.
        public init(heading: String, measure: Measure) {
            self.heading = heading
            self.measure = measure
        }
    }

    /// One row.
    public struct Row: Sendable {
        /// The section that it stands in.
        public let section: String
        /// Its label.
        public let label: String
        /// How deep it stands in its tree; 0 for a row that is part of no other.
        public let depth: Int
        /// Whether it is a sum of rows above it.
        public let isTotal: Bool
        /// One figure a column.
        public let figures: [Figure]
        /// What makes the row differ from what the headings say, such as a denominator of its own; nil when nothing does.
        public let remark: String?
        /// What a sentence calls it: `the number of opiate clients in effective treatment`; nil for its label.
        public let phrase: String?

        /// A row from its parts.
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

        /// The label with the remark, as people read it.
        public var fullLabel: String { remark.map { "\(label) (\($0))" } ?? label }
    }

    /// The identifier, fit for a file name.
    public let id: String
    /// The title, with area and period in words.
    public let title: String
    /// Heading of the column of sections; nil when the table has but one section.
    public let sectionHeading: String?
    /// Heading of the column of labels.
    public let rowHeading: String
    /// The columns of figures.
    public let columns: [Column]
    /// The rows, in the order of the paper.
    public let rows: [Row]
    /// Where the figures come from.
    public let source: String
    /// What a reader must know, in sentences.
    public let notes: [String]

    /// A table from its parts.
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

    /// The table with further notes after its own.
    public func adding(notes more: [String]) -> FigureTable {
        more.isEmpty
            ? self
            : FigureTable(
                id: id, title: title, sectionHeading: sectionHeading, rowHeading: rowHeading, columns: columns,
                rows: rows, source: source, notes: notes + more)
    }

    /// Every figure, row by row.
    public var figures: [Figure] { rows.flatMap(\.figures) }

    /// The table with the marker after the figures that it belongs to.
    public func marking(_ marker: ObservationMarker, where belongs: (Figure) -> Bool) -> FigureTable {
        mapping { _, _, figure in
            guard belongs(figure), !figure.markers.contains(marker) else { return figure }
            var marked = figure
            marked.markers = (figure.markers + [marker]).sorted()
            return marked
        }
    }

    /// The table with other figures in the same places: by row and column.
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
