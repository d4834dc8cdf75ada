package import Core
package import Ingestion
import Normalisation
package import Records
import Synchronization

/// Reads all extracts of a run, on several threads: chunks of files are shared out, and every thread keeps its own
/// dictionaries. The result depends on the files alone.
package struct Intake: Sendable {
    package let sources: [PipelinePlan.Source]
    let areas: AreaTable
    var extracts: [LandedExtract]
    let threads: Int
    let parser: ParserMode
    var known: KnownFiles
    /// For each extract, the delivery units whose rows are dropped; empty when no extract has any.
    var dropped: [Set<DeliveryUnit>] = []
    /// Files that were left out as copies, with the files that are read in their place.
    package var copies: [String: String] = [:]
    var options = IntakeOptions()
    let hasher = IdentifierHasher()

    /// Rows with an identifier, at 24 bytes each, in a whole run: 3 GiB. More are refused rather than fill the memory.
    static let maxIdentified = 1 << 27
    /// Values that must be unique, at 32 bytes each and 8 for the comparison: 2.5 GiB.
    static let maxKeyed = 1 << 26

    /// An intake by a plan. What only looks at extracts has no need of their hashes.
    package init(
        plan: PipelinePlan, extracts: [LandedExtract], threads: Int, parser: ParserMode,
        known: KnownFiles = KnownFiles(), hashes: Bool = true, traces: Bool = false
    ) {
        var options = IntakeOptions()
        options.hashes = hashes
        options.traces = traces
        self.init(
            sources: plan.sources, areas: plan.areas, extracts: extracts, threads: threads, parser: parser,
            known: known,
            options: options)
    }

    /// An intake for sources that need not be those of a plan.
    init(
        sources: [PipelinePlan.Source], areas: AreaTable, extracts: [LandedExtract], threads: Int, parser: ParserMode,
        known: KnownFiles, options: IntakeOptions = IntakeOptions()
    ) {
        self.sources = sources
        self.areas = areas
        self.extracts = extracts
        self.threads = threads
        self.parser = parser
        self.known = known
        self.options = options
    }

    /// The result of each extract, by source and in the order of delivery. What several of them deliver counts once.
    /// All refusals are thrown together.
    package func run(progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [ExtractOutcome] {
        let outcomes = try await outcomes(progress: progress)
        return try await SettledIntake(intake: self, progress: progress).settle(ordered(outcomes))
    }

    /// The result of each extract by itself, in their order. All refusals are thrown together.
    func outcomes(progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [ExtractOutcome] {
        var extractErrors: [ExtractError] = []
        var outcomes: [ExtractOutcome] = []
        for result in await results(progress: progress) {
            do throws(ExtractError) { outcomes.append(try result.outcome.get()) } catch { extractErrors.append(error) }
        }
        if !extractErrors.isEmpty { throw RunFailure.refused(extractErrors) }
        return outcomes
    }

    /// The extracts of each source by their days; those without a day are last, and those of one day by name.
    private func ordered(_ outcomes: [ExtractOutcome]) -> [ExtractOutcome] {
        let keys = outcomes.map { (source: $0.source, day: $0.delivered?.day ?? .max) }
        let order = outcomes.indices.sorted { a, b in
            (keys[a].source, keys[a].day, a) < (keys[b].source, keys[b].day, b)
        }
        return order == Array(outcomes.indices) ? outcomes : order.map { outcomes[$0] }
    }

    /// Every extract with its header bound, or the refusal, in their order.
    private func openAll() async -> [Result<OpenedExtract, ExtractError>] {
        let headers = sources.map { $0.schemas.map(SchemaHeaders.init) }
        return await Shares(threads: threads).map(extracts) { Self.open($0, headers) }
    }

    private static func open(
        _ extract: LandedExtract, _ headers: [[SchemaHeaders]]
    ) -> Result<OpenedExtract, ExtractError> {
        Result { () throws(ExtractError) in
            if let opened = extract.opened { return opened }
            return try headers[extract.source][extract.schema].open(extract.landedFile())
        }
    }

    /// Replaces quarantined rows by corrected ones.
    package func correct(
        _ outcomes: inout [ExtractOutcome], by files: [CorrectionFile], in folder: LandingFolder
    ) throws -> [Corrections.Report] {
        let corrections = Corrections(
            files: files, sources: sources, areas: areas, input: folder.path, parser: parser, hasher: hasher,
            traces: options.traces, copies: copies)
        do {
            return try corrections.apply(to: &outcomes)
        } catch let extractError as ExtractError { throw RunFailure.refused([extractError]) }
    }

    /// The result of an extract, and what was found in it although it may be refused.
    package struct IngestedExtract: Sendable {
        package let outcome: Result<ExtractOutcome, ExtractError>
        fileprivate let refused: Refused?

        package var findings: [Finding] { sound?.findings ?? refused?.findings ?? [] }
        var account: RowAccount { sound?.account ?? refused?.account ?? RowAccount() }

        private var sound: ExtractOutcome? { try? outcome.get() }
    }

    /// What was found in an extract that is refused.
    fileprivate final class Refused: Sendable {
        let findings: [Finding]
        let account: RowAccount

        init(findings: [Finding], account: RowAccount) {
            self.findings = findings
            self.account = account
        }
    }

    /// The outcome of each extract, in their order; of those that are refused, too.
    package func results(progress: @escaping @Sendable (RunProgress) -> Void) async -> [IngestedExtract] {
        let opened = await openAll()
        // A refused header does not keep the others from being read: their faults are reported, too.
        let board = TaskBoard(opened, known: known, threads: threads, options: options)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<threads { group.addTask { work(board, progress) } }
        }
        let (extracts, finished) = (extracts, board.results())
        return await Shares(threads: threads).map(Array(extracts.indices)) { index in
            let outcome = Result { () throws(ExtractError) in
                let (assembly, sha256) = try finished[index].get()
                try assembly.checkUnchanged()
                var outcome = try assembly.outcome(of: extracts[index], sha256: sha256)
                outcome.delivered = outcome.day(among: extracts[index].days)
                return outcome
            }
            // Findings are in the outcome already, unless there is none.
            if case .success = outcome { return IngestedExtract(outcome: outcome, refused: nil) }
            let (findings, account) = board.findings(index)
            return IngestedExtract(outcome: outcome, refused: Refused(findings: findings, account: account))
        }
    }

    /// One thread's work: task after task until none is left.
    private func work(_ board: TaskBoard, _ progress: @Sendable (RunProgress) -> Void) {
        var workers: [WorkerKey: IntakeWorker] = [:]
        func worker(_ index: Int, _ extract: OpenedExtract) -> IntakeWorker {
            let key = WorkerKey(
                source: extracts[index].source, schema: extracts[index].schema, encoding: extract.encoding)
            if let worker = workers[key] { return worker }
            let new = IntakeWorker(
                source: sources[key.source], schema: extract.schema, areas: areas, parser: parser, hasher: hasher,
                maxReported: options.maxReported, traces: options.traces)
            workers[key] = new
            return new
        }
        func dropped(_ index: Int) -> Set<DeliveryUnit> { self.dropped.isEmpty ? [] : self.dropped[index] }
        func tell(_ index: Int) {
            let (files, bytes) = board.progress
            progress(
                .read(
                    file: extracts[index].file, files: files, ofFiles: extracts.count, bytes: bytes,
                    ofBytes: board.bytes))
        }
        while let task = board.next() {
            switch task {
            case .hash(let index):
                board.finishHash(
                    index, Result { () throws(ExtractError) in try board.extract(index)?.file.sha256() ?? "" })
            case .scan(let index, let chunk):
                guard let (extract, repeats, start, limit) = board.chunk(index, chunk) else { continue }
                let result = Result {
                    try worker(index, extract).scan(extract, repeats, dropped(index), from: start, upTo: limit)
                }
                board.finishScan(index, chunk, extract, result) { extract, start, limit in
                    try worker(index, extract).scan(extract, repeats, dropped(index), from: start, upTo: limit)
                }
                tell(index)
            case .compare(let index):
                let repeats = RepeatedKeys(among: board.takeKeys(index))
                board.finishComparison(index, repeats)
                tell(index)
            }
        }
    }

    private struct WorkerKey: Hashable {
        let source: Int
        let schema: Int
        let encoding: TextEncoding
    }
}

/// What a thread keeps for the extracts of one source, schema and encoding.
final class IntakeWorker {
    private let scanner: ChunkScanner
    private var consumer: ExtractConsumer

    init(
        source: PipelinePlan.Source, schema: TableSchema, areas: AreaTable, parser: ParserMode,
        hasher: IdentifierHasher, maxReported: Int = ExtractConsumer.reportedPerRule, traces: Bool = false
    ) {
        scanner = ChunkScanner(schema: schema, mode: parser)
        consumer = ExtractConsumer(
            source: source, schema: schema, areas: areas, hasher: hasher, maxReported: maxReported, traces: traces)
    }

    func scan(
        _ extract: OpenedExtract, _ repeats: RepeatedKeys?, _ dropped: Set<DeliveryUnit> = [], from start: Int,
        upTo limit: Int
    ) throws -> (ChunkScan, ChunkProduct) {
        do {
            consumer.begin(extract, repeats: repeats, dropping: dropped)
            let scan = try scanner.scan(extract, from: start, upTo: limit, &consumer)
            return (scan, consumer.takeProduct())
        } catch let extractError as ExtractError {
            throw CutOffScan(extractError: extractError, product: consumer.takeProduct())
        }
    }
}

/// That a chunk could not be scanned to its end, and what was read before: no rows that count, but findings.
struct CutOffScan: Error {
    let extractError: ExtractError
    let product: ChunkProduct
}

/// How extracts are read.
package struct IntakeOptions: Sendable {
    /// At most so many findings of a rule and column are reported for an extract.
    let maxReported: Int
    /// Whether the result of every row is wanted.
    var traces: Bool
    /// Whether the SHA-256 of extracts is wanted.
    var hashes: Bool
    /// Bytes in a chunk; nil to choose them by the size of all extracts and the number of threads.
    let chunkSize: Int?

    /// Options; those that are not given are the usual ones.
    package init(maxReported: Int? = nil, traces: Bool = false, hashes: Bool = true, chunkSize: Int? = nil) {
        self.maxReported = maxReported ?? ExtractConsumer.reportedPerRule
        self.traces = traces
        self.hashes = hashes
        self.chunkSize = chunkSize
    }
}
