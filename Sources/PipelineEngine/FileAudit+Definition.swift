public import Audit
import Tabular

extension FileAudit {
    /// Audits tables and releases by the definition at a path, when one is named: the use case of `shp audit`. Throws
    /// `DefinitionMistakes` for the definition and the structure, an `AuditFailure` for files.
    public static func report(
        on paths: [String], definition: String?, structure: String?, previous: String?
    ) throws -> AuditReport {
        var plan: PipelinePlan?
        if let definition { plan = try PlanCompiler.compile(path: definition) }
        return try FileAudit(paths: paths, plan: plan, structure: structure, previous: previous).report()
    }
}

extension AuditReport {
    /// Whether somebody should look at the tables, and why.
    public var verdict: RunVerdict { RunVerdict(hasErrors ? [.impossibleFigures(count(.error))] : []) }
}
