import ArgumentParser
import Core
import PipelineEngine

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads the extracts of a landing folder and publishes a quarter.",
        discussion: """
            Writes one folder OUTPUT/PIPELINE/QUARTER/RELEASE with the appendices as xlsx, one CSV a table, figures.csv \
            and manifest.json, and points OUTPUT/PIPELINE/QUARTER/latest at it. The same inputs give the same folder and \
            the same bytes. Figures are compared with the last release that was issued ('shp issue'); those that differ are \
            marked [r], with their causes in revisions.csv. Rows that cannot be used go to \
            OUTPUT/state/quarantine/RELEASE, with line and reason. Runs, extracts and releases are recorded in \
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
        do {
            let run = QuarterRun(
                options.request(definition: definition), quarter: quarter, asAt: asAt, isForced: force)
            switch try await run.publish({ log.show($0) }) {
            case .unchanged(let last):
                report(RunSummary.unchangedText(last.release), json: RunSummary.unchangedJSON(last.release))
                for remark in last.remarks { log.tell(Notice(remark)) }
            case .published(let publication):
                let summary = RunSummary(publication)
                report(summary.text, json: summary.json)
                try publication.verdict.report(to: log)
            }
        } catch { throw Failure.exit(for: error, log) }
    }

    /// Of the two only the one that is asked for is made: a release may have tens of thousands of extracts.
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
