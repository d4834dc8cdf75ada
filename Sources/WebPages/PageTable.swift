package import Indicators
import Reporting

/// A table of a page.
package struct PageTable {
    struct Heading {
        let text: String
        /// The CSS class; nil for words.
        let headingClass: String?
    }

    struct Cell {
        let text: String
        let cellClass: String?
    }

    struct Row {
        let isTotal: Bool
        let rowClass: String?
        let label: String
        let cells: [Cell]
    }

    /// Rows under one title; the title is nil when the table is not divided.
    struct Group {
        let groupTitle: String?
        var rows: [Row]
    }

    // Templates see only stored properties.
    let id, caption, source: String
    let headings: [Heading]
    let groups: [Group]
    /// The number of columns.
    let breadth: Int
    /// Whether the table needs the width of a landscape page.
    let isWide: Bool

    private init(
        id: String, caption: String, source: String, headings: [Heading], rows: [(section: String?, row: Row)]
    ) {
        self.id = id
        self.caption = caption
        self.source = source
        self.headings = headings
        var groups: [Group] = []
        for (section, row) in rows {
            if groups.isEmpty || groups.last?.groupTitle != section {
                groups.append(Group(groupTitle: section, rows: []))
            }
            groups[groups.count - 1].rows.append(row)
        }
        self.groups = groups
        breadth = headings.count
        isWide = breadth > Self.maxColumnsOfAPage
    }

    private static let maxColumnsOfAPage = 7
}

extension PageTable {
    /// Creates the page's table for a table of figures.
    package init(_ table: FigureTable) {
        self.init(
            id: "table-\(table.id)", caption: table.title, source: table.source,
            headings: [Heading(text: table.rowHeading, headingClass: nil)]
                + table.columns.map { Heading(text: $0.heading, headingClass: "number") },
            rows: table.rows.map { row in
                (
                    table.sectionHeading == nil ? nil : row.section,
                    Row(
                        isTotal: row.isTotal, rowClass: row.depth > 0 ? "depth\(min(row.depth, 3))" : nil,
                        label: row.fullLabel,
                        cells: row.figures.map { figure in
                            let isNumber = figure.value.number != nil
                            return Cell(text: figure.display, cellClass: isNumber ? "number" : "number words")
                        })
                )
            })
    }

    /// Creates the table of the results for the extracts' rows.
    init(_ page: DataQualityPage) {
        let counts = DataQualityPage.counts
        self.init(
            id: "table-data-quality", caption: page.title, source: "",
            headings: [Heading(text: "Extract", headingClass: nil)]
                + counts.map { Heading(text: $0.heading, headingClass: "number") }
                + DataQualityPage.reasons.map { Heading(text: $0.heading, headingClass: nil) },
            rows: page.rows.map { row in
                let numbers = counts.map {
                    Cell(
                        text: row.display($0.measure),
                        cellClass: row.count($0.measure) == nil ? "number words" : "number")
                }
                let words = DataQualityPage.reasons.map { Cell(text: row.reasons($0.measure), cellClass: nil) }
                return (
                    row.source, Row(isTotal: row.isTotal, rowClass: "file", label: row.extract, cells: numbers + words)
                )
            })
    }

    /// Creates the table of the notes and the shorthand.
    init(_ page: NotesPage) {
        self.init(
            id: "table-notes", caption: page.title, source: "",
            headings: [page.headings.mark, page.headings.meaning].map { Heading(text: $0, headingClass: nil) },
            rows: page.entries.map { entry in
                (
                    nil,
                    Row(
                        isTotal: false, rowClass: nil, label: entry.mark,
                        cells: [Cell(text: entry.meaning, cellClass: nil)])
                )
            })
    }
}
