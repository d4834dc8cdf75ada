public import Core
import Evaluation
import FoundationEssentials
import Intake
import Records
import ReleaseStore
import Releases

/// Publishes one quarter: the use case of `shp run`.
public struct QuarterRun: Sendable {
    /// The result of the run.
    public enum Outcome: Sendable {
        /// Nothing has changed since the last run, so its release is still current.
        case unchanged(RunMemory.Unchanged)
        /// The quarter is published.
        case published(QuarterPublication)
    }

    private let request: PublishRequest
    private let quarter: FinancialQuarter?
    private let asAt: CalendarDate?
    private let isForced: Bool

    /// Creates a run for a quarter, or for the newest complete quarter when none is named. When `asAt` is given, the
    /// run uses only what had been delivered and issued by the end of that day. When nothing has changed, only a forced
    /// run publishes again.
    public init(
        _ request: PublishRequest, quarter: FinancialQuarter?, asAt: CalendarDate? = nil, isForced: Bool = false
    ) {
        self.request = request
        self.quarter = quarter
        self.asAt = asAt
        self.isForced = isForced
    }

    /// Publishes the quarter. Any error is recorded in the ledger. After an error nothing has been published, unless
    /// only the copies failed: then the release itself is complete.
    public func publish(_ report: @escaping RunReport) async throws -> Outcome {
        let record = RunRecord(request, quarter: quarter)
        return try await record.keepingFailure { try await publish(record, report) }
    }

    private func publish(_ record: RunRecord, _ report: @escaping RunReport) async throws -> Outcome {
        let memory = RunMemory(
            output: request.output,
            .init(
                definition: request.definition, input: request.input, quarter: quarter.map { "\($0)" },
                asAt: asAt.map { "\($0)" }, program: request.program), began: request.clock.fileTime())
        if let unchanged = unchanged(memory, record) { return .unchanged(unchanged) }
        let basis = try PublishBasis(request)
        // The lock is taken before anything is read, so that a second run does not read everything only to find the
        // folder locked.
        let lock = try request.lock()
        // The run that held the lock may have done the same work.
        if request.wait > .zero, let unchanged = unchanged(memory, record) { return .unchanged(unchanged) }
        record.hasLock = true
        let run = try PublishRun(
            PipelineRun(
                plan: basis.plan, input: basis.input, quarter: quarter,
                selection: asAt.map { .deliveredBy($0) } ?? .everything, threads: request.threads,
                parser: request.parser, known: request.knownFiles),
            of: basis.plan.pipeline, by: request.program, in: basis.formats, holding: lock, ledger: request.ledger,
            report: report)
        let facts = try await run.read(keepingRows: !run.issued.isEmpty)
        let publication = try await run.publish(
            facts.quarter(asked: quarter), of: facts, asAt: asAt, today: request.clock.today, keptBy: record,
            memory: memory)
        lock.release()
        return .published(publication)
    }

    /// Returns the last run when there is nothing to do, and records that this run changed nothing.
    private func unchanged(_ memory: RunMemory, _ record: RunRecord) -> RunMemory.Unchanged? {
        guard !isForced, !request.verifies, let unchanged = memory.unchanged() else { return nil }
        // The release must also have every copy that this request asks for.
        let copies = request.copies.map { ReleaseCopies.folder(of: unchanged.release, in: $0) }
        guard copies.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else { return nil }
        record.keepUnchanged(unchanged.release)
        return unchanged
    }
}
