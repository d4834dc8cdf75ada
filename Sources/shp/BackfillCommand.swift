import ArgumentParser
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
            The extracts are read once, for all quarters. A quarter for which there is nothing is reported, and the others \
            are published all the same; the exit status is then 66. Everything else is reported as 'shp run' reports it: \
            findings and gaps, and exit status 1 with its reason when more than 1% of the rows are in quarantine.

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

    @Flag(help: "Publish also the quarters that have a release.")
    var force = false

    @OptionGroup var options: PublicationOptions

    @OptionGroup var messages: LogOptions

    func validate() throws {
        guard from <= to else { throw ValidationError("\(from) is after \(to); name the earlier quarter first") }
    }

    func run() async throws {
        let log = messages.log
        // A failure is kept under the quarter that was being published, or under none before the first.
        var record = RunRecord(definition: definition, quarter: nil, ledger: options.ledger)
        do {
            let plan = try PlanCompiler.compile(path: definition)
            let copies = try options.openDocumentCopies(plan)
            let input = try plan.landing(asked: options.input, definition: definition)
            try SeparateFolders.check(input: input, output: options.output)
            let lock = try OutputLock(output: options.output, waiting: .seconds(options.wait))
            record.hasLock = true
            let issued = try IssuedReleases(output: options.output, pipeline: plan.pipeline)
            let issues = IssueMemory(Ledger(path: options.ledger), of: plan.pipeline)
            try issued.checkSealed(known: issues.known)
            try issues.checkOtherPipelines(in: options.output)
            for trouble in issues.remember(issued) { log.tell(Notice(trouble)) }
            let wanted = try wanted(of: plan)
            guard !wanted.isEmpty else { return }
            try plan.check(for: wanted)
            let facts = try await PipelineRun(
                plan: plan, input: input, quarter: nil, threads: options.threadCount, parser: options.parser,
                known: options.knownFiles
            ).takeIn(keepingRows: !issued.isEmpty) { log.show(.init($0)) }
            let publisher = QuarterPublisher(issued: issued, lock: lock, copies: copies, log: log)
            var published: [QuarterPublication] = []
            var isWhole = true
            for quarter in wanted {
                record = RunRecord(definition: definition, quarter: quarter, ledger: options.ledger)
                record.hasLock = true
                guard try hasRows(quarter, facts, record, log) else {
                    isWhole = false
                    continue
                }
                let publication = try await publisher.publish(
                    quarter, of: facts, record, reportsFacts: published.isEmpty)
                if !messages.quiet { Terminal.result("\(quarter): \(publication.published.folder)") }
                published.append(publication)
            }
            lock.release()
            try report(published, isWhole: isWhole, log)
        } catch {
            let failure = Failure.exit(for: error, log)
            for trouble in record.keep(Failure(error)) { log.tell(Notice(trouble)) }
            throw failure
        }
    }

    /// The quarters that are to be published; of the others it is said that they have a release.
    private func wanted(of plan: PipelinePlan) throws -> [FinancialQuarter] {
        try quarters.filter { quarter in
            let isThere = try !ReleaseFolder.releases(
                of: "\(quarter)", pipeline: plan.pipeline, in: options.output
            ).isEmpty
            if isThere, !force, !messages.quiet { Terminal.result("\(quarter): has a release already") }
            return force || !isThere
        }
    }

    /// Whether there is anything to publish for the quarter; that there is not is reported and kept in the ledger.
    private func hasRows(
        _ quarter: FinancialQuarter, _ facts: LandedFacts, _ record: RunRecord, _ log: Log
    ) throws -> Bool {
        do {
            _ = try facts.quarter(asked: quarter)
            return true
        } catch let failure as RunFailure {
            guard case .nothingInQuarter = failure else { throw failure }
            for code in failure.codes {
                log.tell(Notice(.warning, code: code, "\(quarter): \(failure.description)"))
            }
            for trouble in record.keep(Failure(failure)) { log.tell(Notice(trouble)) }
            return false
        }
    }

    /// Why the exit status is not 0: each sentence with its quarter. A quarter without rows weighs more than findings.
    private func report(_ published: [QuarterPublication], isWhole: Bool, _ log: Log) throws {
        for publication in published {
            for remark in publication.verdict.remarks {
                log.tell(Notice(remark, of: "\(publication.result.quarter)"))
            }
        }
        guard isWhole else { throw ExitStatus.inputMissing.code }
        if let status = published.lazy.compactMap(\.verdict.status).first { throw status.code }
    }

    private var quarters: [FinancialQuarter] {
        var all = [from]
        while let last = all.last, last < to {
            all.append(FinancialQuarter(containing: last.period.last.advanced(by: 1)))
        }
        return all
    }
}
