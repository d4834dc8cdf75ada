import Aggregation
package import Core
import Normalisation

/// Finds areas in which a force has many rows although the definition says that the force does not cover them. The
/// force may have been renamed, or the definition may lack it. Its months count as separate deliveries, in addition to
/// those of the force that covers the areas, so that rows in both would count twice. A few crimes of the transport
/// police or of a neighbouring force are usual.
package struct UnexpectedForces {
    /// A finding needs at least `rows` unexpected rows of a force in an area and month. They must be more than
    /// `percent` per cent of all rows of the area and month. All unexpected rows of the force in the month must be more
    /// than `percent` per cent of the force's rows in that month.
    private static let (percent, rows) = (20, 5)

    /// The findings, each with the position of its extract.
    package let findings: [(extract: Int, finding: Finding)]

    /// `extracts` are the extracts of the source, without the units that count from another file.
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
        // Only cells that are compared are added up.
        var all: [ForceCell: Int] = [:]
        // A neighbouring force has most of its rows in its own areas.
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
