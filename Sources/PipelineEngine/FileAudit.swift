public import Audit
import Files
import FoundationEssentials
import Ledger
public import Records
import ReleaseStore
import Releases
import TableAudit

/// Audits tables in files, and releases in folders.
public struct FileAudit: Sendable {
    /// CSV files, or folders of releases.
    public let paths: [String]
    /// The plan that supplies the trees and denominators to check against; nil for none.
    public let plan: PipelinePlan?
    /// The path of a file that describes the structure of the tables.
    public let structure: String?
    /// The path of a file or release with the same figures as they were published before.
    public let previous: String?
    /// The path of a list of accepted findings.
    public let accepted: String?

    /// Creates an audit from its parts.
    public init(
        paths: [String], plan: PipelinePlan?, structure: String?, previous: String?, accepted: String? = nil
    ) {
        self.paths = paths
        self.plan = plan
        self.structure = structure
        self.previous = previous
        self.accepted = accepted
    }

    /// Runs the audit and returns its report. Throws an `AuditFailure` for faults of the files, and `DefinitionErrors`
    /// for faults of the structure.
    public func report() throws -> AuditReport {
        var (tables, more) = try read(paths)
        if let structure { tables = try AuditStructure.apply(structure, to: tables) }
        let auditor = plan?.auditor ?? Auditor()
        var report = auditor.audit(tables)
        report = report.adding(more)
        if let previous {
            let (earlier, _) = try read([previous])
            report = report.adding(PreviousFigures(auditor.audit(earlier)).findings(in: report))
        }
        return if let accepted { report.accepting(try AcceptedFindings.read(accepted)) } else { report }
    }

    private func read(_ paths: [String]) throws -> ([AuditedTable], [AuditFinding]) {
        var tables: [AuditedTable] = []
        var findings: [AuditFinding] = []
        for path in paths {
            guard Folder.exists(path) else {
                if OutputLayout.isRecord(path) {
                    findings.append(
                        AuditFinding(
                            .noTable, cells: [],
                            evidence: [
                                "\(path): is a list of the release, not a table, so it was left out; audit the release's folder instead"
                            ]))
                } else {
                    tables.append(AuditedTable(try PrintedTable.read(path)))
                }
                continue
            }
            // When the path is the folder of a quarter, the quarter's latest release is audited.
            let isRelease = FileManager.default.fileExists(atPath: OutputLayout.manifest(of: path))
            let latest = OutputLayout.latest(inQuarter: path)
            let path = isRelease || !Folder.exists(latest) ? path : latest
            let release = try ReleaseTables(folder: path)
            findings += (ReleaseFolder.damage(in: path) + Self.sealDamage(besides: path)).map {
                AuditFinding(.filesDisagree, cells: [], evidence: [$0])
            }
            let first = tables.count
            tables += release.tables
            findings += release.disagreements.map { disagreement in
                let place = CellPlace(
                    table: first + disagreement.table, row: disagreement.row, column: disagreement.column)
                let table = release.tables[disagreement.table].table
                return AuditFinding(
                    .filesDisagree,
                    cells: [
                        AuditFinding.Cell(
                            place: place, printed: table.text(row: disagreement.row, column: disagreement.column))
                    ],
                    evidence: [
                        "\(table.name), '\(table.text(row: disagreement.row, column: 1))', "
                            + "'\(table.text(row: 0, column: disagreement.column))': \(disagreement.sentence)"
                    ])
            }
        }
        return (tables, findings)
    }

    /// Returns one sentence for each fault in the pipeline's other issued releases in the same output folder.
    private static func sealDamage(besides path: String) -> [String] {
        guard let release = try? ReleaseFolder(path), let output = try? release.output() else { return [] }
        let pipeline = release.manifest.pipeline
        let own = OutputLayout(output).release(
            release.manifest.releaseID, of: release.manifest.quarter, in: pipeline)
        do throws(UnreadableRelease) {
            let memory = IssueMemory(Ledger(path: OutputLayout(output).ledger), of: pipeline)
            try IssuedReleases(output: output, pipeline: pipeline).checkSealed(known: memory.known)
            return []
        } catch {
            let problems = if case .several(let all) = error { all } else { [error] }
            // The release's own files have been checked already.
            return problems.map(\.description).filter { !$0.hasPrefix(own + "/") && !$0.hasPrefix(own + ":") }
        }
    }
}
