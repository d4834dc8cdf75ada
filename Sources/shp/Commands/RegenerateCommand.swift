import ArgumentParser
import FoundationEssentials
import PipelineEngine
import ReleaseStore
import Releases

struct RegenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regenerate",
        abstract: "Makes a release again from what its manifest names, and reports whether the result is the same.",
        discussion: """
            Only the extracts that the manifest names are read, and the figures are compared with the issued release \
            that the manifest names. A definition, program or extract that differs is reported. The new result then \
            goes into a folder of its own, and the figures that differ are printed. Exit status 0 when every byte is \
            the same and every extract was compared, else 1.

            EXAMPLES
              shp regenerate Output/shp-performance/2019-20-Q1/4f2a90c1d3e7
              shp regenerate Output/shp-performance/2019-20-Q1 --definition old/shp-performance.yaml --input landing
            """)

    @Argument(
        help: "The release: its folder, or a quarter's folder for its 'latest' release.", completion: .directory)
    var release: String

    @Option(
        help: "The definition. (default: Pipelines/FILE, or FILE next to the output; the manifest names FILE)",
        completion: .file(extensions: ["yaml", "yml"]))
    var definition: String?

    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

    @Option(help: "How many extracts to read at once; figures do not depend on it. (default: the number of processors)")
    var threads: Int?

    @Option(help: "How many seconds to wait for a run to end; with 0 the command does not wait.")
    var wait = 0

    @OptionGroup var messages: LogOptions

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
    }

    func run() async throws {
        let log = messages.log
        do {
            var request = RegenerationRequest(release: release, program: Program.current)
            (request.definition, request.input, request.wait) = (definition, input, .seconds(wait))
            request.installed = InstalledProgram.ofFormats
            request.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
            let (folder, outcome) = try await request.regenerate { log.show($0) }
            report(outcome, folder)
            try outcome.verdict.report(to: log)
        } catch { throw Failure.exit(for: error, log) }
    }

    private func report(_ outcome: Regeneration.Outcome, _ folder: ReleaseFolder) {
        switch outcome {
        case .identical(let files, _):
            if !messages.quiet { Terminal.result("Byte-identical: \(folder.path), \(files) files") }
        case .otherBytes(let files):
            Terminal.result(
                "Made from the same inputs, but with other bytes:\n" + files.map { "  \($0)" }.joined(separator: "\n"))
        case .otherParts(let parts, let figures, let published):
            Terminal.result("Not made from the same inputs:")
            for part in parts { Terminal.result("  " + DifferenceText.line(part)) }
            Terminal.result("Published:  \(published.folder)")
            Terminal.result(figures.isEmpty ? "No figure differs." : DifferenceText(difference: figures).text)
        }
    }
}
