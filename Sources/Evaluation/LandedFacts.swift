import Completeness
public import Core
package import Indicators
package import Intake
import Planning
package import Records
package import Revisions

/// The facts in the extracts of a run, before a quarter is chosen.
public struct LandedFacts: Sendable {
    package let plan: PipelinePlan
    package let input: String
    package let resolved: ResolvedExtracts
    package let leftOut: [LeftOutFile]
    package let corrections: [Corrections.Report]
    /// What is needed to compare figures with earlier ones; nil when they are not compared.
    package let basis: RevisionBasis?
    package let threads: Int

    /// Creates the facts from their parts.
    package init(
        plan: PipelinePlan, input: String, resolved: ResolvedExtracts, leftOut: [LeftOutFile],
        corrections: [Corrections.Report], basis: RevisionBasis?, threads: Int
    ) {
        self.plan = plan
        self.input = input
        self.resolved = resolved
        self.leftOut = leftOut
        self.corrections = corrections
        self.basis = basis
        self.threads = threads
    }

    /// The facts of the sources.
    package var facts: SourceFacts { resolved.facts }
    /// The extracts with their accounts closed, by source and in the order of delivery.
    package var extracts: [ExtractOutcome] { resolved.extracts }
    /// For each extract, the results of its rows; empty unless the rows were traced.
    package var traces: [ExtractTrace] { resolved.traces }

    /// Returns the requested quarter, or the newest complete one. When no quarter is complete, the error also names the
    /// files that were left out, because they may be the cause.
    public func quarter(asked: FinancialQuarter?) throws -> FinancialQuarter {
        let quarter = try chosen(asked: asked)
        // The newest complete quarter is known only now.
        if asked == nil { try plan.check(for: quarter) }
        return quarter
    }

    private func chosen(asked: FinancialQuarter?) throws -> FinancialQuarter {
        do throws(RunFailure) {
            return try QuarterChoice(plan: plan, facts: facts).quarter(asked: asked)
        } catch {
            if case .nothingInQuarter(let quarter, _) = error {
                throw RunFailure.nothingInQuarter(quarter, atFault: QuarterFaults(of: extracts, in: quarter).words)
            }
            guard case .noCompleteQuarter(let reasons) = error else { throw error }
            let unclaimed = leftOut.filter { $0.rule == .unclaimedFile }
            let words = unclaimed.map { Finding($0.rule, file: $0.file, note: $0.note).description }
            throw RunFailure.noCompleteQuarter(reasons + words)
        }
    }
}
