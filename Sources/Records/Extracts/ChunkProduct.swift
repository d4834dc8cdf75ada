package import Aggregation
package import Core
package import Normalisation

/// The result of the rows of one chunk of an extract; lines are counted from the start of the chunk.
package struct ChunkProduct: Sendable {
    /// Where the rows went, as long as no other row repeats or replaces them.
    package var account = RowAccount()
    package var findings: [Finding] = []
    package var held: [QuarantinedRecord] = []
    /// The line of the last row that is not held; zero when there is none.
    package var lastSoundLine = 0
    /// How many rows have each fault, reported or not.
    package var faultCounts: [QuarantinedRecord.Fault: Int] = [:]
    /// What must be unique in the extract, for each row that has it.
    package var keys: [KeyedRow] = []
    /// The facts of all accepted rows.
    package var cube = FactCube()
    /// The rows that can be compared with others.
    package var identified: [IdentifiedRow] = []
    /// What they point at by position.
    package var records = ExtractRecords()
    /// The rows, when they are to be traced.
    var traced: [TracedRow] = []
    /// LSOAs that no table lists, though the rows may be ours.
    package var unlisted = UnlistedLSOAs()
    /// The days that sound rows are dated by, where that matters.
    package var days = DayCounts()
    /// How many rows each delivery unit has, also those that were dropped.
    package var units: [DeliveryUnit: Int] = [:]
    /// The lines of rows that were dropped because another file delivers their unit, when rows are traced.
    package var droppedLines: [(line: Int, unit: DeliveryUnit)] = []
    /// Rows that say that they have no place, by month.
    package var unplaced: [FactKey: Int] = [:]
    /// Rows that count, of areas that deliveries of other forces cover than the row's own.
    package var unexpected: [ForceCell: Int] = [:]

    /// Nothing yet.
    package init() {}
}

extension ChunkProduct {
    /// The traced rows with their place in the extract: after so many lines, and so many records.
    package func traced(onLinesAfter lines: Int, recordsAfter records: Int) -> [TracedRow] {
        // A payload is a position where there are records.
        let base = UInt64(self.records.isEmpty ? 0 : records)
        return traced.map {
            TracedRow(line: $0.line + lines, payload: $0.payload + base, outcome: $0.outcome, span: $0.span)
        }
    }
}
