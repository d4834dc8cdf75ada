import Core
package import Ingestion
package import Records
import Synchronization
import SystemPackage

/// What there is to do in an intake, shared out to threads: files to hash, chunks of files to scan.
package final class TaskBoard: Sendable {
    package enum Task: Sendable {
        case hash(Int)
        case scan(Int, chunk: Int)
        /// Find out which rows repeat what must be unique.
        case compare(Int)
    }

    /// A chunk that was scanned and waits to be added.
    private struct Scan {
        let chunk: Int
        let result: Result<(ChunkScan, ChunkProduct), any Error>
    }

    /// One extract on its way.
    private struct Entry {
        var reading: Reading?
        /// What is put together of the reading; nil while a thread has it, which then takes what is scanned meanwhile.
        var assembly: ExtractAssembly?
        var scanned: [Scan] = []
        var hash: Result<String, ExtractError>?
        var extractError: ExtractError?

        /// Starts a reading, and drops what was read before.
        mutating func begin(_ reading: Reading, maxReported: Int) {
            self.reading = reading
            assembly = ExtractAssembly(reading.extract, starts: reading.starts, maxReported: maxReported)
            scanned = []
        }
    }

    /// An extract, in one encoding.
    private struct Reading {
        let extract: OpenedExtract
        let starts: [Int]
        /// The rows that repeat what must be unique; nil while that is to be found out.
        let repeats: RepeatedKeys?

        init(_ extract: OpenedExtract, repeats: RepeatedKeys? = nil, chunkSize: Int) throws(ExtractError) {
            self.extract = extract
            self.repeats = repeats
            starts = try extract.chunkStarts(size: chunkSize, smallest: min(chunkSize, 4 << 20))
        }

        /// Where the scan of a chunk may stop.
        func limit(of chunk: Int) -> Int { ExtractAssembly.limit(of: chunk, starts) }

        /// The length of a chunk.
        func bytes(of chunk: Int) -> Int {
            starts.indices.contains(chunk) ? max(0, min(limit(of: chunk), extract.file.size) - starts[chunk]) : 0
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

    package init(
        _ opened: [Result<OpenedExtract, ExtractError>], known: KnownFiles, threads: Int,
        options: IntakeOptions = IntakeOptions()
    ) {
        bytes = opened.reduce(0) { $0 + ((try? $1.get().file.size) ?? 0) }
        // Enough to pay for adding a chunk, few enough that threads end together.
        let chunkSize = options.chunkSize ?? min(32 << 20, max(4 << 20, bytes / (threads * 16)))
        var entries: [Entry] = []
        entries.reserveCapacity(opened.count)
        var scans: [Task] = []
        for (index, result) in opened.enumerated() {
            do throws(ExtractError) {
                let reading = try Reading(try result.get(), chunkSize: chunkSize)
                let digest = known[reading.extract.file.identity]
                var entry = Entry(hash: digest.map { .success($0) })
                entry.begin(reading, maxReported: options.maxReported)
                entries.append(entry)
                scans += reading.starts.indices.map { .scan(index, chunk: $0) }
            } catch { entries.append(Entry(extractError: error)) }
        }
        // Hashing a file takes longest of all tasks and can only be done in one go, so it is done first.
        let hashed = entries.indices.filter {
            options.hashes && entries[$0].extractError == nil && entries[$0].hash == nil
        }
        self.options = options
        self.chunkSize = chunkSize
        state = Mutex(State(entries: entries, tasks: hashed.map { .hash($0) } + scans))
    }

    /// The next task; nil when none is left.
    package func next() -> Task? {
        state.withLock { state in
            guard state.nextTask < state.tasks.count else { return nil }
            defer { state.nextTask += 1 }
            return state.tasks[state.nextTask]
        }
    }

    /// How many extracts have been read, and how many bytes have been read; more than all where some are read again.
    package var progress: (files: Int, bytes: Int) { state.withLock { ($0.completed, $0.bytesRead) } }
    func extract(_ index: Int) -> OpenedExtract? { state.withLock { $0.entries[index].reading?.extract } }

    /// Nil when the extract has been given up.
    package func chunk(_ index: Int, _ chunk: Int) -> (OpenedExtract, RepeatedKeys?, start: Int, limit: Int)? {
        state.withLock { state in
            guard let reading = state.entries[index].reading, state.entries[index].extractError == nil,
                reading.starts.indices.contains(chunk)
            else { return nil }
            return (reading.extract, reading.repeats, reading.starts[chunk], reading.limit(of: chunk))
        }
    }

    func finishHash(_ index: Int, _ result: Result<String, ExtractError>) {
        state.withLock { $0.entries[index].hash = result }
    }

    /// Takes the result of a chunk. One thread at a time adds the chunks of an extract, outside the lock. A chunk that started
    /// inside a record is scanned again, and no other thread waits for that.
    package func finishScan(
        _ index: Int, _ chunk: Int, _ extract: OpenedExtract, _ result: Result<(ChunkScan, ChunkProduct), any Error>,
        rescan: (OpenedExtract, Int, Int) throws -> (ChunkScan, ChunkProduct)
    ) {
        var assembly = takeOver(index, Scan(chunk: chunk, result: result), extract)
        while let scan = nextScan(index, &assembly) {
            do {
                try assembly?.add(scan.chunk, scan.result) { try rescan(extract, $0, $1) }
                count(scan, index, extract)
            } catch {
                giveUp(index, &assembly, error, extract)
                return
            }
        }
    }

    /// Leaves a scan for the thread that has the assembly; returns the assembly when no thread has it.
    private func takeOver(_ index: Int, _ scan: Scan, _ extract: OpenedExtract) -> ExtractAssembly? {
        state.withLock { state in
            // The extract was given up, or is being read again in another encoding, since this scan began.
            guard state.entries[index].extractError == nil, let reading = state.entries[index].reading,
                reading.extract.encoding == extract.encoding
            else { return nil }
            state.bytesRead += reading.bytes(of: scan.chunk)
            state.entries[index].scanned.append(scan)
            return state.entries[index].assembly.take()
        }
    }

    /// The next scan for the assembly of an extract; nil when none waits, or the extract was given up. Then the assembly is put
    /// back: handed over and not copied, for it may be large.
    private func nextScan(_ index: Int, _ assembly: inout ExtractAssembly?) -> Scan? {
        guard let isComplete = assembly?.isComplete else { return nil }
        return state.withLock { state in
            let isGivenUp = state.entries[index].extractError != nil
            if !isGivenUp, let scan = state.entries[index].scanned.popLast() { return scan }
            state.entries[index].assembly = assembly.take()
            guard !isGivenUp, isComplete, let reading = state.entries[index].reading else { return nil }
            if reading.mustCompare { state.tasks.append(.compare(index)) } else { state.completed += 1 }
            return nil
        }
    }

    /// Counts the rows that must be compared; too many would not fit into memory.
    private func count(_ scan: Scan, _ index: Int, _ extract: OpenedExtract) {
        guard case .success((_, let product)) = scan.result else { return }
        let (identified, keyed) = (product.identified.count, product.keys.count)
        state.withLock { state in
            state.identified += identified
            state.keyed += keyed
            let isTooMuch = state.identified > Intake.maxIdentified
            guard !isTooMuch, state.keyed <= Intake.maxKeyed else {
                state.entries[index].extractError = .tooManyIdentifiers(
                    file: extract.file.name, limit: isTooMuch ? Intake.maxIdentified : Intake.maxKeyed)
                return
            }
        }
    }

    /// Puts back the assembly of an extract that cannot be put together any further.
    private func giveUp(
        _ index: Int, _ assembly: inout ExtractAssembly?, _ error: any Error, _ extract: OpenedExtract
    ) {
        state.withLock { state in
            state.entries[index].assembly = assembly.take()
            state.entries[index].scanned = []
            guard let extractError = error as? ExtractError else {
                // Consumers refuse nothing of their own; only reading can fail.
                state.entries[index].extractError = .unreadable(file: extract.file.name, errno: .ioError)
                return
            }
            readAgain(index, after: extractError, &state)
        }
    }

    /// What must be unique in an extract, in the order of the file.
    func takeKeys(_ index: Int) -> [KeyedRow] {
        state.withLock { state in
            let keys = state.entries[index].assembly?.takeKeys() ?? []
            state.keyed -= keys.count
            return keys
        }
    }

    /// Records which rows repeat what must be unique. When there are any the extract is read again, and they are kept
    /// out from the start, so that no result has to be taken back.
    func finishComparison(_ index: Int, _ repeats: RepeatedKeys) {
        state.withLock { state in
            guard !repeats.isEmpty, let reading = state.entries[index].reading else {
                state.completed += 1
                return
            }
            state.identified -= state.entries[index].assembly?.identifiedCount ?? 0
            begin(index, &state) { () throws(ExtractError) in
                try Reading(reading.extract, repeats: repeats, chunkSize: chunkSize)
            }
        }
    }

    /// Puts the scans of an extract that is read again on the board.
    private func begin(
        _ index: Int, _ state: inout State, _ reading: () throws(ExtractError) -> Reading
    ) {
        do throws(ExtractError) {
            let reading = try reading()
            state.entries[index].begin(reading, maxReported: options.maxReported)
            state.tasks += reading.starts.indices.map { .scan(index, chunk: $0) }
        } catch { state.entries[index].extractError = error }
    }

    /// Starts an extract again in its schema's encoding when it was not UTF-8; for any other reason it is refused.
    private func readAgain(_ index: Int, after extractError: ExtractError, _ state: inout State) {
        let extract = state.entries[index].reading?.extract
        begin(index, &state) { () throws(ExtractError) in
            guard case .notDecodable = extractError, let other = try extract?.inFallbackEncoding() else {
                throw extractError
            }
            return try Reading(other, chunkSize: chunkSize)
        }
    }

    /// What was found in an extract, also when it is refused.
    func findings(_ index: Int) -> (findings: [Finding], account: RowAccount) {
        state.withLock { state in
            guard let assembly = state.entries[index].assembly else { return ([], RowAccount()) }
            return (assembly.orderedFindings, assembly.account)
        }
    }

    /// The outcome of each extract, with its SHA-256, when every task is done. It counts only of files that are unchanged.
    func results() -> [Result<(ExtractAssembly, String), ExtractError>] {
        state.withLock { state in
            state.entries.map { entry in
                Result { () throws(ExtractError) in
                    if let extractError = entry.extractError { throw extractError }
                    guard let assembly = entry.assembly else { throw .empty(file: "") }
                    return (assembly, try entry.hash?.get() ?? "")
                }
            }
        }
    }
}
