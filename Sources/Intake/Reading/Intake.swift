package import Core
package import Ingestion
import Normalisation
package import Records
import Synchronization

/// Reads all extracts of a run on several threads. The chunks of files are divided between threads, each with its own
/// dictionaries. The result depends only on the files.
package struct Intake: Sendable {
    package let sources: [PipelinePlan.Source]
    let areas: AreaTable
    var extracts: [LandedExtract]
    let threads: Int
    let parser: ParserMode
    var known: KnownFiles
    /// For each extract, the delivery units with rows to be dropped; empty if no rows are dropped.
    var dropped: [Set<DeliveryUnit>] = []
    /// Files that were left out as copies, with the files that are read instead.
    package var copies: [String: String] = [:]
    var options = IntakeOptions()
    let hasher = IdentifierHasher()

    /// The maximum number of rows with an identifier in a whole run. They take 24 bytes each, 3 GiB in all. If there
    /// are more, the extract is refused so that memory is not exhausted.
    static let maxIdentified = 1 << 27
    /// The maximum number of values that must be unique. They take 32 bytes each and 8 for the comparison, 2.5 GiB in
    /// all.
    static let maxKeyed = 1 << 26

    /// Creates an intake for a plan. `hashes` can be false for callers that do not need the SHA-256 of extracts.
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

    /// Creates an intake for sources that need not belong to a plan.
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

    /// Reads the extracts and returns their results, by source and in the order of delivery. Data that several extracts
    /// deliver counts once. All refused extracts are thrown together.
    package func run(progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [ExtractOutcome] {
        let outcomes = try await outcomes(progress: progress)
        return try await SettledIntake(intake: self, progress: progress).settle(ordered(outcomes))
    }

    /// Returns the result of each extract on its own, in their order. All refused extracts are thrown together.
    func outcomes(progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [ExtractOutcome] {
        var extractErrors: [ExtractError] = []
        var outcomes: [ExtractOutcome] = []
        for result in await results(progress: progress) {
            do throws(ExtractError) { outcomes.append(try result.outcome.get()) } catch { extractErrors.append(error) }
        }
        if !extractErrors.isEmpty { throw RunFailure.refused(extractErrors) }
        return outcomes
    }

    /// Returns the extracts of each source by day of delivery. Extracts without a day come last, and extracts of one
    /// day are in the order of their names.
    private func ordered(_ outcomes: [ExtractOutcome]) -> [ExtractOutcome] {
        let keys = outcomes.map { (source: $0.source, day: $0.delivered?.day ?? .max) }
        let order = outcomes.indices.sorted { a, b in
            (keys[a].source, keys[a].day, a) < (keys[b].source, keys[b].day, b)
        }
        return order == Array(outcomes.indices) ? outcomes : order.map { outcomes[$0] }
    }

    /// Opens every extract and binds its header, and returns the extracts or the reasons for refusal, in order.
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

    /// Replaces quarantined rows with corrected ones.
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

    /// The result of an extract, with its findings even if it is refused.
    package struct IngestedExtract: Sendable {
        package let outcome: Result<ExtractOutcome, ExtractError>
        fileprivate let refused: Refused?

        package var findings: [Finding] { sound?.findings ?? refused?.findings ?? [] }
        var account: RowAccount { sound?.account ?? refused?.account ?? RowAccount() }

        private var sound: ExtractOutcome? { try? outcome.get() }
    }

    /// The findings about an extract that is refused.
    fileprivate final class Refused: Sendable {
        let findings: [Finding]
        let account: RowAccount

        init(findings: [Finding], account: RowAccount) {
            self.findings = findings
            self.account = account
        }
    }

    /// Returns the result of each extract in order, including those that are refused.
    package func results(progress: @escaping @Sendable (RunProgress) -> Void) async -> [IngestedExtract] {
        let opened = await openAll()
        // Extracts are read even if another header is refused, so that their faults are reported too.
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
            // A successful outcome already contains the findings.
            if case .success = outcome { return IngestedExtract(outcome: outcome, refused: nil) }
            let (findings, account) = board.findings(index)
            return IngestedExtract(outcome: outcome, refused: Refused(findings: findings, account: account))
        }
    }

    /// Does one thread's work: task after task until none is left.
    private func work(_ board: TaskBoard, _ progress: @Sendable (RunProgress) -> Void) {
        var workers: [WorkerKey: IntakeWorker] = [:]
        func worker(_ index: Int, _ extract: OpenedExtract) -> IntakeWorker {
            let key = WorkerKey(
                source: extracts[index].source, schema: extracts[index].schema, encoding: extract.encoding,
                isOfCells: extract.schema.isOfCells)
            if let worker = workers[key] { return worker }
            let new = IntakeWorker(
                source: sources[key.source], schema: extract.schema, areas: areas, parser: parser, hasher: hasher,
                maxReported: options.maxReported, traces: options.traces)
            workers[key] = new
            return new
        }
        func dropped(_ index: Int) -> Set<DeliveryUnit> { self.dropped.isEmpty ? [] : self.dropped[index] }
        func reportProgress(_ index: Int) {
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
                reportProgress(index)
            case .compare(let index):
                let repeats = RepeatedKeys(among: board.takeKeys(index))
                board.finishComparison(index, repeats)
                reportProgress(index)
            }
        }
    }

    private struct WorkerKey: Hashable {
        let source: Int
        let schema: Int
        let encoding: TextEncoding
        let isOfCells: Bool
    }
}

/// The scanner and the consumer that a thread keeps for the extracts of one source, schema and encoding.
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

/// The error of a chunk that could not be scanned to its end, with the findings up to that place.
struct CutOffScan: Error {
    let extractError: ExtractError
    let product: ChunkProduct
}

/// Options for reading extracts.
package struct IntakeOptions: Sendable {
    /// The maximum number of findings of a rule and column that are reported for an extract.
    let maxReported: Int
    /// Whether the result of every row is kept.
    var traces: Bool
    /// Whether the SHA-256 of extracts is calculated.
    var hashes: Bool
    /// The number of bytes in a chunk; nil to choose it by the size of all extracts and the number of threads.
    let chunkSize: Int?

    /// Creates options. Options that are not given have their usual values.
    package init(maxReported: Int? = nil, traces: Bool = false, hashes: Bool = true, chunkSize: Int? = nil) {
        self.maxReported = maxReported ?? ExtractConsumer.reportedPerRule
        self.traces = traces
        self.hashes = hashes
        self.chunkSize = chunkSize
    }
}
