public import Core
import Files
public import Ledger
import ReleaseDisclosure
import ReleaseStore
import Releases

/// Issues a release of a quarter, or withdraws one: the use case of `shp issue`.
public struct ReleaseIssue: Sendable {
    /// An event that is reported while the work is done.
    public enum Event: Sendable {
        /// The release in the folder is issued on the day, or was issued already.
        case issued(folder: String, on: String)
        case issuedAlready(folder: String, on: String)
        /// The release in the folder, issued on a day, is withdrawn on another.
        case withdrawn(folder: String, on: String, issuedOn: String)
        /// The entries that the list in the file had lost are restored from the ledger, or no entry was lost.
        case restored(file: String, entries: [String])
        case whole(file: String)
        /// The page of the output folder could not be written, so it shows an outdated state of a release.
        case indexNotWritten(reason: String)
        /// A problem in recording the event in the ledger.
        case ledger(LedgerError)
    }

    /// The quarter, the pipeline and the release's identifier. When no pipeline is named, the only pipeline with the
    /// quarter is used. When no identifier is named, the target of `latest` is issued, or the release issued last is
    /// withdrawn.
    public var quarter: FinancialQuarter
    public var pipeline, release: String?
    /// The output folder, and the path of the ledger file.
    public var output, ledger: String
    /// How long to wait for a run to end.
    public var wait = Duration.zero
    /// The day of issue or withdrawal, and the present day.
    public var day, today: CalendarDate

    /// Creates a request to issue the quarter's release on a day.
    public init(
        of quarter: FinancialQuarter, output: String, ledger: String, on day: CalendarDate, today: CalendarDate
    ) {
        self.quarter = quarter
        self.output = output
        self.ledger = ledger
        self.day = day
        self.today = today
    }

    /// Issues the release, unless it would reveal withheld figures when read together with releases issued since it was
    /// made.
    ///
    /// Throws an `IssueError`, an `UnreadableRelease`, an `OutputFailure` or a `RequestError`.
    public func issue(_ report: (Event) -> Void) throws {
        try withFolder(report) { folder, lock in
            try checkAll(folder.pipeline)
            try issue(in: folder, lock, report)
        }
    }

    /// Restores the quarter's list of issued releases from the ledger. Where the ledger does not have the text of the
    /// entries, the release is issued again, unless it may have been withdrawn. Throws the errors of `issue`.
    public func restore(_ report: (Event) -> Void) throws {
        try withFolder(report) { folder, lock in
            let memory = IssueMemory(Ledger(path: ledger), of: folder.pipeline)
            let restoration = IssueRestoration(
                quarter, pipeline: folder.pipeline, output: output, known: memory.known)
            switch try restoration.restore() {
            case .restored(let file, let entries):
                report(.restored(file: file, entries: entries))
                try checkAll(folder.pipeline)
            case .whole(let file):
                report(.whole(file: file))
                try checkAll(folder.pipeline)
            case .unknown:
                if restoration.isUncertain(release) { try checkAll(folder.pipeline) }
                try ReleaseSeal.checkOthers(
                    than: release, of: quarter, pipeline: folder.pipeline, in: output, known: memory.known)
                try memory.checkOtherPipelines(in: output)
                try issue(in: folder, lock, report)
            }
        }
    }

    private func issue(in folder: (pipeline: String, path: String), _ lock: OutputLock, _ report: (Event) -> Void)
        throws
    {
        let opened = try ReleaseFolder("\(folder.path)/\(release ?? OutputLayout.Name.latest)")
        try IssueCheck(opened, in: output).check()
        let place = "\(folder.path)/\(opened.manifest.releaseID)"
        switch try ReleaseSeal.issue(opened, on: day, today: today, holding: lock) {
        case .issued: report(.issued(folder: place, on: "\(day)"))
        case .already(let before): report(.issuedAlready(folder: place, on: before))
        }
        try remember(folder.pipeline, report)
    }

    /// Withdraws the release, for a reason that readers see. Throws the errors of `issue`.
    public func withdraw(because reason: String, _ report: (Event) -> Void) throws {
        try withFolder(report) { folder, lock in
            try checkAll(folder.pipeline)
            let withdrawn = try ReleaseSeal.withdraw(
                release, of: quarter, pipeline: folder.pipeline, on: day, today: today, because: reason, holding: lock)
            report(
                .withdrawn(
                    folder: "\(folder.path)/\(withdrawn.releaseID)", on: "\(day)", issuedOn: withdrawn.on))
            try remember(folder.pipeline, report)
        }
    }

    /// Throws an `UnreadableRelease` when an issued release of the pipeline, or a list of issued releases of any
    /// pipeline, has changed. Issuing a release would hide the loss.
    private func checkAll(_ pipeline: String) throws {
        let memory = IssueMemory(Ledger(path: ledger), of: pipeline)
        try IssuedReleases(output: output, pipeline: pipeline).checkSealed(known: memory.known)
        try memory.checkOtherPipelines(in: output)
    }

    /// Does the work on the folder of the quarter while holding the lock.
    private func withFolder(
        _ report: (Event) -> Void, _ work: ((pipeline: String, path: String), OutputLock) throws -> Void
    ) throws {
        let folders = try ReleaseFolder.quarters("\(quarter)", ofPipeline: pipeline, in: output)
        guard folders.count < 2 else { throw RequestError.severalPipelines(folders.map(\.pipeline)) }
        guard let folder = folders.first else {
            throw UnreadableRelease.noQuarter(
                "\(quarter)", output: pipeline.map { OutputLayout(output).pipeline($0) } ?? output)
        }
        let lock = try OutputLock(output: output, waiting: wait)
        defer { lock.release() }
        try work(folder, lock)
        // The page of the output folder shows the state of each release.
        if let problem = OutputIndex.problem(writingIn: output) { report(.indexNotWritten(reason: problem)) }
    }

    private func remember(_ pipeline: String, _ report: (Event) -> Void) throws {
        let issued = try IssuedReleases(output: output, pipeline: pipeline)
        let memory = IssueMemory(Ledger(path: ledger), of: pipeline)
        for ledgerError in memory.remember(issued) { report(.ledger(ledgerError)) }
    }
}
