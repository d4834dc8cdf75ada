import Core
import Indicators
public import Intake
import Records
import ReleaseDisclosure
import ReleaseStore
public import Releases
import Revisions

/// What a run's figures are compared with, and the result.
struct RunComparison: Sendable {
    /// The issued release that the figures are compared with.
    let release: Manifest.ComparedRelease
    /// The figures that it had with another value.
    let revisions: [FigureRevision]
}

extension QuarterFigures {
    /// What a run found of the quarter, compared with nothing. Throws a `RunFailure` when the tables cannot be made safe.
    public func result() throws(RunFailure) -> RunResult { RunResult(self, try protected()) }

    /// What a run found of the quarter, with the releases that were issued before: nothing is in it that reveals, beside them,
    /// what either withholds, and its figures are compared with those of one of them. Throws an `UnreadableRelease` when a
    /// release is not what was issued.
    public func result(comparedWith choice: ReleaseChoice, by program: ProgramVersion) async throws -> RunResult {
        let figures = EarlierFigures(plan: plan, files: landed.files)
        let guarded = plan.guardedSources
        let earlier = try choice.releases(
            before: landed.manifest(of: quarter, by: program, confidential: plan.confidentialSources),
            of: quarter, concerning: { figures.concerns($0, guarded) })
        let others = earlier.all.contains { $0.manifest.pipeline != plan.pipeline }
        // What was withheld stays so, also when the definition has no policy any more.
        let withheld = earlier.all.contains { $0.figures.all.contains(where: \.isConfidential) }
        let concerns = (others || withheld || !guarded.isEmpty) && !earlier.all.isEmpty
        // What readers have already must not reveal what this release withholds.
        let safe = try protected(besides: concerns ? figures.figures(of: earlier.all) : [])
        return RunResult(
            self, safe, alsoIssued: try concerns ? earlier.others.map { try $0.comparison(in: plan.pipeline) } : [],
            published: concerns ? PublishedSmallNumbers(plan: plan, figures: figures).notices(of: earlier.all) : [],
            comparison: try await comparison(of: safe, with: earlier.comparedWith, by: program))
    }

    /// The tables compared with an issued release; nil when there is none, or rows were not kept for it.
    private func comparison(
        of safe: ProtectedTables, with previous: ReleaseFolder?, by program: ProgramVersion
    ) async throws -> RunComparison? {
        guard let basis = landed.basis, let previous else { return nil }
        let review = try await RevisionReview(
            plan: plan, basis: basis, previous: previous, quarter: quarter, program: program,
            confidential: safe.confidentialSources, threads: landed.threads)
        return RunComparison(
            release: try previous.comparison(), revisions: review.revisions(of: safe.tables, layouts))
    }
}
