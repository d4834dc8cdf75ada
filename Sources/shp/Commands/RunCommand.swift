import ArgumentParser
import Core
import PipelineEngine

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads the extracts of a landing folder and publishes a quarter.",
        discussion: """
            Writes the folder OUTPUT/PIPELINE/QUARTER/RELEASE with the appendices as xlsx, one CSV for each table, \
            figures.csv and manifest.json. OUTPUT/PIPELINE/QUARTER/latest points at it. The same inputs give the same \
            folder and the same bytes. Figures are compared with the last issued release ('shp issue'). Figures that \
            differ are marked [r], with their causes in revisions.csv. Rows that cannot be used go to \
            OUTPUT/state/quarantine/RELEASE, with line and reason. Runs, extracts and releases are recorded in \
            OUTPUT/state/ledger.sqlite for 'shp history'.

            EXAMPLES
              shp run Pipelines/shp-performance.yaml
              shp run Pipelines/shp-performance.yaml --quarter 2019-20-Q1
              shp run Pipelines/police-uk-street.yaml --input ~/police-uk --output /srv/shp
              shp run Pipelines/shp-performance.yaml --quiet --wait 600      # from cron; another run may be under way
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
            Use only what had been delivered and issued by the end of this day; 'latest' is not moved. \
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
        do {
            let run = QuarterRun(
                options.request(definition: definition), quarter: quarter, asAt: asAt, isForced: force)
            switch try await run.publish({ log.show($0) }) {
            case .unchanged(let last):
                report(RunSummary.unchangedText(last.release), json: RunSummary.unchangedJSON(last.release))
                for remark in last.remarks { log.report(Notice(remark)) }
            case .published(let publication):
                let summary = RunSummary(publication)
                report(summary.text, json: summary.json)
                try publication.verdict.report(to: log)
            }
        } catch { throw Failure.exit(for: error, log) }
    }

    /// Makes and prints only the form that was requested, because a release may have tens of thousands of extracts.
    private func report(_ text: @autoclosure () -> String, json: @autoclosure () -> String) {
        switch format {
        case .json: Terminal.result(json())
        case .text: if !messages.quiet { Terminal.result(text()) }
        }
    }
}

/// How the summary is written.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
