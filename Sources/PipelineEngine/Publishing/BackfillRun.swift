public import Core
import Evaluation
import Intake
import PipelineDefinition
import Planning
import Records
import ReleaseStore

/// Publishes the quarters of a range that have no release: the use case of `shp backfill`. The extracts are read once.
public struct BackfillRun: Sendable {
    /// The result of the run.
    public struct Outcome: Sendable {
        /// The published quarters, in order.
        public let published: [QuarterPublication]
        /// The exit statuses of the quarters that could not be published.
        let failures: [ExitStatus]
        /// Whether every quarter could be published.
        public var isWhole: Bool { failures.isEmpty }

        /// The exit status; nil for 0. A definition that is wrong for a quarter decides first, then a quarter without
        /// rows, then findings.
        public var exitStatus: ExitStatus? {
            if failures.contains(.definitionWrong) { return .definitionWrong }
            return failures.first ?? published.lazy.compactMap(\.verdict.exitStatus).first
        }
    }

    private let request: PublishRequest
    private let quarters: [FinancialQuarter]
    private let isForced: Bool

    /// Creates a run for the quarters from the first to the last. A forced run also publishes quarters that already
    /// have a release.
    public init(
        _ request: PublishRequest, from first: FinancialQuarter, to last: FinancialQuarter, isForced: Bool = false
    ) {
        self.request = request
        self.isForced = isForced
        var quarters: [FinancialQuarter] = []
        var quarter = first
        while quarter <= last {
            quarters.append(quarter)
            quarter = FinancialQuarter(containing: quarter.period.last.advanced(by: 1))
        }
        self.quarters = quarters
    }

    /// Publishes the quarters and reports each when it is published. Any error is recorded in the ledger under the
    /// quarter that was being published, or under no quarter before the first. Quarters published earlier stay
    /// published.
    public func publish(_ report: @escaping RunReport) async throws -> Outcome {
        let record = RunRecord(request, quarter: nil)
        return try await record.keepingFailure { try await publish(record, report) }
    }

    private func publish(_ record: RunRecord, _ report: @escaping RunReport) async throws -> Outcome {
        let basis = try PublishBasis(request)
        let lock = try request.lock()
        record.hasLock = true
        let run = try PublishRun(
            PipelineRun(
                plan: basis.plan, input: basis.input, quarter: nil, threads: request.threads, parser: request.parser,
                known: request.knownFiles),
            of: basis.plan.pipeline, by: request.program, in: basis.formats, holding: lock, ledger: request.ledger,
            report: report)
        let wanted = try wanted(of: basis.plan.pipeline, report)
        guard !wanted.isEmpty else { return Outcome(published: [], failures: []) }
        var failures: [ExitStatus] = []
        let sound = try sound(wanted, basis.plan, record, report, &failures)
        let facts = try await run.read(keepingRows: !run.issued.isEmpty)
        var published: [QuarterPublication] = []
        let reported = ReportedFindings()
        for quarter in sound {
            record.begin(quarter)
            guard try hasRows(quarter, facts, record, report) else {
                failures.append(.inputMissing)
                continue
            }
            let publication = try await run.publish(
                quarter, of: facts, today: request.clock.today, keptBy: record,
                besides: reported)
            report(.published(publication))
            published.append(publication)
        }
        lock.release()
        return Outcome(published: published, failures: failures)
    }

    /// Returns the quarters for which the definition is correct; every other quarter is reported and recorded in the
    /// ledger. Throws the definition's errors when the definition is wrong for all quarters.
    private func sound(
        _ wanted: [FinancialQuarter], _ plan: PipelinePlan, _ record: RunRecord, _ report: RunReport,
        _ failures: inout [ExitStatus]
    ) throws -> [FinancialQuarter] {
        var wrong: [(quarter: FinancialQuarter, errors: DefinitionErrors)] = []
        for quarter in wanted {
            do throws(DefinitionErrors) { try plan.check(for: quarter) } catch { wrong.append((quarter, error)) }
        }
        if wrong.count == wanted.count { try plan.check(for: wanted) }
        for (quarter, errors) in wrong {
            record.begin(quarter)
            report(.nothingToPublish(quarter, errors))
            for ledgerError in record.keep(errors) { report(.ledger(ledgerError)) }
            failures.append(errors.exitStatus)
        }
        let names = Set(wrong.map(\.quarter))
        return wanted.filter { !names.contains($0) }
    }

    /// Returns the quarters to publish. Quarters that already have a release are reported and left out, unless the run
    /// is forced.
    private func wanted(of pipeline: String, _ report: RunReport) throws -> [FinancialQuarter] {
        try quarters.filter { quarter in
            let releases = try ReleaseFolder.releases(of: "\(quarter)", pipeline: pipeline, in: request.output)
            if releases.isEmpty || isForced { return true }
            report(.released(quarter))
            return false
        }
    }

    /// Returns whether there is anything to publish for the quarter. If there is nothing, this is reported and recorded
    /// in the ledger.
    private func hasRows(
        _ quarter: FinancialQuarter, _ facts: LandedFacts, _ record: RunRecord, _ report: RunReport
    ) throws -> Bool {
        do {
            _ = try facts.quarter(asked: quarter)
            return true
        } catch let failure as RunFailure {
            guard case .nothingInQuarter = failure else { throw failure }
            report(.nothingToPublish(quarter, failure))
            for ledgerError in record.keep(failure) { report(.ledger(ledgerError)) }
            return false
        }
    }
}
