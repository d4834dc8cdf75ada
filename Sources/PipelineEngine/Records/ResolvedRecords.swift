import Aggregation
import Normalisation
import Tabular

/// What stands of the extracts of one source.
struct ResolvedRecords: Sendable {
    /// The numbers of events by cell.
    var cube = FactCube()
    /// The cells that a source of counts reports, also those that come to zero.
    var delivered: [FactKey] = []
    /// The records of sources that add nothing up.
    var records = ExtractRecords()
}

extension ExtractOutcome {
    /// The records that count: of rows that are in scope and stand. `gone` are the positions of those that do not.
    func standingRecords(except gone: Set<UInt64>) -> ExtractRecords {
        guard !records.isEmpty else { return records }
        let positions = identified.flatMap { block in
            block.rows.filter { $0.outcome == .accepted }.map { $0.payload + UInt64(block.payloadBase) }
        }
        return records.picked(positions.filter { !gone.contains($0) }.sorted().map { Int($0) })
    }
}

extension SourceResolution {
    /// The facts of a source of events, however they were counted.
    func eventFacts(of source: PipelinePlan.Source) -> EventFacts {
        EventFacts(
            resolved.cube, grain: source.grain, delivered: resolved.delivered, days: days,
            evidence: DeliveryEvidence(unitRows: unitRows(covering: source.covers), unproven: unproven),
            rule: source.completeness)
    }
}
