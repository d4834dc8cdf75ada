/// Codes of an extract that were not in use in the months of their rows, although the list shows in which group the rows
/// count.
public struct CodesOutsideTime: Hashable, Sendable {
    /// A code with the group in which its rows count.
    public struct Code: Hashable, Sendable {
        /// The code as the list writes it, and when it was in use. Both are empty for sensitive sources.
        public let code, use: String
        /// The title of the group in which the rows count.
        public let group: String
    }

    /// The rows of each code.
    public private(set) var tallies: [Code: RowTally] = [:]

    /// Creates an empty result.
    public init() {}

    mutating func add(_ code: Code, line: Int, rows: Int = 1) {
        tallies[code, default: RowTally(rows: 0, firstLine: .max)].merge(RowTally(rows: rows, firstLine: line))
    }

    /// Adds the codes of a later part of the extract, which starts after the given number of lines.
    public mutating func merge(_ other: CodesOutsideTime, linesBefore lines: Int) {
        for (code, tally) in other.tallies { add(code, line: tally.firstLine + lines, rows: tally.rows) }
    }
}
