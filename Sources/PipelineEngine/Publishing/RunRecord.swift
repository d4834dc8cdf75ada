import Core
import Evaluation
import Ledger
import Releases

/// The ledger's record of the run that is under way.
final class RunRecord {
    /// Whether the run holds the lock on the output folder. Before that, a failure is recorded only where there is a
    /// ledger already, so that a mistyped path does not create one.
    var hasLock = false

    private let clock: RunClock
    private let definition: String
    let ledger: Ledger
    private var quarter: FinancialQuarter?
    private var began: Moment
    private var start: Duration
    private var isKept = false

    /// Creates the record of a run that begins now, for a quarter when one is requested.
    init(_ request: PublishRequest, quarter: FinancialQuarter?) {
        clock = request.clock
        definition = request.definition
        ledger = Ledger(path: request.ledger)
        self.quarter = quarter
        began = clock.now()
        start = clock.uptime()
    }

    /// Begins the record of the next quarter.
    func begin(_ quarter: FinancialQuarter) {
        self.quarter = quarter
        began = clock.now()
        start = clock.uptime()
        isKept = false
    }

    /// Does the work of the run and records its failure in the ledger.
    func keepingFailure<Outcome>(of work: () async throws -> Outcome) async throws -> Outcome {
        do { return try await work() } catch {
            let ledgerErrors = keep(error)
            throw ledgerErrors.isEmpty ? error : UnrecordedFailure(cause: error, ledgerErrors)
        }
    }

    /// Returns the ledger entry of a run that published, and marks the run as recorded.
    func entry(of publication: QuarterPublication) -> LedgerEntry {
        isKept = true
        let (result, release) = (publication.result, publication.release)
        let run = run(
            publication.published.isUnchanged ? .unchanged : .published, quarter: "\(result.quarter)",
            release: release.manifest.releaseID, status: publication.verdict.exitStatus?.rawValue ?? 0)
        return LedgerEntry(run: run, release: result.ledgerRelease(release))
    }

    /// Lets a later failure be recorded as well, although the run has been recorded already.
    func failsAfterwards() { isKept = false }

    /// Records a failed run, unless it is recorded already, another run holds the lock or the request was wrong. A run
    /// without the lock is recorded only if the ledger exists.
    func keep(_ error: any Error) -> [LedgerError] {
        let failure = InternalFault.reported(error)
        guard !isKept, !(error is RequestError), failure.exitStatus != .locked, hasLock || ledger.exists else {
            return []
        }
        let isInput = failure.exitStatus == .inputRefused || failure.exitStatus == .inputMissing
        let run = run(
            isInput ? .refused : .failed, quarter: quarter.map { "\($0)" }, release: nil,
            status: failure.exitStatus.rawValue, codes: failure.codes)
        return ledger.append(LedgerEntry(run: run, release: nil))
    }

    /// Records a run that had nothing to do.
    func keepUnchanged(_ release: String) {
        UnchangedRuns(beside: ledger.path)
            .append(began: began, took: took, definition: definition, release: release)
    }

    private var took: Int {
        let parts = (clock.uptime() - start).components
        return Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
    }

    private func run(
        _ outcome: LedgerRun.Outcome, quarter: String?, release: String?, status: Int32, codes: [String] = []
    ) -> LedgerRun {
        LedgerRun(
            began: began, took: took, definition: definition, quarter: quarter, release: release, outcome: outcome,
            exitStatus: Int(status), codes: codes)
    }
}
