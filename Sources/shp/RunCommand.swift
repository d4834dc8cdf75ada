import ArgumentParser
import FoundationEssentials
import Ingestion
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
            the same bytes. Rows that cannot be used go to OUTPUT/state/quarantine/RELEASE, with line and reason.

            EXAMPLES
              shp run Pipelines/shp-performance.yaml
              shp run Pipelines/shp-performance.yaml --quarter 2019-20-Q1
              shp run Pipelines/police-uk-street.yaml --input ~/police-uk --output /srv/shp
              shp run Pipelines/shp-performance.yaml --quiet --wait 600      # from cron, beside other runs
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Option(
        help: "The financial quarter, such as 2019-20-Q1. (default: the newest complete quarter)",
        transform: FinancialQuarter.argument)
    var quarter: FinancialQuarter?

    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

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

    @Flag(name: .shortAndLong, help: "Only say what went wrong.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Tell every finding, not only how many there are.")
    var verbose = false

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
        guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds, 0 or more") }
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    func run() async throws {
        do {
            let program = ProgramVersion(name: Program.name, version: Program.version)
            let memory = RunMemory(
                output: output,
                .init(definition: definition, input: input, quarter: quarter.map { "\($0)" }, program: program))
            if isUnchanged(memory) { return }
            let plan = try PlanCompiler.compile(path: definition)
            // Before anything is read: to learn afterwards that it is not installed would cost a run.
            let copies = try openDocumentCopies(plan)
            let input = try plan.landing(asked: input, definition: definition)
            // Before anything is read: a second run must not wait for the first one's work to be done twice.
            let lock = try OutputLock(output: output, waiting: .seconds(wait))
            // The run that was waited for may have been this one.
            if wait > 0, isUnchanged(memory) { return }
            let run = PipelineRun(
                plan: plan, input: input, quarter: quarter,
                threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, parser: parser,
                known: verify ? KnownFiles() : KnownFiles(output: output))
            let result = try await run.evaluate(progress: progress)
            if !quiet, Terminal.isWatched { Terminal.progress("") }
            let release = result.release(by: program)
            let published = try await ReleasePublisher.publish(release, holding: lock)
            try copies?.make(of: published, holding: lock)
            KnownFiles.remember(result, output: output)
            memory.remember(result, release: published.folder)
            lock.release()
            if let problem = published.indexProblem { Terminal.message("index.html: not made anew: \(problem)") }
            report(RunSummary(result: result, published: published, output: output))
            if result.total.quarantinedTotal * 100 > result.total.read { throw ExitStatus.withFindings.code }
        } catch { throw Failure.exit(for: error) }
    }

    /// What makes the OpenDocument copies; nil when nobody asks for them.
    private func openDocumentCopies(_ plan: PipelinePlan) throws -> OpenDocumentCopies? {
        guard ods || plan.asksForOpenDocument else { return nil }
        guard let soffice = InstalledProgram.path(of: "soffice") else { throw OutputFailure.noConverter }
        return OpenDocumentCopies(by: soffice)
    }

    private var progress: @Sendable (RunProgress) -> Void {
        guard !quiet, Terminal.isWatched else { return { _ in } }
        return { step in
            switch step {
            case .read(let file, let done, let all): Terminal.progress("[\(done)/\(all)] \(file)")
            }
        }
    }

    /// Whether there is nothing to do; it is said.
    private func isUnchanged(_ memory: RunMemory) -> Bool {
        guard !force, !verify, let release = memory.unchangedRelease() else { return false }
        // What was made without copies is not what is asked for now.
        if ods, !FileManager.default.fileExists(atPath: OpenDocumentCopies.folder(of: release)) { return false }
        switch format {
        case .json: Terminal.result(RunSummary.unchangedJSON(release))
        case .text:
            if !quiet {
                Terminal.result("Unchanged:  \(release)\nNothing it is made of has changed; --force runs all the same.")
            }
        }
        return true
    }

    private func report(_ summary: RunSummary) {
        if !quiet { for line in summary.findings(all: verbose) { Terminal.message(line) } }
        switch format {
        case .json: Terminal.result(summary.json)
        case .text: if !quiet { Terminal.result(summary.text) }
        }
    }
}

/// How the summary is written.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
