/// Looks for errors in tables by what they say of themselves and of each other.
public struct Auditor: Sendable {
    private let names: KnownNames
    private let denominators: [Denominator]

    /// An auditor that knows the trees and denominators, if any. What it knows is used where a table agrees with it.
    public init(trees: [KnownTree] = [], denominators: [Denominator] = []) {
        names = KnownNames(trees)
        self.denominators = denominators
    }

    /// Audits tables that belong together.
    public func audit(_ tables: [AuditedTable]) -> AuditReport {
        var cells = CellNetwork(tables, names: names)
        cells.relateSums()
        cells.relateShares()
        cells.relateQuotients()
        let points = cells.relateChanges()
        let others = cells.relateRates(denominators)
        cells.relateSameFigures()
        let namings = cells.sheets.map { sheet in
            AuditReport.TableNaming(
                headings: Dictionary(
                    uniqueKeysWithValues: sheet.structure.columns.enumerated().map { ($0.offset, $0.element.heading) }),
                labels: Dictionary(
                    sheet.structure.rows.map {
                        ($0.row, sheet.structure.isLong ? "\($0.section), \($0.label)" : $0.label)
                    },
                    uniquingKeysWith: { first, _ in first }),
                sections: Dictionary(
                    sheet.structure.rows.map { ($0.row, $0.section) }, uniquingKeysWith: { first, _ in first }),
                figures: Set(
                    sheet.structure.columns.indices.filter { sheet.structure.columns[$0].role.isOfFigures }))
        }
        let coverage = cells.coverage
        let diagnoses = FaultSearch(network: cells.network).diagnoses()
        let bare = AuditReport(
            tables: tables.map(\.table), names: namings, findings: [],
            figures: coverage.reduce(0) { $0 + $1.figures }, relations: cells.network.relations.count,
            coverage: coverage)
        let writer = FindingWriter(cells: cells, report: bare)
        let findings =
            diagnoses.flatMap(writer.findings) + writer.blanks(besides: diagnoses) + points.map(writer.points)
            + others.map(writer.other) + writer.structureNotes() + writer.tablesWithoutRelations()
        return bare.adding(findings)
    }
}
