/// LSOAs of an extract that the definition's tables lack, although the row's LSOA name, authority or force is in the
/// areas.
public struct UnlistedLSOAs: Hashable, Sendable {
    /// For each LSOA, by its code, the rows that count because of the LSOA's name or their authority. For sensitive
    /// sources the code is empty.
    public private(set) var counted: [String: RowTally] = [:]
    /// For each LSOA, by its code, the rows that are out of scope, since only their force shows that they may be in the
    /// areas.
    public private(set) var outside: [String: RowTally] = [:]

    /// Creates an empty result.
    public init() {}

    /// Whether there are no such LSOAs.
    public var isEmpty: Bool { counted.isEmpty && outside.isEmpty }

    mutating func add(_ lsoa: String, _ tally: RowTally, counts: Bool) {
        if counts {
            counted[lsoa, default: RowTally(rows: 0, firstLine: .max)].merge(tally)
        } else {
            outside[lsoa, default: RowTally(rows: 0, firstLine: .max)].merge(tally)
        }
    }

    /// Adds the LSOAs of a later part of the extract, which starts after the given number of lines.
    public mutating func merge(_ other: UnlistedLSOAs, linesBefore lines: Int) {
        func moved(_ tally: RowTally) -> RowTally { RowTally(rows: tally.rows, firstLine: tally.firstLine + lines) }
        for (lsoa, tally) in other.counted { add(lsoa, moved(tally), counts: true) }
        for (lsoa, tally) in other.outside { add(lsoa, moved(tally), counts: false) }
    }
}
