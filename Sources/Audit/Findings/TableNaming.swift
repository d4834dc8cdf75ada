/// The names of a table's rows and columns.
public struct TableNaming: Hashable, Sendable {
    public let headings: [Int: String]
    public let labels: [Int: String]
    /// The section of each row. `figures` are the columns that have figures.
    public let sections: [Int: String]
    public let figures: Set<Int>
    /// Whether the table writes its numbers with a decimal comma: `1.204,5`.
    public let usesDecimalComma: Bool
    /// The table's position among the tables of the same name, from 1.
    let occurrence: Int
    /// For each row, its position among rows of the same section and label, from 1. For each column, its position among
    /// columns of the same heading.
    let rowOccurrences: [Int: Int]
    let columnOccurrences: [Int: Int]
    /// For each row of the table, its row in a spreadsheet, from 1.
    let sheetRows: [Int]

    init(_ sheet: CellNetwork.Sheet, occurrence: Int) {
        let structure = sheet.structure
        let columns = structure.columns.enumerated()
        headings = Dictionary(uniqueKeysWithValues: columns.map { ($0.offset, $0.element.heading) })
        labels = Dictionary(
            structure.rows.map { ($0.row, structure.isLong ? "\($0.section), \($0.label)" : $0.label) },
            uniquingKeysWith: { first, _ in first })
        sections = Dictionary(structure.rows.map { ($0.row, $0.section) }, uniquingKeysWith: { first, _ in first })
        figures = Set(columns.filter { $0.element.role.isOfFigures }.map(\.offset))
        usesDecimalComma = sheet.readings.usesDecimalComma
        self.occurrence = occurrence
        rowOccurrences = Self.occurrences(
            structure.rows.map { ($0.row, Label.folded($0.section) + "\n" + Label.folded($0.label)) })
        columnOccurrences = Self.occurrences(columns.map { ($0.offset, Label.folded($0.element.heading)) })
        sheetRows = Self.sheetRows(of: sheet.table)
    }

    /// Returns, for each place, its position among places of the same name, from 1.
    static func occurrences(_ names: [(place: Int, name: String)]) -> [Int: Int] {
        var (counts, occurrences): ([String: Int], [Int: Int]) = ([:], [:])
        for (place, name) in names where occurrences[place] == nil {
            counts[name, default: 0] += 1
            occurrences[place] = counts[name]
        }
        return occurrences
    }

    /// Returns the spreadsheet rows of the table's rows. Blank lines count as rows; line breaks within a cell do not.
    private static func sheetRows(of table: PrintedTable) -> [Int] {
        var within = 0
        return table.cells.indices.map { row in
            guard table.lines.indices.contains(row) else { return row + 1 }
            defer { within += table.cells[row].reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "\n") } } }
            return table.lines[row] - within
        }
    }
}
