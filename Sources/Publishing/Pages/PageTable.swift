import Indicators
import Reporting
import Tabular

/// A table of a page.
struct PageTable {
    struct Heading {
        let text: String
        /// Nil for words.
        let headingClass: String?
    }

    struct Cell {
        let text: String
        let cellClass: String?
    }

    struct Row {
        let isTotal: Bool
        let section: String
        let rowClass: String?
        let label: String
        let cells: [Cell]
    }

    let id, caption, source: String
    let hasSection: Bool
    let headings: [Heading]
    let rows: [Row]
    /// Whether it needs the breadth of a page turned on its side. Templates see only what is stored.
    let isWide: Bool

    private init(
        id: String, caption: String, source: String, hasSection: Bool, headings: [Heading], rows: [Row]
    ) {
        self.id = id
        self.caption = caption
        self.source = source
        self.hasSection = hasSection
        self.headings = headings
        self.rows = rows
        isWide = headings.count > Self.mostColumnsOfAPage
    }

    private static let mostColumnsOfAPage = 8
}

extension PageTable {
    /// A table of figures.
    init(_ table: FigureTable) {
        let labels = (table.sectionHeading.map { [$0] } ?? []) + [table.rowHeading]
        let hasSection = table.sectionHeading != nil
        self.init(
            id: "table-\(table.id)", caption: table.title, source: table.source, hasSection: hasSection,
            headings: labels.map { Heading(text: $0, headingClass: nil) }
                + table.columns.map { Heading(text: $0.heading, headingClass: "number") },
            rows: table.rows.map { row in
                Row(
                    isTotal: row.isTotal, section: row.section,
                    rowClass: row.depth > 0 ? "depth\(min(row.depth, 3))" : nil,
                    label: row.fullLabel,
                    cells: row.figures.map { figure in
                        let isNumber = figure.value.number != nil
                        return Cell(text: figure.display, cellClass: isNumber ? "number" : "number words")
                    })
            })
    }

    /// Where every row of the extracts went.
    init(_ page: DataQualityPage) {
        let counts = DataQualityPage.counts
        self.init(
            id: "table-data-quality", caption: page.title, source: "", hasSection: true,
            headings: ["Source", "Extract"].map { Heading(text: $0, headingClass: nil) }
                + counts.map { Heading(text: $0.heading, headingClass: "number") }
                + DataQualityPage.reasons.map { Heading(text: $0.heading, headingClass: nil) },
            rows: page.rows.map { row in
                let numbers = counts.map {
                    Cell(
                        text: Rational(row.count($0.measure)).formatted(decimals: 0, grouped: true),
                        cellClass: "number")
                }
                let words = DataQualityPage.reasons.map { Cell(text: row.reasons($0.measure), cellClass: nil) }
                return Row(
                    isTotal: row.isTotal, section: row.source, rowClass: nil, label: row.extract,
                    cells: numbers + words)
            })
    }

    /// The notes and the shorthand.
    init(_ page: NotesPage) {
        self.init(
            id: "table-notes", caption: page.title, source: "", hasSection: false,
            headings: [page.headings.mark, page.headings.meaning].map { Heading(text: $0, headingClass: nil) },
            rows: page.entries.map { entry in
                Row(
                    isTotal: false, section: "", rowClass: nil, label: entry.mark,
                    cells: [Cell(text: entry.meaning, cellClass: nil)])
            })
    }
}
