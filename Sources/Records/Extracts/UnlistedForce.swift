import Core
import Normalisation

/// A force that has rows of the areas, and that no `covers` of its source names: its name may be misspelt there.
public struct UnlistedForce: Hashable, Sendable {
    /// The source.
    public let source: String
    /// The name, as files have it.
    public let force: String
    /// Its rows in the areas, as far as they count.
    public let rows: Int
    /// The force of `covers` that has nearly that name; nil when none has.
    public let near: String?

    /// Those of all sources that have `covers`, by source and name.
    package static func all(of extracts: [ExtractOutcome], _ sources: [PipelinePlan.Source]) -> [UnlistedForce] {
        sources.enumerated().flatMap { index, source -> [UnlistedForce] in
            let listed = source.covers.keys.filter { !$0.isEmpty }.sorted()
            let keys = Set(listed.map(DeliveryUnit.key))
            var rows: [String: Int] = [:]
            for extract in extracts where extract.source == index {
                for (cell, count) in extract.unexpected where !cell.force.isEmpty {
                    if !keys.contains(DeliveryUnit.key(of: cell.force)) { rows[cell.force, default: 0] += count }
                }
            }
            return rows.sorted { $0.key < $1.key }.map { force, rows in
                UnlistedForce(
                    source: source.name, force: force, rows: rows, near: NearestName.of(force, among: listed))
            }
        }
    }
}
