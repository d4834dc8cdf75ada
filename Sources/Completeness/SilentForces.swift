import Aggregation
package import Core
package import Indicators
import Normalisation
package import Records

/// Finds forces that deliver rows of the areas for only one of two compared quarters. The force that covers the areas
/// still delivers, so the areas count as delivered, and the figures show a change that did not happen.
package struct SilentForces {
    package let plan: PipelinePlan
    package let facts: SourceFacts
    package let extracts: [ExtractOutcome]

    /// A check from its parts.
    package init(plan: PipelinePlan, facts: SourceFacts, extracts: [ExtractOutcome]) {
        self.plan = plan
        self.facts = facts
        self.extracts = extracts
    }

    /// A force that does not cover the areas is reported only if it has at least this many rows. They must also be at
    /// least this percentage of the rows of its areas.
    private static let (rows, percent) = (20, 5)
    /// Two forces deliver in parallel if both have delivered the same areas in at least this many months of the year
    /// before. A renamed force and its old name have not.
    private static let parallelMonths = 3

    /// Returns one finding for each source and force.
    package func findings(for quarter: FinancialQuarter) -> [Finding] {
        plan.sources.indices.flatMap { index -> [Finding] in
            let source = plan.sources[index]
            guard !source.covers.isEmpty, let events = facts.events[source.name] else { return [] }
            let own = extracts.filter { $0.source == index }
            return (notes(onListedOf: source, own, quarter) + notes(onOthersOf: source, own, events, quarter))
                .map { Finding(.forceNotDelivered, file: source.name, note: $0) }
        }
    }

    /// Returns a note for each force in `covers` that has no rows in a month of the quarter, although a parallel force
    /// has.
    private func notes(
        onListedOf source: PipelinePlan.Source, _ extracts: [ExtractOutcome], _ quarter: FinancialQuarter
    ) -> [String] {
        guard source.covers.count > 1 else { return [] }
        var months: [String: Set<Month>] = [:]
        for extract in extracts {
            for (unit, rows) in extract.standingUnits where rows > 0 {
                if let period = unit.period { months[unit.key, default: []].formUnion(period.months) }
            }
        }
        let before: [Month] = (1...12).map { quarter.period.first.advanced(by: -$0) }
        return source.covers.sorted { $0.key < $1.key }.compactMap { force, areas in
            let own = months[DeliveryUnit.key(of: force)] ?? []
            let beside = source.covers.filter { other, covered in
                let others = months[DeliveryUnit.key(of: other)] ?? []
                return other != force && !Set(covered).isDisjoint(with: areas)
                    && own.intersection(others).intersection(before).count >= Self.parallelMonths
            }
            let delivered = beside.keys.reduce(into: Set<Month>()) {
                $0.formUnion(months[DeliveryUnit.key(of: $1)] ?? [])
            }
            let missing = quarter.period.months.filter { delivered.contains($0) && !own.contains($0) }
            guard !missing.isEmpty else { return nil }
            let words = missing.map { Period(first: $0, last: $0).words }.joined(separator: ", ")
            return "'\(force)' has no rows in \(words), although other forces of its areas have rows"
        }
    }

    /// Returns a note for each force that does not cover the areas by `covers`, but has many of their rows in only one
    /// of two quarters. These are this quarter and the same quarter of the year before.
    private func notes(
        onOthersOf source: PipelinePlan.Source, _ extracts: [ExtractOutcome], _ events: EventFacts,
        _ quarter: FinancialQuarter
    ) -> [String] {
        var cells: [ForceCell: Int] = [:]
        for extract in extracts where !extract.unexpected.isEmpty {
            cells.merge(extract.unexpected, uniquingKeysWith: +)
        }
        let (now, then) = (quarter.period, quarter.yearBefore.period)
        return Dictionary(grouping: cells) { $0.key.force }.sorted { $0.key < $1.key }.compactMap { force, cells in
            func count(_ period: Period) -> Int {
                cells.reduce(0) { period.months.contains($1.key.month) ? $0 + $1.value : $0 }
            }
            let (rowsNow, rowsThen) = (count(now), count(then))
            guard (rowsNow == 0) != (rowsThen == 0) else { return nil }
            let (rows, period, other) = rowsThen == 0 ? (rowsNow, now, then) : (rowsThen, then, now)
            let areas = Set(cells.map(\.key.area))
            let whole = areas.reduce(0) { sum, area in
                let byMonth = events.rowsByMonth(ofArea: area)
                return period.months.reduce(sum) { $0 + (byMonth[$1] ?? 0) }
            }
            guard rows >= Self.rows, rows * 100 >= whole * Self.percent,
                other.months.allSatisfy({ month in areas.contains { events.months(ofArea: $0).contains(month) } })
            else { return nil }
            let counted = UnitNoun(plural: "rows").counted(rows)
            let rowsOfAreas = "\(counted) of the areas in \(period.words)"
            return force.isEmpty
                ? "\(rowsOfAreas) name no force, but every row in \(other.words) names one"
                : "'\(VisibleText.of(force))' has \(rowsOfAreas), but none in \(other.words)"
        }
    }
}
