/// Finds errors in tables by checking their figures against each other, within a table and across tables.
public struct Auditor: Sendable {
    private let names: KnownNames
    private let denominators: [Denominator]

    /// Creates an auditor. Known trees and denominators are used in the tables that agree with them.
    public init(trees: [KnownTree] = [], denominators: [Denominator] = []) {
        names = KnownNames(trees)
        self.denominators = denominators
    }

    /// Audits tables that belong together, such as those of one release.
    public func audit(_ tables: [AuditedTable]) -> AuditReport {
        var cells = CellNetwork(tables, names: names)
        cells.relateSums()
        cells.relateShares()
        cells.relateQuotients()
        let points = cells.relateChanges()
        let others = cells.relateRates(denominators)
        cells.relateSameFigures()
        let occurrences = TableNaming.occurrences(
            cells.sheets.enumerated().map { ($0.offset, Label.folded($0.element.table.name)) })
        let namings = cells.sheets.enumerated().map { index, sheet in
            TableNaming(sheet, occurrence: occurrences[index] ?? 1)
        }
        let diagnoses = FaultSearch(network: cells.network).diagnoses()
        let bare = AuditReport(
            tables: tables.map(\.table), names: namings, findings: [], relations: cells.network.relations.count,
            coverage: cells.coverage)
        let writer = FindingWriter(cells: cells, report: bare)
        let findings =
            diagnoses.flatMap(writer.findings) + writer.blanks(besides: diagnoses) + points.map(writer.points)
            + others.map(writer.other) + writer.structureNotes() + writer.tablesWithoutRelations()
        return bare.adding(findings)
    }
}
