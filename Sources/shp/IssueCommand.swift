import ArgumentParser
import Publishing
import Tabular

struct IssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Says that a committee was given a release, and seals it.",
        discussion: """
            Every file of the release is compared with its manifest; then it can no longer be written to, and the quarter's \
            issued.json names it. Later runs compare their figures with the last release that was issued, and mark those \
            that differ.

            EXAMPLES
              shp issue 2019-20-Q1
              shp issue 2019-20-Q1 --release 4f2a90c1d3e7 --on 2019-09-06
              shp issue 2019-20-Q1 --pipeline shp-performance --output /srv/shp
            """)

    @Argument(help: "The financial quarter, such as 2019-20-Q1.", transform: FinancialQuarter.argument)
    var quarter: FinancialQuarter

    @Option(help: "The pipeline. (default: the only one with the quarter)")
    var pipeline: String?

    @Option(help: "The release's identifier. (default: the one that 'latest' points at)")
    var release: String?

    @Option(help: "The day of issue. (default: today)", transform: CalendarDate.argument)
    var on: CalendarDate?

    @Option(help: "Where releases are.", completion: .directory)
    var output = "Output"

    @Option(help: "Wait so many seconds for a run to end. (default: not at all)")
    var wait = 0

    @OptionGroup var messages: LogOptions

    func run() async throws {
        do {
            let folders = try ReleaseFolder.quarters("\(quarter)", ofPipeline: pipeline, in: output)
            guard folders.count < 2 else {
                throw ValidationError(
                    "several pipelines have the quarter; name one with --pipeline: "
                        + folders.map(\.pipeline).joined(separator: ", "))
            }
            guard let folder = folders.first else {
                throw UnreadableRelease.noRelease(path: "\(output)/\(pipeline ?? "*")/\(quarter)")
            }
            let lock = try OutputLock(output: output, waiting: .seconds(wait))
            if let release, release.contains("/") {
                throw ValidationError("--release takes the identifier alone, such as 4f2a90c1d3e7")
            }
            let opened = try ReleaseFolder("\(folder.path)/\(release ?? "latest")")
            let day = on ?? Clock.today
            let outcome = try ReleaseSeal.issue(opened, on: day, holding: lock)
            lock.release()
            let place = "\(folder.path)/\(opened.manifest.releaseID)"
            switch outcome {
            case .issued: say("Issued:     \(place), on \(day)")
            case .already(let day): say("Issued already, on \(day): \(place)")
            }
        } catch { throw Failure.exit(for: error, messages.log) }
    }

    private func say(_ text: String) { if !messages.quiet { Terminal.result(text) } }
}
