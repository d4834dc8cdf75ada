import Aggregation
package import Core
package import Normalisation

/// What stands of the extracts of one source.
package struct ResolvedRecords: Sendable {
    /// The numbers of events by cell.
    var cube = FactCube()
    /// The cells that a source of counts reports, also those that are zero.
    var delivered: [FactKey] = []
    /// The records of sources that add nothing up.
    var records = ExtractRecords()
    /// How many rows there are of each delivery unit that stands, and began before it was delivered.
    package var units: [DeliveryUnit: Int] = [:]
    /// The months of areas that have only rows dated after their delivery.
    package var unproven: [Int: Set<Month>] = [:]
    /// The days that rows are dated by, up to the delivery of their extracts and whether the rows stand or not: they show how
    /// far extracts reach.
    package var days = MonthDays()

    /// Nothing yet.
    package init() {}
}

extension ExtractOutcome {
    /// The records that count: of rows that are in scope and stand. `gone` are the positions of those that do not.
    package func standingRecords(except gone: Set<UInt64>) -> ExtractRecords {
        guard !self.records.isEmpty else { return self.records }
        let positions = self.identified.flatMap { block in
            block.rows.filter { $0.outcome == .accepted }.map { $0.payload + UInt64(block.payloadBase) }
        }
        return self.records.picked(positions.filter { !gone.contains($0) }.sorted().map { Int($0) })
    }
}
