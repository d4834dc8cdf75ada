import ArgumentParser
import FoundationEssentials
import Ingestion
import Ledger
import PipelineEngine
import Publishing

/// What every command that publishes can be asked for.
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

    @Flag(help: "Also write the appendices in OpenDocument, by LibreOffice, beside the release.")
    var ods = false

    @Option(help: "Wait so many seconds for another run to end. (default: not at all)")
    var wait = 0

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
        guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds, 0 or more") }
    }

    /// How many extracts are read at once.
    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    /// The extracts that need not be hashed.
    var knownFiles: KnownFiles { verify ? KnownFiles() : KnownFiles(output: output) }

    /// Where the ledger lies.
    var ledger: String { state.map { LedgerPath.inState($0) } ?? LedgerPath.inOutput(output) }

    /// What makes the OpenDocument copies; nil when nobody asks for them.
    func openDocumentCopies(_ plan: PipelinePlan) throws -> OpenDocumentCopies? {
        guard ods || plan.asksForOpenDocument else { return nil }
        guard let soffice = InstalledProgram.path(of: "soffice") else { throw OutputFailure.noConverter }
        return OpenDocumentCopies(by: soffice)
    }
}
