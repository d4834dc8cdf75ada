package import Core
package import Ingestion
import Normalisation

extension DeliverySettlement {
    /// Returns the findings about an extract with units that count from another file: one for each combination of the
    /// other file and the cause. `namesUnits` is false for sensitive sources, because their values are not repeated.
    package func findings(of extract: Int, namesUnits: Bool) -> [Finding] {
        let groups = Dictionary(grouping: lost[extract]) { $0.value }
        return groups.sorted { ($0.key.file, "\($0.key.cause)") < ($1.key.file, "\($1.key.cause)") }.map {
            lost, units in
            let units = units.map(\.key).sorted()
            let other = positions[lost.file]
            let own = rows(of: units, in: extract)
            let theirs = other.map { rows(of: units, in: $0) } ?? 0
            let words = namesUnits ? Self.words(units) : "\(units.count) of its deliveries"
            let (mine, others) = (Self.rows(own), Self.rows(theirs))
            switch lost.cause {
            case .later:
                return Finding(
                    .deliveryReplaced, file: extracts[extract].file,
                    note: "\(words): \(lost.file) is later, so its \(others) count and \(mine) here do not")
            case .same:
                return Finding(
                    .deliveryReplaced, file: extracts[extract].file,
                    note: "\(words): \(lost.file) has the same \(mine), which count once")
            case .tooSmall:
                return Finding(
                    .deliveryTooSmall, file: extracts[extract].file,
                    note: "\(words): \(mine) here, \(others) in \(lost.file); the latter count")
            }
        }
    }

    private func rows(of units: [DeliveryUnit], in extract: Int) -> Int {
        units.reduce(0) { $0 + (extracts[extract].units[$1] ?? 0) }
    }

    /// Returns the errors for conflicts, one for each pair of extracts.
    package func extractErrors(namesUnits: Bool) -> [ExtractError] {
        let pairs = Dictionary(grouping: conflicts) { [$0.extract, $0.other] }
        return pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { pair, conflicts in
            let words = namesUnits ? Self.words(conflicts.map(\.unit).sorted()) : "the same units"
            return .unknownOrder(file: extracts[pair[0]].file, other: extracts[pair[1]].file, unit: words)
        }
    }

    private static func words(_ units: [DeliveryUnit]) -> String {
        let named = units.prefix(3).map(\.words).joined(separator: "; ")
        return units.count > 3 ? "\(named); and \(units.count - 3) more" : named
    }

    private static func rows(_ number: Int) -> String { UnitNoun(plural: "rows").counted(number) }
}
