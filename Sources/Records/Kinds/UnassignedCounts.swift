import Aggregation
import Core
import Normalisation

/// Finds the events that count tables assign to no area.
enum UnassignedCounts {
    /// Returns the unassigned events of the rows that count, by force and month. `gone` are, for each extract, the rows
    /// that do not count.
    static func all(in extracts: [ExtractOutcome], except gone: [Set<UInt64>]) -> [SourceFaults.Unassigned] {
        var forces: [Share.Key: Share] = [:]
        for (index, extract) in extracts.enumerated() where !extract.records.isEmpty {
            let counts = extract.records.all(EventCount.self)
            for block in extract.identified {
                for row in block.rows {
                    let position = row.payload + UInt64(block.payloadBase)
                    let count = counts[Int(position)]
                    guard let force = count.force, !gone[index].contains(position) else { continue }
                    forces[Share.Key(force: force, month: count.month), default: Share()].take(count, row.outcome)
                }
            }
        }
        return forces.compactMap { key, share in
            guard share.unassigned > 0, !share.areas.isEmpty else { return nil }
            return SourceFaults.Unassigned(
                force: key.force, month: key.month, areas: share.areas, events: share.unassigned, all: share.all)
        }.sorted { ($0.force, $0.month) < ($1.force, $1.month) }
    }

    /// The events of a force in a month or quarter.
    private struct Share {
        struct Key: Hashable {
            let force: String
            let month: Month
        }

        var areas: Set<Int> = []
        var unassigned = 0
        var all = 0

        mutating func take(_ count: EventCount, _ outcome: RowOutcome) {
            switch outcome {
            case .accepted: areas.insert(count.area)
            case .outOfScope(.unassigned): unassigned += count.count
            case .outOfScope(.outsideArea): break
            case .outOfScope, .cancelled, .quarantined: return
            }
            all += count.count
        }
    }
}
