public import Core
public import Indicators

/// The forms of pages. The writer of each file format decides how they look.
public enum PageForm: Sendable {
    /// Paragraphs under headings.
    case passages([PagePassage])
    /// A table of words.
    case list(PageList)
    /// A table of words and numbers.
    case cells(PageCells)
    /// A table of figures.
    case figures(FigureTable)
    /// A chart, drawn from the table of another page.
    case chart(ChartPage)
}

/// One or more paragraphs under one heading.
public struct PagePassage: Hashable, Sendable {
    /// The heading of the paragraphs.
    public let heading: String
    /// The paragraphs: at least one.
    public let paragraphs: [String]
}

/// A table of words.
public struct PageList: Sendable {
    /// The identifier of the table.
    public let id: String
    public let headings: [String]
    public let rows: [[String]]
    /// The widths of the columns, in characters.
    public let widths: [Double]
    /// Whether the cells of the first column link to the pages that they name.
    public var linksFirstColumn = false
}

/// A table of words and numbers.
public struct PageCells: Sendable {
    /// What a column contains.
    public enum Kind: Sendable {
        case words, number
        /// Remarks on the numbers of the row.
        case remark
    }

    /// A column. The width is in characters.
    public struct Column: Sendable {
        public let heading: String
        public let kind: Kind
        public let width: ClosedRange<Double>
    }

    /// A number for programs to read.
    public struct Number: Sendable {
        public let value: Rational
        public let unit: FigureUnit
        /// How many decimal places are printed.
        public let decimals: Int
    }

    /// A cell. Without a number it has only text.
    public struct Cell: Sendable {
        /// The text that readers see.
        public let text: String
        public var number: Number?
    }

    /// A row with a cell for each column.
    public struct Row: Sendable {
        public let cells: [Cell]
        /// Whether the row is the sum of other rows.
        public let isTotal: Bool
    }

    /// The identifier of the table.
    public let id: String
    public let columns: [Column]
    public let rows: [Row]
}
