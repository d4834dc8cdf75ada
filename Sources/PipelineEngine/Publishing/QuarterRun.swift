public import Core
import Evaluation
import FoundationEssentials
import Intake
import Records
import ReleaseStore
import Releases

/// Publishes one quarter: the use case of `shp run`.
public struct QuarterRun: Sendable {
    /// How it ended.
    public enum Outcome: Sendable {
        /// Nothing has changed since the last run, whose release stands.
        case unchanged(RunMemory.Unchanged)
        /// The quarter is published.
        case published(QuarterPublication)
    }

    private let request: PublishRequest
    private let quarter: FinancialQuarter?
    private let asAt: CalendarDate?
    private let isForced: Bool

    /// A run for a quarter, the newest complete one when none is named, with what had been delivered and issued by the end of
    /// a day, when one is given. Unless it is forced it does nothing when nothing has changed.
    public init(
        _ request: PublishRequest, quarter: FinancialQuarter?, asAt: CalendarDate? = nil, isForced: Bool = false
    ) {
        self.request = request
        self.quarter = quarter
        self.asAt = asAt
        self.isForced = isForced
    }

    /// Publishes the quarter. Any error is recorded in the ledger; then nothing was published, or, when only copies failed,
    /// the release is whole.
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
        // Before anything is read: a second run must not wait for the first one's work to be done twice.
        let lock = try request.lock()
        // The run that was waited for may have been this one.
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

    /// The last run, when there is nothing to do; that is kept.
    private func unchanged(_ memory: RunMemory, _ record: RunRecord) -> RunMemory.Unchanged? {
        guard !isForced, !request.verifies, let unchanged = memory.unchanged() else { return nil }
        // A release without copies is not what this request wants.
        let copies = request.copies.map { ReleaseCopies.folder(of: unchanged.release, in: $0) }
        guard copies.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else { return nil }
        record.keepUnchanged(unchanged.release)
        return unchanged
    }
}
