import ArgumentParser
import FoundationEssentials
import Ingestion
import Ledger
import Logging
import PipelineDefinition
import PipelineEngine
import Publishing
import Tabular

struct BackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Publishes the quarters of a range that have no release yet.",
        discussion: """
            The extracts are taken in once, for all quarters. A quarter for which there is nothing is told of, and the others \
            are published all the same; the exit status is then 66.

            EXAMPLES
              shp backfill Pipelines/shp-performance.yaml 2018-19-Q1 2019-20-Q1
              shp backfill Pipelines/shp-performance.yaml 2018-19-Q1 2019-20-Q1 --force    # also those that have one
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Argument(help: "The first quarter, such as 2018-19-Q1.", transform: FinancialQuarter.argument)
    var from: FinancialQuarter

    @Argument(help: "The last quarter.", transform: FinancialQuarter.argument)
    var to: FinancialQuarter

    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

    @Option(help: "Where releases go.", completion: .directory)
    var output = "Output"

    @Flag(help: "Publish also the quarters that have a release.")
    var force = false

    @Option(help: "Wait so many seconds for a run to end. (default: not at all)")
    var wait = 0

    @OptionGroup var messages: LogOptions

    func validate() throws {
        guard from <= to else { throw ValidationError("\(from) is after \(to); name the earlier quarter first") }
    }

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    func run() async throws {
        do {
            let plan = try PlanCompiler.compile(path: definition)
            let input = try plan.landing(asked: input, definition: definition)
            let lock = try OutputLock(output: output, waiting: .seconds(wait))
            let issued = try IssuedReleases(output: output, pipeline: plan.pipeline)
            let wanted = try quarters.filter { quarter in
                let isThere = try !ReleaseFolder.releases(of: "\(quarter)", pipeline: plan.pipeline, in: output).isEmpty
                if isThere, !force, !messages.quiet { Terminal.result("\(quarter): has a release already") }
                return force || !isThere
            }
            guard !wanted.isEmpty else { return }
            try plan.check(for: wanted)
            let facts = try await PipelineRun(
                plan: plan, input: input, quarter: nil, threads: ProcessInfo.processInfo.activeProcessorCount,
                known: KnownFiles(output: output)
            ).takeIn(keepingRows: !issued.isEmpty) { messages.log.show(.init($0)) }
            messages.log.clearProgress()
            var isWhole = true
            for quarter in wanted where try await !publish(quarter, facts, issued, lock) { isWhole = false }
            lock.release()
            if !isWhole { throw ExitStatus.inputMissing.code }
        } catch { throw Failure.exit(for: error, messages.log) }
    }

    /// Whether there was anything to publish for the quarter.
    private func publish(
        _ quarter: FinancialQuarter, _ facts: LandedFacts, _ issued: IssuedReleases, _ lock: OutputLock
    ) async throws -> Bool {
        do {
            _ = try facts.quarter(asked: quarter)
        } catch let failure as RunFailure {
            guard case .nothingInQuarter = failure else { throw failure }
            for code in failure.codes {
                messages.log.tell(Notice(.warning, code: code, "\(quarter): \(failure.description)"))
            }
            return false
        }
        let record = RunRecord(definition: definition, quarter: quarter, ledger: ledger)
        let program = ProgramVersion(name: Program.name, version: Program.version)
        let result = try await facts.result(for: quarter, comparedWith: .issued(issued, by: nil), by: program)
        let release = try result.auditedRelease(by: program)
        let published = try await ReleasePublisher.publish(release, holding: lock)
        for trouble in record.keep(result, release, published, nil) { messages.log.tell(Notice(trouble)) }
        if !messages.quiet { Terminal.result("\(quarter): \(published.folder)") }
        return true
    }

    private var ledger: String { state.map { LedgerPath.inState($0) } ?? LedgerPath.inOutput(output) }

    private var quarters: [FinancialQuarter] {
        var all = [from]
        while let last = all.last, last < to {
            all.append(FinancialQuarter(containing: last.period.last.advanced(by: 1)))
        }
        return all
    }
}
