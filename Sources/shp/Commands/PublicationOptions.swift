import ArgumentParser
import Files
import FoundationEssentials
import Ingestion
import PipelineEngine

/// The options of every command that publishes.
struct PublicationOptions: ParsableArguments {
    @Option(help: "The landing folder. (default: the definition's)", completion: .directory)
    var input: String?

    @Option(help: "Where releases go.", completion: .directory)
    var output = "Output"

    @Option(help: "How many extracts to read at once; figures do not depend on it. (default: the number of processors)")
    var threads: Int?

    @Option(help: "Which rows libcsv parses: with fast, rows that are not plain; with libcsv, every row.")
    var parser = ParserMode.fast

    @Flag(help: "Hash every extract, even one whose size, time and inode are known.")
    var verify = false

    @Flag var copies: [CopiesOption] = []

    @Option(help: "How many seconds to wait for another run to end; with 0 the command does not wait.")
    var wait = 0

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
        guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds, 0 or more") }
    }

    /// Returns the request to publish from a definition, with this machine's clock, processors and installed programs.
    func request(definition: String) -> PublishRequest {
        var request = PublishRequest(
            definition: definition, input: input, output: output,
            ledger: OutputLayout.ledger(inState: state, of: output), program: Program.current, clock: Clock.ofRun)
        request.wait = .seconds(wait)
        request.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        (request.parser, request.verifies, request.copies) = (parser, verify, copies.map(\.format))
        request.installed = InstalledProgram.ofFormats
        return request
    }
}

extension OutputLayout {
    /// Returns the ledger's path: in the folder that `--state` names, else in the state folder of the output folder.
    static func ledger(inState folder: String?, of output: String) -> String {
        folder.map { ledger(inState: $0) } ?? OutputLayout(output).ledger
    }
}
