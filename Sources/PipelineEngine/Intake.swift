import Ingestion
import Normalisation
import Synchronization
import Tabular

/// An extract of the landing folder, and the source that takes it.
struct LandedExtract: Sendable {
    let source: Int
    let file: String
    let path: String
}

/// Takes in all extracts of a run, on several threads: stretches of files are shared out, and every thread keeps its own
/// dictionaries. What comes out depends on the files alone.
struct Intake: Sendable {
    let plan: PipelinePlan
    let extracts: [LandedExtract]
    let threads: Int
    let parser: ParserMode
    let known: KnownFiles
    /// Whether extracts are hashed: what only looks at them has no need of it.
    var hashes = true
    let hasher = IdentifierHasher()

    /// Rows with an identifier, at 24 bytes each, in a whole run: 3 GiB. More are refused rather than fill the memory.
    static let mostIdentified = 1 << 27

    /// What came of each extract, in their order. All refusals are thrown together.
    func run(progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [ExtractOutcome] {
        var refusals: [ExtractRefusal] = []
        var outcomes: [ExtractOutcome] = []
        for result in await results(progress: progress) {
            do throws(ExtractRefusal) { outcomes.append(try result.get()) } catch { refusals.append(error) }
        }
        if !refusals.isEmpty { throw RunFailure.refused(refusals) }
        return outcomes
    }

    /// What came of each extract, or why it is refused.
    func results(
        progress: @escaping @Sendable (RunProgress) -> Void
    ) async -> [Result<ExtractOutcome, ExtractRefusal>] {
        let opened = extracts.map { extract in
            Result { () throws(ExtractRefusal) in
                let file = try LandedFile(name: extract.file, path: extract.path)
                return try OpenedExtract(file: file, schema: plan.sources[extract.source].schema)
            }
        }
        // A refused header does not keep the others from being read: whatever is wrong with them is worth knowing too.
        let board = TaskBoard(opened, known: known, hashes: hashes, threads: threads)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<threads { group.addTask { work(board, progress) } }
        }
        return zip(extracts, board.results()).map { extract, result in
            Result { () throws(ExtractRefusal) in
                try result.get().0.outcome(source: extract.source, sha256: result.get().1)
            }
        }
    }

    /// One thread's work: task after task until none is left.
    private func work(_ board: TaskBoard, _ progress: @Sendable (RunProgress) -> Void) {
        var workers: [WorkerKey: IntakeWorker] = [:]
        func worker(_ index: Int, _ extract: OpenedExtract) -> IntakeWorker {
            let key = WorkerKey(source: extracts[index].source, encoding: extract.encoding)
            if let worker = workers[key] { return worker }
            let new = IntakeWorker(plan: plan, source: key.source, parser: parser, hasher: hasher)
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
        let encoding: TextEncoding
    }
}

/// What a thread keeps for the extracts of one source and encoding.
final class IntakeWorker {
    private let scanner: ChunkScanner
    private var consumer: ExtractConsumer

    init(plan: PipelinePlan, source: Int, parser: ParserMode, hasher: IdentifierHasher) {
        let definition = plan.sources[source]
        scanner = ChunkScanner(schema: definition.schema, mode: parser)
        consumer = ExtractConsumer(source: definition, areas: plan.areas, hasher: hasher)
    }

    func scan(_ extract: OpenedExtract, from start: Int, upTo limit: Int) throws -> (ChunkScan, ChunkProduct) {
        consumer.begin(extract.file.name)
        do {
            let scan = try scanner.scan(extract, from: start, upTo: limit, &consumer)
            return (scan, consumer.takeProduct())
        } catch {
            // What was taken in before the fault belongs to nobody.
            _ = consumer.takeProduct()
            throw error
        }
    }
}
