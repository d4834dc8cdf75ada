import Aggregation
package import Core
import Normalisation

/// Finds areas of which a force delivers much that, by the definition, does not cover them: a force that has another name
/// since, or one that the definition lacks. Its months are deliveries of their own, beside those of the force that does
/// cover them, so that rows which both have would count twice. The few crimes of the transport police or a neighbour are usual.
package struct UnexpectedForces {
    /// Above this share, in percent, of an area's rows of a month and of the force's own, and from so many rows on.
    private static let (percent, rows) = (20, 5)

    /// The position of an extract, and what there is to report of it.
    package let findings: [(extract: Int, finding: Finding)]

    /// `extracts` are those of the source, less what counts from others.
    package init(_ extracts: [ExtractOutcome], _ source: PipelinePlan.Source, areas: AreaTable) {
        guard extracts.contains(where: { !$0.unexpected.isEmpty }) else {
            findings = []
            return
        }
        var unexpected: [ForceCell: Int] = [:]
        for extract in extracts where !extract.unexpected.isEmpty {
            unexpected.merge(extract.unexpected, uniquingKeysWith: +)
        }
        func unit(_ key: ForceCell) -> DeliveryUnit {
            DeliveryUnit(subject: key.force, period: Period(first: key.month, last: key.month))
        }
        // Only what they are compared with is added up.
        var all: [ForceCell: Int] = [:]
        // A neighbour has most of its rows elsewhere.
        var ofForce: [DeliveryUnit: Int] = [:]
        for key in unexpected.keys {
            all[ForceCell(force: "", area: key.area, month: key.month)] = 0
            ofForce[unit(key)] = 0
        }
        for extract in extracts {
            extract.cube.forEach { key, count in all[ForceCell(force: "", area: key.area, month: key.month)]? += count }
            for (unit, rows) in extract.units where extract.lost[unit] == nil { ofForce[unit]? += rows }
        }
        var elsewhere: [DeliveryUnit: Int] = [:]
        for (key, rows) in unexpected { elsewhere[unit(key), default: 0] += rows }
        let large = unexpected.filter { key, rows in
            let whole = all[ForceCell(force: "", area: key.area, month: key.month)] ?? rows
            let own = unit(key)
            let share = (elsewhere[own] ?? rows) * 100 > (ofForce[own] ?? 0) * Self.percent
            return rows >= Self.rows && rows * 100 > whole * Self.percent && share
        }
        findings = extracts.indices.flatMap { index -> [(Int, Finding)] in
            guard !extracts[index].unexpected.isEmpty else { return [] }
            let own = extracts[index].unexpected.filter { large[$0.key] != nil }
            return Dictionary(grouping: own) { $0.key.force }.sorted { $0.key < $1.key }.map { force, cells in
                let rows = cells.reduce(0) { $0 + $1.value }
                let months = Set(cells.map(\.key.month)).sorted()
                let places = Set(cells.map(\.key.area)).sorted().map { areas.areas[$0].shortName }
                let period = months.first.flatMap { first in months.last.map { Period(first: first, last: $0).words } }
                let note =
                    "\(UnitNoun(plural: "rows").counted(rows)) of \(places.joined(separator: ", ")), \(period ?? ""), "
                    + (force.isEmpty ? "name no force" : "are of '\(VisibleText.of(force))'")
                return (index, Finding(.unexpectedForce, file: extracts[index].file, note: note))
            }
        }
    }
}
