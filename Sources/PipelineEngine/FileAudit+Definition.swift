public import Audit
import Planning
import Records

extension FileAudit {
    /// Audits tables and releases, with the definition at a path when one is named: the use case of `shp audit`. Throws
    /// `DefinitionErrors` for faults of the definition or the structure, and an `AuditFailure` for faults of the files.
    public static func report(
        on paths: [String], definition: String?, structure: String?, previous: String?, accepted: String? = nil
    ) throws -> AuditReport {
        var plan: PipelinePlan?
        if let definition { plan = try PlanCompiler.compile(path: definition) }
        return try FileAudit(
            paths: paths, plan: plan, structure: structure, previous: previous, accepted: accepted
        ).report()
    }
}

extension AuditReport {
    /// Returns whether the tables need review, and why.
    public func verdict(requiring percent: Int? = nil) -> RunVerdict {
        var reasons: [RunVerdict.Reason] = hasErrors ? [.impossibleFigures(count(.error))] : []
        let uncovered = tables(coveredLessThan: percent ?? 0)
        let unchecked = uncovered.filter { coverage[$0].checked == 0 }
        if !unchecked.isEmpty {
            reasons.append(.tooLittleChecked(tables: unchecked.map { tables[$0].name }, percent: 0))
        }
        let few = uncovered.filter { coverage[$0].checked > 0 }
        if let percent, !few.isEmpty {
            reasons.append(.tooLittleChecked(tables: few.map { tables[$0].name }, percent: percent))
        }
        return RunVerdict(reasons)
    }
}
