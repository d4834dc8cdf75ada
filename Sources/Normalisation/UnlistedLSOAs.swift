/// LSOAs of an extract that the definition's tables lack, although the row's own name, authority or force is ours.
public struct UnlistedLSOAs: Hashable, Sendable {
    /// How many rows have an LSOA, and where the first of them stands.
    public struct Tally: Hashable, Sendable {
        /// How many rows.
        public var rows: Int
        /// The physical line of the first.
        public var firstLine: Int

        mutating func merge(_ other: Tally) {
            rows += other.rows
            firstLine = min(firstLine, other.firstLine)
        }
    }

    /// Rows that count by the name of their LSOA or by their authority, by the LSOA's code; the empty text where the
    /// source is sensitive.
    public private(set) var counted: [String: Tally] = [:]
    /// Rows that are out of scope, with nothing but their force to say that they are ours.
    public private(set) var outside: [String: Tally] = [:]

    /// None.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { counted.isEmpty && outside.isEmpty }

    mutating func add(_ lsoa: String, _ tally: Tally, counts: Bool) {
        if counts {
            counted[lsoa, default: Tally(rows: 0, firstLine: .max)].merge(tally)
        } else {
            outside[lsoa, default: Tally(rows: 0, firstLine: .max)].merge(tally)
        }
    }

    /// Adds those of a later part of the extract, which starts after so many lines.
    public mutating func merge(_ other: UnlistedLSOAs, linesBefore lines: Int) {
        func moved(_ tally: Tally) -> Tally { Tally(rows: tally.rows, firstLine: tally.firstLine + lines) }
        for (lsoa, tally) in other.counted { add(lsoa, moved(tally), counts: true) }
        for (lsoa, tally) in other.outside { add(lsoa, moved(tally), counts: false) }
    }
}
