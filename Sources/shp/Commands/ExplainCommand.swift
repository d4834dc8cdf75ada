import ArgumentParser
import FoundationEssentials
import Indicators
import PipelineEngine
import ReleaseStore

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows where a figure of a release comes from, down to the rows of the extracts.",
        discussion: """
            Prints the figure, its formula with the numbers, and the counts of its rows by month, area and category. \
            Lists the extracts with their SHA-256, the rows by file and physical line, and the rows that were left \
            out, with the reason. The release is made again from what its manifest names, so the definition and the \
            landing folder must be unchanged. When a file has changed, the command names the file and shows only what \
            the release itself says.

            The weights of the rows add up to the number. An event weighs 1, a row of counts weighs its count, and a \
            return its value. The first row of a person in treatment weighs 1, and the person's other rows weigh 0. \
            Rows of sensitive sources are shown as line numbers only, and persons are numbered in the order of their \
            rows.

            EXIT STATUS
              0   done
              64  the options fit no figure, or more than one
              65  the release suppresses the figure, or the extracts have changed
              66  extracts are missing, and nothing else has changed
              78  the definition has changed

            EXAMPLES
              shp explain Output/shp-performance/2019-20-Q1 "Violence with injury" --area Hartlepool
              shp explain Output/shp-performance/2019-20-Q1 "Theft" --area Cleveland --measure rate
              shp explain Output/shp-performance/2019-20-Q1 "Deliberate fires" --period baseline
              shp explain Output/shp-performance/2019-20-Q1/latest Shoplifting --area Redcar --format csv >rows.csv
            """)

    @Argument(help: "The folder of a release, or a quarter's folder OUTPUT/PIPELINE/QUARTER.", completion: .directory)
    var release: String

    @Argument(help: "The label of the figure's row.")
    var row: String

    @Option(help: "The area, by its name in the table.")
    var area: String?

    @Option(help: "The measure of the row, such as value or rate.")
    var measure = Measure.value

    @Option(help: "The period: quarter, year-before, year-to-date, baseline, or a period as written in figures.csv.")
    var period: String?

    @Option(help: "The table's identifier, where several tables use the label for different counts.")
    var table: String?

    @Option(help: "The section of the table, where several sections use the label for different counts.")
    var section: String?

    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

    @Option(
        help: "The definition. (default: Pipelines/FILE, or FILE next to the output; the manifest names FILE)",
        completion: .file(extensions: ["yaml", "yml"]))
    var definition: String?

    @Option(help: "text for people; csv has the rows, json everything.")
    var format = ListFormat.text

    @Option(help: "How many rows of each kind the text shows at most.")
    var rows = 10

    @OptionGroup var messages: LogOptions

    func validate() throws {
        guard rows >= 0 else { throw ValidationError("--rows takes a number, 0 or more") }
    }

    func run() async throws {
        do {
            var query = FigureQuery(row: row, measure: measure)
            (query.table, query.section, query.area, query.period) = (table, section, area, period)
            var inquiry = FigureInquiry(query, of: release)
            (inquiry.definition, inquiry.input) = (definition, input)
            inquiry.threads = ProcessInfo.processInfo.activeProcessorCount
            let (found, folder) = try inquiry.find()
            do { try report(await inquiry.explain(found, of: folder)) } catch let mismatch as ReleaseMismatch {
                // A release that cannot be made again still says something about the figure.
                if format == .text, let first = found.first {
                    Terminal.result(PublishedFigureText(figure: first, release: folder).text)
                }
                throw mismatch
            }
        } catch { throw Failure.exit(for: error, messages.log) }
    }

    private func report(_ explanation: FigureExplanation) throws {
        switch format {
        case .text: Terminal.result(try LineageText(explanation: explanation, maxRows: rows).text)
        case .csv: Terminal.result(unended: LineageCSV(lineage: explanation.lineage).text)
        case .json: Terminal.result(LineageJSON(explanation: explanation).text)
        }
    }
}
