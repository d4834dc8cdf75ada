import Aggregation
package import Core
package import Normalisation

/// The records of one source that count, from all of its extracts.
package struct ResolvedRecords: Sendable {
    /// The numbers of events by cell.
    var cube = FactCube()
    /// The cells that a source of counts reports, including those that are zero.
    var delivered: [FactKey] = []
    /// The names of the areas in counts.
    var names = ConstituentNames()
    /// The records of sources that are not added up in a cube.
    var records = ExtractRecords()
    /// The number of rows of each delivery unit that counts, if the unit's period had ended by the day of its delivery.
    package var units: [DeliveryUnit: Int] = [:]
    /// The months of each area in which all rows are dated after their delivery.
    package var unproven: [Int: Set<Month>] = [:]
    /// The dates of rows, up to the delivery of their extracts, whether the rows count or not. They show how far
    /// extracts reach.
    package var days = MonthDays()

    /// Creates an empty result.
    package init() {}
}

extension ExtractOutcome {
    /// Returns the records that count: those of rows that are in scope and not superseded. `gone` are the positions of
    /// superseded rows.
    package func standingRecords(except gone: Set<UInt64>) -> ExtractRecords {
        guard !self.records.isEmpty else { return self.records }
        let positions = self.identified.flatMap { block in
            block.rows.filter { $0.outcome == .accepted }.map { $0.payload + UInt64(block.payloadBase) }
        }
        return self.records.picked(positions.filter { !gone.contains($0) }.sorted().map { Int($0) })
    }
}
