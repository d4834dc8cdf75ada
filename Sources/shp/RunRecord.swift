import Ledger
import PipelineEngine
import Publishing
import Tabular

/// What the ledger is told of the run that is under way.
final class RunRecord {
    /// Whether the run has the right to write into the output folder. Before that a failure is kept only where there is a
    /// ledger already: a slip of the keyboard begins none.
    var hasLock = false

    private let began = Clock.now
    private let start = ContinuousClock.now
    private let definition: String
    private let quarter: FinancialQuarter?
    private let ledger: Ledger
    private var isKept = false

    init(definition: String, quarter: FinancialQuarter?, ledger: String) {
        self.definition = definition
        self.quarter = quarter
        self.ledger = Ledger(path: ledger)
    }

    /// Keeps a run that published.
    func keep(_ publication: QuarterPublication) -> [LedgerTrouble] {
        isKept = true
        let (result, release) = (publication.result, publication.release)
        let run = run(
            publication.published.isUnchanged ? .unchanged : .published, quarter: "\(result.quarter)",
            release: release.manifest.releaseID, status: publication.verdict.status?.rawValue ?? 0)
        return ledger.append(LedgerEntry(run: run, release: result.ledgerRelease(release)))
    }

    /// Keeps a run that failed, unless it was told already or another run is at it.
    func keep(_ failure: Failure?) -> [LedgerTrouble] {
        guard !isKept, let failure, failure.status != .locked, hasLock || ledger.exists else { return [] }
        let isInput = failure.status == .inputRefused || failure.status == .inputMissing
        let run = run(
            isInput ? .refused : .failed, quarter: quarter.map { "\($0)" }, release: nil,
            status: failure.status.rawValue, codes: failure.codes)
        return ledger.append(LedgerEntry(run: run, release: nil))
    }

    /// Keeps a run that had nothing to do.
    func keepUnchanged(_ release: String) {
        UnchangedRuns(beside: ledger.path)
            .append(began: began, took: took, definition: definition, release: release)
    }

    private var took: Int {
        let parts = start.duration(to: .now).components
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
