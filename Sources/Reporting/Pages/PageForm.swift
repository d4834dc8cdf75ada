public import Core
public import Indicators

/// The forms that pages have. How each looks is the business of who writes it.
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

/// Some paragraphs under one heading.
public struct PagePassage: Hashable, Sendable {
    /// What they are about.
    public let heading: String
    /// The paragraphs, never none.
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
    /// Whether the first column leads to the pages that it names.
    public var linksFirstColumn = false
}

/// A table of words and numbers.
public struct PageCells: Sendable {
    /// What a column has.
    public enum Kind: Sendable {
        case words, number
        /// Words beside numbers.
        case remark
    }

    /// A column; its width in characters.
    public struct Column: Sendable {
        public let heading: String
        public let kind: Kind
        public let width: ClosedRange<Double>
    }

    /// A number as a program reads it.
    public struct Number: Sendable {
        public let value: Rational
        public let unit: FigureUnit
        /// How many places are printed.
        public let decimals: Int
    }

    /// A cell; without a number it has the text alone.
    public struct Cell: Sendable {
        /// What can be read in it.
        public let text: String
        public var number: Number?
    }

    /// A row with a cell for each column.
    public struct Row: Sendable {
        public let cells: [Cell]
        /// Whether it is the sum of others.
        public let isTotal: Bool
    }

    /// The identifier of the table.
    public let id: String
    public let columns: [Column]
    public let rows: [Row]
}
