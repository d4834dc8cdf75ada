import Ingestion
import Synchronization

/// What there is to do in an intake, shared out to threads: files to hash, stretches of files to scan.
final class TaskBoard: Sendable {
    enum Task: Sendable {
        case hash(Int)
        case scan(Int, chunk: Int)
    }

    /// One extract on its way.
    private struct Entry {
        var reading: Reading?
        var hash: Result<String, ExtractRefusal>?
        var refusal: ExtractRefusal?
    }

    /// An extract, in one encoding.
    private struct Reading {
        let extract: OpenedExtract
        let starts: [Int]
        var assembly: ExtractAssembly

        init(_ extract: OpenedExtract, chunkSize: Int) throws(ExtractRefusal) {
            self.extract = extract
            starts = try extract.chunkStarts(size: chunkSize, smallest: min(chunkSize, 4 << 20))
            assembly = ExtractAssembly(extract, starts: starts)
        }
    }

    private struct State {
        var entries: [Entry]
        var tasks: [Task]
        var nextTask = 0
        var identified = 0
        var completed = 0
    }

    private let state: Mutex<State>
    private let chunkSize: Int

    init(_ opened: [Result<OpenedExtract, ExtractRefusal>], known: KnownFiles, hashes: Bool, threads: Int) {
        let total = opened.reduce(0) { $0 + ((try? $1.get().file.size) ?? 0) }
        // Enough to pay for putting a stretch in its place, few enough that threads end together.
        let chunkSize = min(32 << 20, max(4 << 20, total / (threads * 16)))
        var entries: [Entry] = []
        var scans: [Task] = []
        for (index, result) in opened.enumerated() {
            do throws(ExtractRefusal) {
                let reading = try Reading(try result.get(), chunkSize: chunkSize)
                let digest = known[reading.extract.file.identity]
                entries.append(Entry(reading: reading, hash: digest.map { .success($0) }))
                scans += reading.starts.indices.map { .scan(index, chunk: $0) }
            } catch { entries.append(Entry(refusal: error)) }
        }
        // Hashing a file takes longest of all tasks and can only be done in one go, so it comes first.
        let hashed = !hashes ? [] : entries.indices.filter { entries[$0].refusal == nil && entries[$0].hash == nil }
        self.chunkSize = chunkSize
        state = Mutex(State(entries: entries, tasks: hashed.map { .hash($0) } + scans))
    }

    /// The next task; nil when none is left.
    func next() -> Task? {
        state.withLock { state in
            guard state.nextTask < state.tasks.count else { return nil }
            defer { state.nextTask += 1 }
            return state.tasks[state.nextTask]
        }
    }

    var completed: Int { state.withLock { $0.completed } }
    func extract(_ index: Int) -> OpenedExtract? { state.withLock { $0.entries[index].reading?.extract } }

    /// Nil when the extract has been given up.
    func stretch(_ index: Int, _ chunk: Int) -> (OpenedExtract, start: Int, limit: Int)? {
        state.withLock { state in
            guard let reading = state.entries[index].reading, state.entries[index].refusal == nil,
                reading.starts.indices.contains(chunk)
            else { return nil }
            return (reading.extract, reading.starts[chunk], reading.assembly.limit(of: chunk))
        }
    }

    func finishHash(_ index: Int, _ result: Result<String, ExtractRefusal>) {
        state.withLock { $0.entries[index].hash = result }
    }

    /// Takes up what came of a stretch; true when it was the last of its extract.
    func finishScan(
        _ index: Int, _ chunk: Int, _ extract: OpenedExtract, _ result: Result<(ChunkScan, ChunkProduct), any Error>,
        rescan: (OpenedExtract, Int, Int) throws -> (ChunkScan, ChunkProduct)
    ) -> Bool {
        state.withLock { state in
            // The extract was given up, or is being read again in another encoding, since this scan began.
            guard state.entries[index].refusal == nil,
                state.entries[index].reading?.extract.encoding == extract.encoding
            else { return false }
            do {
                try state.entries[index].reading?.assembly.add(chunk, result) { try rescan(extract, $0, $1) }
            } catch let refusal as ExtractRefusal {
                Self.readAgain(index, after: refusal, chunkSize, &state)
                return false
            } catch {
                // Consumers refuse nothing of their own; only reading can fail.
                state.entries[index].refusal = .unreadable(file: extract.file.name, errno: 5)
                return false
            }
            if case .success((_, let product)) = result { state.identified += product.identified.count }
            guard state.identified <= Intake.mostIdentified else {
                state.entries[index].refusal = .tooManyIdentifiers(
                    file: extract.file.name, limit: Intake.mostIdentified)
                return false
            }
            guard state.entries[index].reading?.assembly.isComplete == true else { return false }
            state.completed += 1
            return true
        }
    }

    /// Starts an extract anew in its schema's encoding when it was not UTF-8; gives it up for any other reason.
    private static func readAgain(_ index: Int, after refusal: ExtractRefusal, _ chunkSize: Int, _ state: inout State) {
        do throws(ExtractRefusal) {
            guard case .notDecodable = refusal,
                let other = try state.entries[index].reading?.extract.inFallbackEncoding()
            else { throw refusal }
            let reading = try Reading(other, chunkSize: chunkSize)
            state.entries[index].reading = reading
            state.tasks += reading.starts.indices.map { .scan(index, chunk: $0) }
        } catch { state.entries[index].refusal = error }
    }

    /// What came of each extract, with its SHA-256, when every task is done.
    func results() -> [Result<(ExtractAssembly, String), ExtractRefusal>] {
        state.withLock { state in
            state.entries.map { entry in
                Result { () throws(ExtractRefusal) in
                    if let refusal = entry.refusal { throw refusal }
                    guard let reading = entry.reading else { throw .empty(file: "") }
                    try reading.extract.file.checkUnchanged()
                    return (reading.assembly, try entry.hash?.get() ?? "")
                }
            }
        }
    }
}
