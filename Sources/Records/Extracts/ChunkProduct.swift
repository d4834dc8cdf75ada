package import Aggregation
package import Core
package import Normalisation

/// The result of reading one chunk of an extract. Lines are counted from the start of the chunk.
package struct ChunkProduct: Sendable {
    /// The number of rows with each result, before rows are compared with each other.
    package var account = RowAccount()
    package var findings: [Finding] = []
    package var held: [QuarantinedRecord] = []
    /// The line of the last row that is not in quarantine; zero if there is none.
    package var lastSoundLine = 0
    /// The number of rows with each fault, whether it is reported or not.
    package var faultCounts: [QuarantinedRecord.Fault: Int] = [:]
    /// The values that must be unique in the extract, for each row that has such values.
    package var keys: [KeyedRow] = []
    /// The facts of all accepted rows.
    package var cube = FactCube()
    /// The rows that can be compared with others by their identifiers.
    package var identified: [IdentifiedRow] = []
    /// The records that rows refer to by position.
    package var records = ExtractRecords()
    /// The rows with their results, if rows are traced.
    var traced: [TracedRow] = []
    /// LSOAs that no table lists, although their rows may be in the areas.
    package var unlisted = UnlistedLSOAs()
    /// Codes that were not in use in the months of rows that count.
    package var codesOutsideTime = CodesOutsideTime()
    /// The dates of sound rows, if the day within the month matters.
    package var days = DayCounts()
    /// The number of rows of each delivery unit, including rows that were dropped.
    package var units: [DeliveryUnit: Int] = [:]
    /// The lines of rows that were dropped because another file delivers their unit, if rows are traced.
    package var droppedLines: [(line: Int, unit: DeliveryUnit)] = []
    /// The number of rows that say that they have no place, by month.
    package var unplaced: [FactKey: Int] = [:]
    /// The number of rows that count although the force that they name does not cover their area.
    package var unexpected: [ForceCell: Int] = [:]

    /// Creates an empty product.
    package init() {}
}

extension ChunkProduct {
    /// Returns the traced rows with their place in the extract, after the given numbers of lines and records.
    package func traced(onLinesAfter lines: Int, recordsAfter records: Int) -> [TracedRow] {
        // A payload is a position only if there are records.
        let base = UInt64(self.records.isEmpty ? 0 : records)
        return traced.map {
            TracedRow(line: $0.line + lines, payload: $0.payload + base, outcome: $0.outcome, span: $0.span)
        }
    }
}
