import Files
package import Formats
public import Ingestion
import Intake
import Records
import ReleaseStore
public import Releases

/// The request for a run that publishes, for one quarter or several.
public struct PublishRequest: Sendable {
    /// The path of the definition.
    public var definition: String
    /// The landing folder; nil for the definition's own.
    public var input: String?
    /// The output folder, and the file of the ledger.
    public var output, ledger: String
    /// How long to wait for another run to end.
    public var wait = Duration.zero
    /// How many extracts are read at once; figures do not depend on it.
    public var threads = 1
    /// Which rows libcsv parses; figures do not depend on it.
    public var parser = ParserMode.fast
    /// Whether every extract is hashed, also those whose size, time and inode are known.
    public var verifies = false
    /// The formats in which copies are wanted, whatever the definition says.
    package var copies: [any AppendixFormat] = []
    /// The paths of installed converters, by the names of their executables.
    public var installed: [String: String] = [:]
    /// The program, as manifests name it, and the time.
    public var program: ProgramVersion
    public var clock: RunClock

    /// A request with its defaults.
    public init(
        definition: String, input: String?, output: String, ledger: String, program: ProgramVersion, clock: RunClock
    ) {
        self.definition = definition
        self.input = input
        self.output = output
        self.ledger = ledger
        self.program = program
        self.clock = clock
    }

    /// The extracts that need not be hashed.
    var knownFiles: KnownFiles { verifies ? KnownFiles() : KnownFiles(output: output) }

    /// The right to write into the output folder. Throws when another run has it for longer than the request waits.
    func lock() throws(OutputFailure) -> OutputLock { try OutputLock(output: output, waiting: wait) }

    /// The formats that the request or the definition asks for. Throws when the program for one is not installed.
    func formats(for plan: PipelinePlan) throws(OutputFailure) -> ChosenFormats {
        try ChosenFormats(plan.formats + copies, installed: installed)
    }
}
