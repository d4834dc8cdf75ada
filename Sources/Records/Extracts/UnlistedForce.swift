import Core
import Normalisation

/// A force that has rows in the areas but is not named in `covers` of its source; its name may be misspelt there.
public struct UnlistedForce: Hashable, Sendable {
    /// The source.
    public let source: String
    /// The name of the force, as files have it.
    public let force: String
    /// The number of the force's rows that count in the areas.
    public let rows: Int
    /// The force in `covers` that has nearly the same name; nil if there is none.
    public let near: String?

    /// Returns the unlisted forces of all sources that have `covers`, by source and name.
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
