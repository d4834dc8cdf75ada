import Core
import Indicators
public import Intake
import Records
import ReleaseDisclosure
import ReleaseStore
public import Releases
import Revisions

/// The result of comparing a run's figures with an issued release.
struct RunComparison: Sendable {
    /// The issued release that the figures are compared with.
    let release: Manifest.ComparedRelease
    /// The figures that had another value in that release.
    let revisions: [FigureRevision]
}

extension QuarterFigures {
    /// Returns the run's result for the quarter, without any comparison. Throws a `RunFailure` when the tables cannot
    /// be made safe.
    public func result() throws(RunFailure) -> RunResult { RunResult(self, try protected()) }

    /// Returns the run's result for the quarter, with regard to the releases issued before. Read together with those
    /// releases, the result reveals nothing that it or one of them withholds. Its figures are compared with the figures
    /// of one of the releases. Throws an `UnreadableRelease` when a release has changed since it was issued.
    public func result(comparedWith choice: ReleaseChoice, by program: ProgramVersion) async throws -> RunResult {
        let figures = EarlierFigures(plan: plan, files: landed.files)
        let guarded = plan.guardedSources
        let earlier = try choice.releases(
            before: landed.manifest(of: quarter, by: program, confidential: plan.confidentialSources),
            of: quarter, concerning: { figures.concerns($0, guarded) })
        let others = earlier.all.contains { $0.manifest.pipeline != plan.pipeline }
        // Withheld numbers stay withheld, even if the definition no longer has a policy.
        let withheld = earlier.all.contains { $0.figures.all.contains(where: \.isConfidential) }
        let concerns = (others || withheld || !guarded.isEmpty) && !earlier.all.isEmpty
        // What readers already have must not reveal what this release withholds.
        let safe = try protected(besides: concerns ? figures.figures(of: earlier.all) : [])
        return RunResult(
            self, safe, alsoIssued: try concerns ? earlier.others.map { try $0.comparison(in: plan.pipeline) } : [],
            published: concerns ? PublishedSmallNumbers(plan: plan, figures: figures).notices(of: earlier.all) : [],
            comparison: try await comparison(of: safe, with: earlier.comparedWith, by: program))
    }

    /// Compares the tables with an issued release; nil when there is none, or when the rows were not kept.
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
