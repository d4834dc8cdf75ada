/// LSOAs of an extract that the definition's tables lack, although the row's LSOA name, authority or force is in the
/// areas.
public struct UnlistedLSOAs: Hashable, Sendable {
    /// The number of rows with an LSOA, and the line of the first.
    public struct Tally: Hashable, Sendable {
        /// The number of rows.
        public var rows: Int
        /// The physical line of the first row.
        public var firstLine: Int

        mutating func merge(_ other: Tally) {
            rows += other.rows
            firstLine = min(firstLine, other.firstLine)
        }
    }

    /// For each LSOA, by its code, the rows that count because of the LSOA's name or their authority. For sensitive
    /// sources the code is empty.
    public private(set) var counted: [String: Tally] = [:]
    /// For each LSOA, by its code, the rows that are out of scope, since only their force shows that they may be in the
    /// areas.
    public private(set) var outside: [String: Tally] = [:]

    /// Creates an empty result.
    public init() {}

    /// Whether there are no such LSOAs.
    public var isEmpty: Bool { counted.isEmpty && outside.isEmpty }

    mutating func add(_ lsoa: String, _ tally: Tally, counts: Bool) {
        if counts {
            counted[lsoa, default: Tally(rows: 0, firstLine: .max)].merge(tally)
        } else {
            outside[lsoa, default: Tally(rows: 0, firstLine: .max)].merge(tally)
        }
    }

    /// Adds the LSOAs of a later part of the extract, which starts after the given number of lines.
    public mutating func merge(_ other: UnlistedLSOAs, linesBefore lines: Int) {
        func moved(_ tally: Tally) -> Tally { Tally(rows: tally.rows, firstLine: tally.firstLine + lines) }
        for (lsoa, tally) in other.counted { add(lsoa, moved(tally), counts: true) }
        for (lsoa, tally) in other.outside { add(lsoa, moved(tally), counts: false) }
    }
}
