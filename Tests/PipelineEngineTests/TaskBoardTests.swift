import Core
import Ingestion
import Intake
import Records
import TestSupport
import Testing

@Suite("Chunks of extracts, distributed to threads")
struct TaskBoardTests {
    /// A consumer that ignores every row.
    private struct Blind: BatchConsumer {
        mutating func consume(_ batch: RecordBatch) throws {}
        mutating func reject(_ record: RejectedRecord) throws {}
    }

    @Test(
        "While a chunk that starts inside a record is scanned again, the board answers other threads",
        .timeLimit(.minutes(1)))
    func scanAgain() throws {
        let schema = TableSchema.of([SchemaField(name: "agency", role: .agency)])
        let text = "agency\n" + String(repeating: "\"one\nrecord\non\nfive\nlines\"\n", count: 20)
        let extract = try SchemaHeaders(schema).open(LandedFile(name: "a.csv", text: Array(text.utf8)))
        let scanner = ChunkScanner(schema: schema, mode: .fast)
        func scan(_ extract: OpenedExtract, from start: Int, upTo limit: Int) throws -> (ChunkScan, ChunkProduct) {
            var blind = Blind()
            return (try scanner.scan(extract, from: start, upTo: limit, &blind), ChunkProduct())
        }
        let board = TaskBoard(
            [.success(extract)], known: KnownFiles(), threads: 1,
            options: IntakeOptions(hashes: false, chunkSize: 40))
        var again = 0
        while let task = board.next() {
            guard case .scan(let index, let chunk) = task,
                let (extract, _, start, limit) = board.chunk(index, chunk)
            else { continue }
            let result = Result { try scan(extract, from: start, upTo: limit) }
            board.finishScan(index, chunk, extract, result) { extract, start, limit in
                again += 1
                // The lock is not recursive: a caller that needs it while it is held waits for ever.
                #expect(board.progress.files == 0)
                return try scan(extract, from: start, upTo: limit)
            }
        }
        #expect(again > 3)
        #expect(board.progress.files == 1)
    }
}
