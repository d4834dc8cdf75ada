import ArgumentParser
import Core
import FoundationEssentials
import PipelineEngine

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows what has been delivered, by source, area and month, and what is late.",
        discussion: """
            Compares the landing folder with what the definition expects under 'completeness': months of areas, \
            quarters of treatment data, returns by indicator. Nothing is published. Without --quarter the command \
            looks at the last quarter that had ended by the day of --on, and at that quarter a year before.

              present  everything is there, as far as is known; the number is the number of rows
              partial  only part of the month is there, and the month is not due yet
              missing  nothing is there, and nothing is due yet
              late     missing or partial, and past the due date

            Files that no source uses and extracts with rows in quarantine are listed below the tables; 'shp validate' \
            says what is wrong with them. Forces that have rows of the areas but are not named in any 'covers' are \
            listed, too: the name of such a force may be misspelt in 'covers'.

            EXIT STATUS
              0   nothing is partial or late
              1   something is partial or late, or a file has a source's header but does not match the source's 'files'
              65  an extract is refused

            EXAMPLES
              shp status Pipelines/shp-performance.yaml
              shp status Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --quarter 2018-19-Q4
              shp status Pipelines/shp-performance.yaml --on 2019-07-20 --format csv >status.csv
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Option(
        help: "A financial quarter, such as 2019-20-Q1; may be repeated.",
        transform: FinancialQuarter.argument)
    var quarter: [FinancialQuarter] = []

    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

    @Option(
        help: "The day for which to report, such as 2019-07-20. (default: today)",
        transform: { text in
            guard let day = DateForm("yyyy-mm-dd")?.date(text) else {
                throw ValidationError("'\(text)' is not a day; write 2019-07-20")
            }
            return day
        })
    var on: CalendarDate?

    @Option(help: "text for people, json or csv for programs.")
    var format = ListFormat.text

    @OptionGroup var messages: LogOptions

    func run() async throws {
        do {
            let status = try await DeliveryStatus(
                definition: definition, input: input, quarters: quarter, on: on ?? Clock.today,
                threads: ProcessInfo.processInfo.activeProcessorCount)
            switch format {
            case .text: Terminal.result(StatusText(status: status, isColoured: Terminal.isColoured).text)
            case .json: Terminal.result(status.json)
            case .csv: Terminal.result(unended: status.csv)
            }
            try status.verdict.report(to: messages.log)
        } catch { throw Failure.exit(for: error, messages.log) }
    }
}
