/// What a sheet holds beside the text of its cells.
package struct SheetSummary: Hashable, Sendable {
    /// A cell by its row and column, both from 1.
    package struct Cell: Hashable, Sendable {
        package let row, column: Int
    }

    /// A range of merged cells.
    package struct Range: Hashable, Sendable {
        package let first, last: Cell
    }

    /// How many places of a kind are listed.
    package static let maxListed = 100

    /// The rows and cells that hold a value, the number of the last such row, and the number of columns.
    package internal(set) var rows = 0, cells = 0, lastRow = 0, columns = 0
    /// Formulas without a stored value. The text has the formula in their place.
    package internal(set) var formulasWithoutValue = 0
    /// Cells whose value is an error, such as `#REF!`.
    package internal(set) var errors = 0
    /// The first of these formulas and errors.
    package internal(set) var formulaCells: [Cell] = [], errorCells: [Cell] = []
    /// Merged cells: how many ranges there are, the last row of any, and the first ranges.
    package internal(set) var mergedRanges = 0, lastMergedRow = 0
    package internal(set) var merged: [Range] = []
    /// Hidden rows that hold a value, and hidden columns. They are read as others are.
    package internal(set) var hiddenRows = 0, hiddenColumns = 0

    /// Whether a range of merged cells reaches beyond a row, such as the row of the headings.
    package func mergesRows(after row: Int) -> Bool { lastMergedRow > row }

    mutating func noteFormula(row: Int, column: Int) {
        formulasWithoutValue += 1
        if formulaCells.count < Self.maxListed { formulaCells.append(Cell(row: row, column: column)) }
    }

    mutating func noteError(row: Int, column: Int) {
        errors += 1
        if errorCells.count < Self.maxListed { errorCells.append(Cell(row: row, column: column)) }
    }

    mutating func noteMerged(_ range: Range) {
        mergedRanges += 1
        lastMergedRow = max(lastMergedRow, range.last.row)
        if merged.count < Self.maxListed { merged.append(range) }
    }
}
