import Files
package import Formats
public import Ingestion
import Intake
import Records
import ReleaseStore
public import Releases

/// The request for a run that publishes one quarter or several.
public struct PublishRequest: Sendable {
    /// The path of the definition.
    public var definition: String
    /// The landing folder; nil for the definition's own.
    public var input: String?
    /// The output folder, and the path of the ledger file.
    public var output, ledger: String
    /// How long to wait for another run to end.
    public var wait = Duration.zero
    /// How many extracts are read at once; figures do not depend on this setting.
    public var threads = 1
    /// Which rows libcsv parses; figures do not depend on this setting.
    public var parser = ParserMode.fast
    /// Whether every extract is hashed, even if its size, time and inode are known.
    public var verifies = false
    /// The formats in which copies are wanted in addition to those of the definition.
    package var copies: [any AppendixFormat] = []
    /// The paths of installed converters, by the names of their executables.
    public var installed: [String: String] = [:]
    /// The program, as manifests name it, and the clock.
    public var program: ProgramVersion
    public var clock: RunClock

    /// Creates a request with default settings.
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

    /// The extracts that need not be hashed, because their hashes are known.
    var knownFiles: KnownFiles { verifies ? KnownFiles() : KnownFiles(output: output) }

    /// Takes the lock on the output folder. Throws when another run holds the lock for longer than the request waits.
    func lock() throws(OutputFailure) -> OutputLock { try OutputLock(output: output, waiting: wait) }

    /// Returns the formats that the request or the definition asks for. Throws when the converter for a format is not
    /// installed.
    func formats(for plan: PipelinePlan) throws(OutputFailure) -> ChosenFormats {
        try ChosenFormats(plan.formats + copies, installed: installed)
    }
}
