import ArgumentParser
import FoundationEssentials
import Ledger
import Logging
import PipelineDefinition
import PipelineEngine
import Publishing
import Tabular

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Takes in the extracts of a landing folder and publishes a quarter.",
        discussion: """
            Writes one folder OUTPUT/PIPELINE/QUARTER/RELEASE with the appendices as xlsx, one CSV a table, figures.csv \
            and manifest.json, and points OUTPUT/PIPELINE/QUARTER/latest at it. The same inputs give the same folder and \
            the same bytes. Figures are compared with the last release that was issued ('shp issue'); those that differ are \
            marked [r], with their causes in revisions.csv. Rows that cannot be used go to \
            OUTPUT/state/quarantine/RELEASE, with line and reason. What was run, came in and came out is kept in \
            OUTPUT/state/ledger.sqlite for 'shp history'.

            EXAMPLES
              shp run Pipelines/shp-performance.yaml
              shp run Pipelines/shp-performance.yaml --quarter 2019-20-Q1
              shp run Pipelines/police-uk-street.yaml --input ~/police-uk --output /srv/shp
              shp run Pipelines/shp-performance.yaml --quiet --wait 600      # from cron, beside other runs
              shp run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --as-at 2019-07-20
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Option(
        help: "The financial quarter, such as 2019-20-Q1. (default: the newest complete quarter)",
        transform: FinancialQuarter.argument)
    var quarter: FinancialQuarter?

    @Option(
        help: """
            Only what had been delivered by the end of the day, and issued by then; 'latest' stays where it is. \
            (default: everything)
            """,
        transform: CalendarDate.argument)
    var asAt: CalendarDate?

    @Flag(help: "Run even when nothing has changed since the last run.")
    var force = false

    @Option(help: "text for people, json for programs.")
    var format = SummaryFormat.text

    @OptionGroup var options: PublicationOptions

    @OptionGroup var messages: LogOptions

    func run() async throws {
        let log = messages.log
        let record = RunRecord(definition: definition, quarter: quarter, ledger: options.ledger)
        do {
            let memory = RunMemory(
                output: options.output,
                .init(
                    definition: definition, input: options.input, quarter: quarter.map { "\($0)" },
                    asAt: asAt.map { "\($0)" }, program: Program.current))
            if isUnchanged(memory, record, log) { return }
            let plan = try PlanCompiler.compile(path: definition)
            // Before anything is read: to learn afterwards that it is not installed would cost a run.
            let copies = try options.openDocumentCopies(plan)
            let input = try plan.landing(asked: options.input, definition: definition)
            try SeparateFolders.check(input: input, output: options.output)
            // Before anything is read: a second run must not wait for the first one's work to be done twice.
            let lock = try OutputLock(output: options.output, waiting: .seconds(options.wait))
            // The run that was waited for may have been this one.
            if options.wait > 0, isUnchanged(memory, record, log) { return }
            record.hasLock = true
            let issued = try IssuedReleases(output: options.output, pipeline: plan.pipeline)
            let issues = IssueMemory(Ledger(path: options.ledger), of: plan.pipeline)
            try issued.checkSealed(known: issues.known)
            try issues.checkOtherPipelines(in: options.output)
            for trouble in issues.remember(issued) { log.tell(Notice(trouble)) }
            let run = PipelineRun(
                plan: plan, input: input, quarter: quarter, selection: asAt.map { .deliveredBy($0) } ?? .everything,
                threads: options.threadCount, parser: options.parser, known: options.knownFiles)
            let facts = try await run.takeIn(keepingRows: !issued.isEmpty, progress: { log.show(.init($0)) })
            let publication = try await QuarterPublisher(issued: issued, lock: lock, copies: copies, log: log)
                .publish(facts.quarter(asked: quarter), of: facts, asAt: asAt, record)
            memory.remember(
                publication.result, release: publication.published.folder, remarks: publication.verdict.remarks)
            lock.release()
            report(RunSummary(publication, output: options.output))
            try publication.verdict.report(to: log)
        } catch {
            let failure = Failure.exit(for: error, log)
            for trouble in record.keep(Failure(error)) { log.tell(Notice(trouble)) }
            throw failure
        }
    }

    /// Whether there is nothing to do; it is said, and so is what the run before said that somebody should look at.
    private func isUnchanged(_ memory: RunMemory, _ record: RunRecord, _ log: Log) -> Bool {
        guard !force, !options.verify, let unchanged = memory.unchanged() else { return false }
        let release = unchanged.release
        // What was made without copies is not what is asked for now.
        if options.ods, !FileManager.default.fileExists(atPath: OpenDocumentCopies.folder(of: release)) { return false }
        record.keepUnchanged(release)
        switch format {
        case .json: Terminal.result(RunSummary.unchangedJSON(release))
        case .text:
            if !messages.quiet {
                Terminal.result("Unchanged:  \(release)\nNothing it is made of has changed; --force runs all the same.")
            }
        }
        for remark in unchanged.remarks { log.tell(Notice(remark)) }
        return true
    }

    private func report(_ summary: RunSummary) {
        switch format {
        case .json: Terminal.result(summary.json)
        case .text: if !messages.quiet { Terminal.result(summary.text) }
        }
    }
}

/// How the summary is written.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
