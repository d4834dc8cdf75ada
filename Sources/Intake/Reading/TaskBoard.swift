import Core
import Ingestion
import Records
import Synchronization

/// What there is to do in an intake, shared out to threads: files to hash, stretches of files to scan.
final class TaskBoard: Sendable {
    enum Task: Sendable {
        case hash(Int)
        case scan(Int, chunk: Int)
        /// Find out which rows repeat what must be unique.
        case compare(Int)
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
        /// The rows that repeat what must be unique; nil while that is to be found out.
        let repeats: RepeatedKeys?
        let assembly: ExtractAssembly

        init(_ extract: OpenedExtract, repeats: RepeatedKeys? = nil, _ options: IntakeOptions, chunkSize: Int)
            throws(ExtractRefusal)
        {
            self.extract = extract
            self.repeats = repeats
            starts = try extract.chunkStarts(size: chunkSize, smallest: min(chunkSize, 4 << 20))
            assembly = ExtractAssembly(extract, starts: starts, maxReported: options.maxReported)
        }

        /// How long a stretch is.
        func bytes(of chunk: Int) -> Int {
            starts.indices.contains(chunk)
                ? max(0, min(assembly.limit(of: chunk), extract.file.size) - starts[chunk]) : 0
        }

        /// Whether rows must still be compared before the extract is done.
        var mustCompare: Bool { repeats == nil && extract.schema.checks.contains { $0.rule == .notUnique } }
    }

    private struct State {
        var entries: [Entry]
        var tasks: [Task]
        var nextTask = 0
        var identified = 0
        var keyed = 0
        var completed = 0
        var bytesRead = 0
    }

    /// How long all extracts are together.
    let bytes: Int
    private let state: Mutex<State>
    private let options: IntakeOptions
    private let chunkSize: Int

    init(
        _ opened: [Result<OpenedExtract, ExtractRefusal>], known: KnownFiles, threads: Int,
        options: IntakeOptions = IntakeOptions()
    ) {
        bytes = opened.reduce(0) { $0 + ((try? $1.get().file.size) ?? 0) }
        // Enough to pay for putting a stretch in its place, few enough that threads end together.
        let chunkSize = options.chunkSize ?? min(32 << 20, max(4 << 20, bytes / (threads * 16)))
        var entries: [Entry] = []
        entries.reserveCapacity(opened.count)
        var scans: [Task] = []
        for (index, result) in opened.enumerated() {
            do throws(ExtractRefusal) {
                let reading = try Reading(try result.get(), options, chunkSize: chunkSize)
                let digest = known[reading.extract.file.identity]
                entries.append(Entry(reading: reading, hash: digest.map { .success($0) }))
                scans += reading.starts.indices.map { .scan(index, chunk: $0) }
            } catch { entries.append(Entry(refusal: error)) }
        }
        // Hashing a file takes longest of all tasks and can only be done in one go, so it comes first.
        let hashed = entries.indices.filter {
            options.hashes && entries[$0].refusal == nil && entries[$0].hash == nil
        }
        self.options = options
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

    /// How many extracts have been taken in, and how many bytes have been read; more than all where some are read again.
    var progress: (files: Int, bytes: Int) { state.withLock { ($0.completed, $0.bytesRead) } }
    func extract(_ index: Int) -> OpenedExtract? { state.withLock { $0.entries[index].reading?.extract } }

    /// Nil when the extract has been given up.
    func stretch(_ index: Int, _ chunk: Int) -> (OpenedExtract, RepeatedKeys?, start: Int, limit: Int)? {
        state.withLock { state in
            guard let reading = state.entries[index].reading, state.entries[index].refusal == nil,
                reading.starts.indices.contains(chunk)
            else { return nil }
            return (reading.extract, reading.repeats, reading.starts[chunk], reading.assembly.limit(of: chunk))
        }
    }

    func finishHash(_ index: Int, _ result: Result<String, ExtractRefusal>) {
        state.withLock { $0.entries[index].hash = result }
    }

    /// Takes up what came of a stretch.
    func finishScan(
        _ index: Int, _ chunk: Int, _ extract: OpenedExtract, _ result: Result<(ChunkScan, ChunkProduct), any Error>,
        rescan: (OpenedExtract, Int, Int) throws -> (ChunkScan, ChunkProduct)
    ) {
        state.withLock { state in
            // The extract was given up, or is being read again in another encoding, since this scan began.
            guard state.entries[index].refusal == nil,
                state.entries[index].reading?.extract.encoding == extract.encoding
            else { return }
            state.bytesRead += state.entries[index].reading?.bytes(of: chunk) ?? 0
            do {
                try state.entries[index].reading?.assembly.add(chunk, result) { try rescan(extract, $0, $1) }
            } catch let refusal as ExtractRefusal {
                readAgain(index, after: refusal, &state)
                return
            } catch {
                // Consumers refuse nothing of their own; only reading can fail.
                state.entries[index].refusal = .unreadable(file: extract.file.name, errno: 5)
                return
            }
            if case .success((_, let product)) = result {
                state.identified += product.identified.count
                state.keyed += product.keys.count
            }
            let isTooMuch = state.identified > Intake.mostIdentified
            guard !isTooMuch, state.keyed <= Intake.mostKeyed else {
                state.entries[index].refusal = .tooManyIdentifiers(
                    file: extract.file.name, limit: isTooMuch ? Intake.mostIdentified : Intake.mostKeyed)
                return
            }
            guard let reading = state.entries[index].reading, reading.assembly.isComplete else { return }
            if reading.mustCompare {
                state.tasks.append(.compare(index))
                return
            }
            state.completed += 1
        }
    }

    /// What must be unique in an extract, in the order of the file.
    func takeKeys(_ index: Int) -> [KeyedRow] {
        state.withLock { state in
            let keys = state.entries[index].reading?.assembly.takeKeys() ?? []
            state.keyed -= keys.count
            return keys
        }
    }

    /// Takes up which rows repeat what must be unique. When there are any the extract is read once more, and they are kept
    /// out from the start, so that nothing that they came to has to be taken back.
    func finishComparison(_ index: Int, _ repeats: RepeatedKeys) {
        state.withLock { state in
            guard !repeats.isEmpty, let reading = state.entries[index].reading else {
                state.completed += 1
                return
            }
            state.identified -= reading.assembly.identifiedCount
            begin(index, &state) { () throws(ExtractRefusal) in
                try Reading(reading.extract, repeats: repeats, options, chunkSize: chunkSize)
            }
        }
    }

    /// Puts the scans of an extract that is read once more on the board.
    private func begin(
        _ index: Int, _ state: inout State, _ reading: () throws(ExtractRefusal) -> Reading
    ) {
        do throws(ExtractRefusal) {
            let reading = try reading()
            state.entries[index].reading = reading
            state.tasks += reading.starts.indices.map { .scan(index, chunk: $0) }
        } catch { state.entries[index].refusal = error }
    }

    /// Starts an extract anew in its schema's encoding when it was not UTF-8; gives it up for any other reason.
    private func readAgain(_ index: Int, after refusal: ExtractRefusal, _ state: inout State) {
        let extract = state.entries[index].reading?.extract
        begin(index, &state) { () throws(ExtractRefusal) in
            guard case .notDecodable = refusal, let other = try extract?.inFallbackEncoding() else { throw refusal }
            return try Reading(other, options, chunkSize: chunkSize)
        }
    }

    /// What was found in an extract, also when it is refused.
    func findings(_ index: Int) -> (findings: [Finding], account: RowAccount) {
        state.withLock { state in
            guard let assembly = state.entries[index].reading?.assembly else { return ([], RowAccount()) }
            return (assembly.orderedFindings, assembly.account)
        }
    }

    /// The outcome of each extract, with its SHA-256, when every task is done. It counts only of files that are unchanged.
    func results() -> [Result<(ExtractAssembly, String), ExtractRefusal>] {
        state.withLock { state in
            state.entries.map { entry in
                Result { () throws(ExtractRefusal) in
                    if let refusal = entry.refusal { throw refusal }
                    guard let reading = entry.reading else { throw .empty(file: "") }
                    return (reading.assembly, try entry.hash?.get() ?? "")
                }
            }
        }
    }
}
