import ArgumentParser
import PipelineEngine

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Reports how one release differs from another, in its inputs and its figures.",
        discussion: """
            Exit status 0 when nothing differs, 1 when something does.

            EXAMPLES
              shp diff Output/shp-performance/2019-20-Q1/4f2a90c1d3e7 Output/shp-performance/2019-20-Q1/latest
              shp diff OLD NEW --format csv > changes.csv
            """)

    @Argument(help: "The earlier release: its folder, or a quarter's folder for its 'latest' release.")
    var before: String

    @Argument(help: "The later release.")
    var after: String

    @Option(help: "text for people, json for programs, csv for spreadsheets (figures only).")
    var format = ListFormat.text

    @OptionGroup var messages: LogOptions

    func run() async throws {
        do {
            let comparison = try ReleaseComparison(from: before, to: after)
            let words = DifferenceText(difference: comparison.difference)
            switch format {
            case .text: Terminal.result(words.text)
            case .json: Terminal.result(words.json)
            case .csv: Terminal.result(unended: words.csv)
            }
            try comparison.verdict.report(to: messages.log)
        } catch { throw Failure.exit(for: error, messages.log) }
    }
}
