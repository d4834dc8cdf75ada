public import Audit
import Planning
import Records

extension FileAudit {
    /// Audits tables and releases by the definition at a path, when one is named: the use case of `shp audit`. Throws
    /// `DefinitionErrors` for the definition and the structure, an `AuditFailure` for files.
    public static func report(
        on paths: [String], definition: String?, structure: String?, previous: String?
    ) throws -> AuditReport {
        var plan: PipelinePlan?
        if let definition { plan = try PlanCompiler.compile(path: definition) }
        return try FileAudit(paths: paths, plan: plan, structure: structure, previous: previous).report()
    }
}

extension AuditReport {
    /// Whether the tables need review, and why.
    public var verdict: RunVerdict { RunVerdict(hasErrors ? [.impossibleFigures(count(.error))] : []) }
}
