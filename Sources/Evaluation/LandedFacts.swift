import Completeness
public import Core
public import Disclosure
public import Indicators
public import Intake
import Planning
package import Records
import ReleaseDisclosure
import ReleaseStore
public import Releases
package import Revisions

/// What the extracts of a run came to, before anybody asks for a quarter.
public struct LandedFacts: Sendable {
    package let plan: PipelinePlan
    package let input: String
    package let resolved: ResolvedExtracts
    package let leftOut: [LeftOutFile]
    package let corrections: [Corrections.Report]
    /// What figures can be compared by with earlier ones; nil when nobody means to.
    package let basis: RevisionBasis?
    package let threads: Int

    /// From its parts.
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

    /// The quarter asked for, or the newest complete one; when there is none, a file that was left out may be why.
    public func quarter(asked: FinancialQuarter?) throws -> FinancialQuarter {
        let quarter = try chosen(asked: asked)
        // Which quarter is the newest complete one is known only now.
        if asked == nil { try plan.check(for: quarter) }
        return quarter
    }

    private func chosen(asked: FinancialQuarter?) throws -> FinancialQuarter {
        do throws(RunFailure) {
            return try QuarterChoice(plan: plan, facts: resolved.facts).quarter(asked: asked)
        } catch {
            if case .nothingInQuarter(let quarter, _) = error {
                throw RunFailure.nothingInQuarter(
                    quarter, atFault: QuarterFaults(of: resolved.extracts, in: quarter).words)
            }
            guard case .noCompleteQuarter(let reasons) = error else { throw error }
            let unclaimed = leftOut.filter { $0.rule == .unclaimedFile }
            let words = unclaimed.map { Finding($0.rule, file: $0.file, note: $0.note).description }
            throw RunFailure.noCompleteQuarter(reasons + words)
        }
    }

    /// Every table for the quarter, without small numbers of persons and what would give them back, also together with
    /// the figures of the release that was issued before. Throws a `RunFailure` when the tables cannot be made so. `alone` are
    /// the tables without regard to it, when they are known.
    public func result(
        for quarter: FinancialQuarter, earlier: [EarlierFigure] = [], alone: [FigureTable] = []
    ) throws(RunFailure) -> RunResult {
        let evaluator = plan.evaluator(of: resolved.facts, for: quarter)
        let layouts = plan.tables.map { plan.layout($0, for: quarter) }.map { $0.adding(notes: notes(on: $0)) }
        let tables = layouts.map { $0.table(evaluator, quarter: quarter, areas: plan.areas) }
        let control = DisclosureControl(
            layouts: layouts, evaluator: evaluator, earlier: earlier, otherFlags: SubjectCodes(plan: plan).otherFlags)
        let confidential = plan.confidentialSources.union(control.sources)
        let (safe, rough) = try withheld(withoutRowCounts(tables, layouts, of: confidential), control)
        if let listing = plan.listings.first(where: { control.sources.contains($0.source) }) {
            throw .listingDiscloses(listing.id)
        }
        let (reviewed, uncertainties) = UncertaintyReview(
            plan: plan, quarter: quarter, evaluator: evaluator, confidential: confidential
        )
        .review(safe, layouts)
        var result = RunResult(
            plan: plan, quarter: quarter, tables: reviewed, numbers: control.numbers(in: safe), guardedSources: control.sources,
            uncertainties: uncertainties + SilentAreas(plan: plan, facts: resolved.facts).findings(for: quarter)
                + SilentAgencies(plan: plan, extracts: resolved.extracts).findings(for: quarter),
            facts: resolved.facts,
            extracts: resolved.extracts,
            acceptedByCategory: resolved.acceptedByCategory,
            gaps: DeliveryReview(plan: plan, facts: resolved.facts).deliveries(for: quarter).filter(\.isGap),
            leftOut: leftOut, corrections: corrections, traces: resolved.traces, input: input)
        result.protection =
            rough.map { .withheldMore(source: $0) }
            + ProtectionNotice.staysWithheld(
                safe, layouts, guarded: plan.guardedSources,
                kept: alone.isEmpty ? [:] : control.keptFigures(of: safe, shownIn: alone))
        return result
    }

    /// What is to be said of the sources of a table's rows: that rows which repeat an identifier count once.
    private func notes(on layout: TableLayout) -> [String] {
        plan.sources.indices.compactMap { index in
            let source = plan.sources[index]
            let isRepeated = resolved.extracts.contains { extract in
                extract.source == index && extract.findings.contains { $0.rule == .identifierRepeated }
            }
            guard isRepeated, layout.rows.contains(where: { $0.indicator.subject.source == source.name }) else {
                return nil
            }
            return "\(source.title): where several rows have one identifier, one of them is counted."
        }
    }

    /// Every table for the quarter, its figures compared with those of an issued release. Throws an `UnreadableRelease` when
    /// a release is not what was issued.
    public func result(
        for quarter: FinancialQuarter, comparedWith choice: ReleaseChoice, by program: ProgramVersion
    ) async throws -> RunResult {
        var result = try result(for: quarter)
        // Where nothing has been issued, nobody asks.
        let alone = result
        lazy var manifest = alone.manifest(by: program)
        lazy var figures = EarlierFigures(plan: plan, inputs: manifest.inputs)
        let guarded = plan.guardedSources
        let earlier = try choice.releases(
            before: manifest, of: quarter, concerning: { figures.concerns($0, guarded) })
        let others = earlier.all.contains { $0.manifest.pipeline != plan.pipeline }
        // What was withheld stays so, also when the definition has no policy any more.
        let withheld = earlier.all.contains { $0.figures.all.contains(where: \.isConfidential) }
        if others || withheld || !guarded.isEmpty, !earlier.all.isEmpty {
            // What readers have already must not give back what this release withholds.
            result = try self.result(
                for: quarter, earlier: figures.figures(of: earlier.all), alone: alone.tables)
            result.protection += PublishedSmallNumbers(plan: plan, figures: figures).notices(of: earlier.all)
            result.alsoIssued = try earlier.others.map { try $0.comparison(in: plan.pipeline) }
        }
        guard let basis, let previous = earlier.comparedWith else { return result }
        let review = try await RevisionReview(
            plan: plan, basis: basis, previous: previous, quarter: quarter, program: program,
            confidential: result.confidentialSources, threads: threads)
        let layouts = plan.tables.map { plan.layout($0, for: quarter) }
        result.take(review.revisions(of: result.tables, layouts), of: try previous.comparison())
        return result
    }
}
