public import Ingestion
import Ledger
public import Publishing

/// What a run that publishes is asked for, whichever quarters it is about.
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
    /// Whether OpenDocument copies are wanted, whatever the definition says, and the path of LibreOffice's `soffice`; nil when
    /// it is not installed.
    public var wantsCopies = false
    public var converter: String?
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

    /// What makes the OpenDocument copies; nil when neither the request nor the definition asks for them. Throws when the
    /// program for it is not installed: to learn that after the run would cost a run.
    func copies(for plan: PipelinePlan) throws(OutputFailure) -> OpenDocumentCopies? {
        guard wantsCopies || plan.asksForOpenDocument else { return nil }
        guard let converter else { throw .noConverter }
        return OpenDocumentCopies(by: converter)
    }
}
