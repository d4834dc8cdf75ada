package import Ingestion
import Normalisation
import Synchronization
import Tabular

/// An extract of the landing folder, and the source that takes it.
package struct LandedExtract: Sendable {
    let source: Int
    /// Which of the source's schemas it is read by.
    let schema: Int
    let file: String
    let path: String
    let takenBy: TakenBy

    /// The file at the path, under the name that messages call it.
    package init(source: Int, schema: Int = 0, file: String, path: String, takenBy: TakenBy = .name) {
        self.source = source
        self.schema = schema
        self.file = file
        self.path = path
        self.takenBy = takenBy
    }
}

/// How a source comes by a file.
package enum TakenBy: String, Sendable {
    case name, header
}

/// Takes in all extracts of a run, on several threads: stretches of files are shared out, and every thread keeps its own
/// dictionaries. What comes out depends on the files alone.
package struct Intake: Sendable {
    let plan: PipelinePlan
    let extracts: [LandedExtract]
    let threads: Int
    let parser: ParserMode
    let known: KnownFiles
    let hasher = IdentifierHasher()

    /// Rows with an identifier, at 24 bytes each, in a whole run: 3 GiB. More are refused rather than fill the memory.
    static let mostIdentified = 1 << 27

    /// An intake by a plan.
    package init(
        plan: PipelinePlan, extracts: [LandedExtract], threads: Int, parser: ParserMode,
        known: KnownFiles = KnownFiles()
    ) {
        self.plan = plan
        self.extracts = extracts
        self.threads = threads
        self.parser = parser
        self.known = known
    }

    /// What came of each extract, in their order. All refusals are thrown together.
    package func run(progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [ExtractOutcome] {
        let opened = await openAll()
        // A refused header does not keep the others from being read: whatever is wrong with them is worth knowing too.
        let board = TaskBoard(opened, known: known, threads: threads)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<threads { group.addTask { work(board, progress) } }
        }
        var refusals: [ExtractRefusal] = []
        var outcomes: [ExtractOutcome] = []
        for (extract, result) in zip(extracts, board.results()) {
            do throws(ExtractRefusal) {
                outcomes.append(try result.get().0.outcome(of: extract, sha256: result.get().1))
            } catch { refusals.append(error) }
        }
        if !refusals.isEmpty { throw RunFailure.refused(refusals) }
        return outcomes
    }

    /// Every extract with its header bound, or the refusal, in their order.
    private func openAll() async -> [Result<OpenedExtract, ExtractRefusal>] {
        await withTaskGroup(of: [(Int, Result<OpenedExtract, ExtractRefusal>)].self) { group in
            for first in 0..<threads {
                group.addTask {
                    stride(from: first, to: extracts.count, by: threads).map { ($0, open(extracts[$0])) }
                }
            }
            var opened: [Int: Result<OpenedExtract, ExtractRefusal>] = [:]
            for await share in group { for (index, result) in share { opened[index] = result } }
            return extracts.indices.compactMap { opened[$0] }
        }
    }

    private func open(_ extract: LandedExtract) -> Result<OpenedExtract, ExtractRefusal> {
        Result { () throws(ExtractRefusal) in
            let file = try LandedFile(name: extract.file, path: extract.path)
            return try OpenedExtract(
                file: file, schema: plan.sources[extract.source].schemas[extract.schema])
        }
    }

    /// Puts rows that somebody corrected into the place of quarantined ones.
    func correct(
        _ outcomes: inout [ExtractOutcome], by files: [CorrectionFile], in folder: LandingFolder
    ) throws -> [Corrections.Report] {
        let corrections = Corrections(files: files, plan: plan, input: folder.path, parser: parser, hasher: hasher)
        do {
            return try corrections.apply(to: &outcomes)
        } catch let refusal as ExtractRefusal { throw RunFailure.refused([refusal]) }
    }

    /// One thread's work: task after task until none is left.
    private func work(_ board: TaskBoard, _ progress: @Sendable (RunProgress) -> Void) {
        var workers: [WorkerKey: IntakeWorker] = [:]
        func worker(_ index: Int, _ extract: OpenedExtract) -> IntakeWorker {
            let key = WorkerKey(
                source: extracts[index].source, schema: extracts[index].schema, encoding: extract.encoding)
            if let worker = workers[key] { return worker }
            let new = IntakeWorker(
                plan: plan, source: key.source, schema: extract.schema, parser: parser, hasher: hasher)
            workers[key] = new
            return new
        }
        while let task = board.next() {
            switch task {
            case .hash(let index):
                board.finishHash(
                    index, Result { () throws(ExtractRefusal) in try board.extract(index)?.file.sha256() ?? "" })
            case .scan(let index, let chunk):
                guard let (extract, start, limit) = board.stretch(index, chunk) else { continue }
                let result = Result { try worker(index, extract).scan(extract, from: start, upTo: limit) }
                let isDone = board.finishScan(index, chunk, extract, result) { extract, start, limit in
                    try worker(index, extract).scan(extract, from: start, upTo: limit)
                }
                if isDone { progress(.read(file: extracts[index].file, done: board.completed, of: extracts.count)) }
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

    init(plan: PipelinePlan, source: Int, schema: TableSchema, parser: ParserMode, hasher: IdentifierHasher) {
        scanner = ChunkScanner(schema: schema, mode: parser)
        consumer = ExtractConsumer(source: plan.sources[source], schema: schema, areas: plan.areas, hasher: hasher)
    }

    func scan(_ extract: OpenedExtract, from start: Int, upTo limit: Int) throws -> (ChunkScan, ChunkProduct) {
        do {
            try consumer.begin(extract)
            let scan = try scanner.scan(extract, from: start, upTo: limit, &consumer)
            return (scan, consumer.takeProduct())
        } catch {
            // What was taken in before the fault belongs to nobody.
            _ = consumer.takeProduct()
            throw error
        }
    }
}
