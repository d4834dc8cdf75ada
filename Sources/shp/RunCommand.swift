import ArgumentParser
import FoundationEssentials
import Ingestion
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

    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

    @Option(
        help: """
            Only what had been delivered by the end of the day, and issued by then; 'latest' stays where it is. \
            (default: everything)
            """,
        transform: CalendarDate.argument)
    var asAt: CalendarDate?

    @Option(help: "Where releases go.", completion: .directory)
    var output = "Output"

    @Option(help: "Extracts taken in at once; figures do not depend on it. (default: the number of processors)")
    var threads: Int?

    @Option(help: "Which rows libcsv parses: libcsv for every row, fast for all that are not plain.")
    var parser = ParserMode.fast

    @Flag(help: "Hash every extract, also those whose size, time and inode are known.")
    var verify = false

    @Flag(help: "Run even when nothing has changed since the last run.")
    var force = false

    @Flag(help: "Also write the appendices in OpenDocument, by LibreOffice, beside the release.")
    var ods = false

    @Option(help: "Wait so many seconds for another run to end. (default: not at all)")
    var wait = 0

    @Option(help: "text for people, json for programs.")
    var format = SummaryFormat.text

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    @OptionGroup var messages: LogOptions

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
        guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds, 0 or more") }
    }

    func run() async throws {
        let log = messages.log
        let record = RunRecord(definition: definition, quarter: quarter, ledger: ledger)
        do {
            let program = ProgramVersion(name: Program.name, version: Program.version)
            let memory = RunMemory(
                output: output,
                .init(
                    definition: definition, input: input, quarter: quarter.map { "\($0)" },
                    asAt: asAt.map { "\($0)" }, program: program))
            if isUnchanged(memory, record) { return }
            let plan = try PlanCompiler.compile(path: definition)
            // Before anything is read: to learn afterwards that it is not installed would cost a run.
            let copies = try openDocumentCopies(plan)
            let input = try plan.landing(asked: input, definition: definition)
            // Before anything is read: a second run must not wait for the first one's work to be done twice.
            let lock = try OutputLock(output: output, waiting: .seconds(wait))
            // The run that was waited for may have been this one.
            if wait > 0, isUnchanged(memory, record) { return }
            record.hasLock = true
            let issued = try IssuedReleases(output: output, pipeline: plan.pipeline)
            let run = PipelineRun(
                plan: plan, input: input, quarter: quarter, selection: asAt.map { .deliveredBy($0) } ?? .everything,
                threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, parser: parser,
                known: verify ? KnownFiles() : KnownFiles(output: output))
            let facts = try await run.takeIn(keepingRows: !issued.isEmpty, progress: { log.show(.init($0)) })
            let result = try await facts.result(
                for: facts.quarter(asked: quarter), comparedWith: .issued(issued, by: asAt), by: program)
            log.clearProgress()
            let release = try result.auditedRelease(by: program)
            let published = try await ReleasePublisher.publish(
                release, holding: lock, movesLatest: asAt == nil)
            KnownFiles.remember(result, output: output)
            memory.remember(result, release: published.folder)
            let isQuarantined = result.total.quarantinedTotal * 100 > result.total.read
            let unused = result.unusedDeliverySentence
            let status: ExitStatus? = isQuarantined || unused != nil ? .withFindings : nil
            let troubles = record.keep(result, release, published, status)
            try copies?.make(of: published, holding: lock)
            lock.release()
            if let problem = published.indexProblem {
                log.tell(Notice(.warning, code: "index-not-written", "index.html: not made anew: \(problem)"))
            }
            report(RunSummary(result: result, published: published, output: output), log)
            for trouble in troubles { log.tell(Notice(trouble)) }
            if let unused { log.tell(Notice(.warning, code: FindingRule.deliveryTooSmall.rawValue, unused)) }
            if let status { throw status.code }
        } catch {
            let failure = Failure.exit(for: error, log)
            for trouble in record.keep(Failure(error)) { log.tell(Notice(trouble)) }
            throw failure
        }
    }

    /// What makes the OpenDocument copies; nil when nobody asks for them.
    private func openDocumentCopies(_ plan: PipelinePlan) throws -> OpenDocumentCopies? {
        guard ods || plan.asksForOpenDocument else { return nil }
        guard let soffice = InstalledProgram.path(of: "soffice") else { throw OutputFailure.noConverter }
        return OpenDocumentCopies(by: soffice)
    }

    private var ledger: String { state.map { LedgerPath.inState($0) } ?? LedgerPath.inOutput(output) }

    /// Whether there is nothing to do; it is said.
    private func isUnchanged(_ memory: RunMemory, _ record: RunRecord) -> Bool {
        guard !force, !verify, let release = memory.unchangedRelease() else { return false }
        // What was made without copies is not what is asked for now.
        if ods, !FileManager.default.fileExists(atPath: OpenDocumentCopies.folder(of: release)) { return false }
        record.keepUnchanged(release)
        switch format {
        case .json: Terminal.result(RunSummary.unchangedJSON(release))
        case .text:
            if !messages.quiet {
                Terminal.result("Unchanged:  \(release)\nNothing it is made of has changed; --force runs all the same.")
            }
        }
        return true
    }

    private func report(_ summary: RunSummary, _ log: Log) {
        for finding in summary.result.findings { log.tell(Notice(finding)) }
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
