import Core
import Evaluation
import Formats
import Intake
import Ledger
import ReleaseDisclosure
import ReleaseStore
import Releases

/// One run that publishes, from the lock to the ledger. `run`, `backfill` and `regenerate` use its steps, so that all
/// of them read, compare, publish and report in the same way.
struct PublishRun {
    private let run: PipelineRun
    private let program: ProgramVersion
    private let formats: ChosenFormats
    private let lock: OutputLock
    private let report: RunReport
    /// The issued releases of the pipeline.
    let issued: IssuedReleases

    /// Creates a run in the output folder of the lock. Throws an `UnreadableRelease` when an issued release, or a list
    /// of issued releases, has changed. With `remembersIssues`, the issued releases are recorded in the ledger for the
    /// next run.
    init(
        _ run: PipelineRun, of pipeline: String, by program: ProgramVersion, in formats: ChosenFormats,
        holding lock: OutputLock, ledger: String, remembersIssues: Bool = true, report: @escaping RunReport
    ) throws {
        self.run = run
        self.program = program
        self.formats = formats
        self.lock = lock
        self.report = report
        issued = try IssuedReleases(output: lock.output, pipeline: pipeline)
        let memory = IssueMemory(Ledger(path: ledger), of: pipeline)
        try issued.checkSealed(known: memory.known)
        try memory.checkOtherPipelines(in: lock.output)
        guard remembersIssues else { return }
        for ledgerError in memory.remember(issued) { report(.ledger(ledgerError)) }
    }

    /// Reads every extract. With `keepingRows`, keeps the rows that are needed to compare figures with earlier ones.
    func read(keepingRows: Bool) async throws -> LandedFacts {
        try await run.readExtracts(keepingRows: keepingRows) { [report] in report(.progress($0)) }
    }

    /// Audits the result and publishes it, without recording or reporting anything.
    func publish(
        _ result: RunResult, movesLatest: Bool, today: CalendarDate? = nil
    ) async throws -> QuarterPublication {
        try await QuarterPublication.publish(
            result, by: program, in: formats, holding: lock, movesLatest: movesLatest, today: today)
    }

    /// Publishes a quarter of the facts. Compares its figures with the releases issued by the day `asAt`, or with all
    /// issued releases when no day is given. Then records the run in the ledger, reports the findings and makes the
    /// copies. When several quarters are published, findings on the extracts are reported with the first quarter, and
    /// findings on a quarter name it. No finding is reported twice.
    func publish(
        _ quarter: FinancialQuarter, of facts: LandedFacts, asAt: CalendarDate? = nil, today: CalendarDate,
        keptBy record: RunRecord, besides reported: ReportedFindings? = nil, memory: RunMemory? = nil
    ) async throws -> QuarterPublication {
        let result = try await QuarterFigures(of: facts, for: quarter)
            .result(comparedWith: .issued(issued, by: asAt), by: program)
        let (output, ledger) = (lock.output, record.ledger)
        // These steps run in parallel where they do not depend on each other: with tens of thousands of extracts, each
        // step takes time.
        async let look = memory.map { _ in RunMemory.LandingLook(result.landed.input) }
        let publication = try await publish(result, movesLatest: asAt == nil, today: today)
        let entry = record.entry(of: publication)
        async let kept = ledger.append(entry)
        async let known: Void = KnownFiles.remember(result.extracts, output: output)
        report(.progressEnded)
        let findings = result.gatheredFindings
        let own = Set(reported == nil ? [] : result.quarterFindings)
        let remedy = findings.isEmpty ? { _ in nil } : result.remedies
        for finding in findings where reported?.isNew(finding) ?? true {
            report(.finding(finding, remedy: remedy(finding), of: own.contains(finding) ? quarter : nil))
        }
        for notice in result.protection { report(.protection(code: notice.code, words: notice.words)) }
        if let problem = publication.published.indexProblem { report(.indexNotWritten(reason: problem)) }
        for ledgerError in await kept { report(.ledger(ledgerError)) }
        await known
        do {
            let problem = try ReleaseCopies.make(
                of: publication.release, at: publication.published, in: formats, holding: lock)
            if let problem { report(.indexNotWritten(reason: problem)) }
        } catch {
            record.failsAfterwards()
            throw error
        }
        if let look = await look {
            memory?.remember(
                result, release: publication.published.folder, remarks: publication.verdict.remarks, look)
        }
        return publication
    }
}
