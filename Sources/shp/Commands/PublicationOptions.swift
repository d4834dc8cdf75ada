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

    @Option(help: "Extracts read at once; figures do not depend on it. (default: the number of processors)")
    var threads: Int?

    @Option(help: "Which rows libcsv parses: libcsv for every row, fast for all that are not plain.")
    var parser = ParserMode.fast

    @Flag(help: "Hash every extract, also those whose size, time and inode are known.")
    var verify = false

    @Flag var copies: [CopiesOption] = []

    @Option(help: "Wait so many seconds for another run to end. (default: not at all)")
    var wait = 0

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
        guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds, 0 or more") }
    }

    /// The request that they make of a definition, with the time, the processors and the programs as they are here.
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
    /// Where the ledger lies: in the folder that was named for it, else in that of the output folder.
    static func ledger(inState folder: String?, of output: String) -> String {
        folder.map { ledger(inState: $0) } ?? OutputLayout(output).ledger
    }
}
