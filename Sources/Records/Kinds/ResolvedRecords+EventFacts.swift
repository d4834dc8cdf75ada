import Aggregation
import Core
import Normalisation

extension ResolvedRecords {
    /// Returns the facts of a source of events, whether it has single events or counts. `gaps` has the months in which
    /// the constituents that an area's rows name do not add up to the area.
    func eventFacts(
        of source: PipelinePlan.Source, gaps: [Int: [Month: AreaTable.ConstituentGap]] = [:]
    ) -> EventFacts {
        EventFacts(
            cube, grain: source.grain, delivered: delivered, days: days,
            evidence: DeliveryEvidence(unitRows: unitRows(covering: source.covers), unproven: unproven, gaps: gaps),
            rule: source.completeness)
    }

    /// Returns the number of rows in the deliveries that cover each area, by month, for areas where the covering force
    /// is known.
    func unitRows(covering covers: [String: [Int]]) -> [Int: [Month: Int]] {
        var found: [Int: [Month: Int]] = [:]
        for (subject, areas) in covers {
            for area in areas { found[area, default: [:]].merge([:], uniquingKeysWith: +) }
            let key = DeliveryUnit.key(of: subject)
            for (unit, rows) in units where unit.key == key {
                guard let month = unit.period?.first else { continue }
                for area in areas { found[area, default: [:]][month, default: 0] += rows }
            }
        }
        return found
    }
}
