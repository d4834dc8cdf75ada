import Core
package import Ingestion
package import Records
import Synchronization
import SystemPackage

/// The tasks of an intake, which threads share: hashing files, and scanning chunks of files.
package final class TaskBoard: Sendable {
    package enum Task: Sendable {
        case hash(Int)
        case scan(Int, chunk: Int)
        /// Finds the rows that break a rule of unique values.
        case compare(Int)
    }

    /// A chunk that was scanned and waits to be added.
    private struct Scan {
        let chunk: Int
        let result: Result<(ChunkScan, ChunkProduct), any Error>
    }

    /// The state of one extract.
    private struct Entry {
        var reading: Reading?
        /// The assembly of the reading; nil while a thread has it. That thread also adds chunks that are scanned in the
        /// meantime.
        var assembly: ExtractAssembly?
        var scanned: [Scan] = []
        var hash: Result<String, ExtractError>?
        var extractError: ExtractError?

        /// Starts a reading, and discards an earlier one.
        mutating func begin(_ reading: Reading, maxReported: Int) {
            self.reading = reading
            assembly = ExtractAssembly(reading.extract, starts: reading.starts, maxReported: maxReported)
            scanned = []
        }
    }

    /// The reading of an extract in one encoding.
    private struct Reading {
        let extract: OpenedExtract
        let starts: [Int]
        /// The rows that break a rule of unique values; nil until the values have been compared.
        let repeats: RepeatedKeys?

        init(_ extract: OpenedExtract, repeats: RepeatedKeys? = nil, chunkSize: Int) throws(ExtractError) {
            self.extract = extract
            self.repeats = repeats
            starts = try extract.chunkStarts(size: chunkSize, smallest: min(chunkSize, 4 << 20))
        }

        /// Returns the offset at which the scan of a chunk may stop.
        func limit(of chunk: Int) -> Int { ExtractAssembly.limit(of: chunk, starts) }

        /// Returns the length of a chunk.
        func bytes(of chunk: Int) -> Int {
            starts.indices.contains(chunk) ? max(0, min(limit(of: chunk), extract.file.size) - starts[chunk]) : 0
        }

        /// Whether rows must be compared before the extract is complete.
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

    /// The total size of all extracts.
    let bytes: Int
    private let state: Mutex<State>
    private let options: IntakeOptions
    private let chunkSize: Int

    package init(
        _ opened: [Result<OpenedExtract, ExtractError>], known: KnownFiles, threads: Int,
        options: IntakeOptions = IntakeOptions()
    ) {
        bytes = opened.reduce(0) { $0 + ((try? $1.get().file.size) ?? 0) }
        // Large enough to be worth the cost of adding a chunk, small enough for all threads to end together.
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
        // Hashing a file is the longest task and cannot be divided, so it comes first.
        let hashed = entries.indices.filter {
            options.hashes && entries[$0].extractError == nil && entries[$0].hash == nil
        }
        self.options = options
        self.chunkSize = chunkSize
        state = Mutex(State(entries: entries, tasks: hashed.map { .hash($0) } + scans))
    }

    /// Returns the next task; nil if none is left.
    package func next() -> Task? {
        state.withLock { state in
            guard state.nextTask < state.tasks.count else { return nil }
            defer { state.nextTask += 1 }
            return state.tasks[state.nextTask]
        }
    }

    /// The numbers of extracts and of bytes that have been read. Bytes that are read again count twice, so that their
    /// number can exceed the total size.
    package var progress: (files: Int, bytes: Int) { state.withLock { ($0.completed, $0.bytesRead) } }
    func extract(_ index: Int) -> OpenedExtract? { state.withLock { $0.entries[index].reading?.extract } }

    /// Returns a chunk with its extract and offsets; nil if the extract was given up.
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

    /// Adds the result of a chunk. Only one thread at a time adds chunks of an extract, and it does so outside the
    /// lock. A chunk that started inside a record is scanned again, and no other thread waits for that.
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

    /// Leaves a scan for the thread that has the assembly, or returns the assembly if no thread has it.
    private func takeOver(_ index: Int, _ scan: Scan, _ extract: OpenedExtract) -> ExtractAssembly? {
        state.withLock { state in
            // Since this scan began, the extract was given up or is being read in another encoding.
            guard state.entries[index].extractError == nil, let reading = state.entries[index].reading,
                reading.extract.encoding == extract.encoding
            else { return nil }
            state.bytesRead += reading.bytes(of: scan.chunk)
            state.entries[index].scanned.append(scan)
            return state.entries[index].assembly.take()
        }
    }

    /// Returns the next scan for an extract's assembly; nil if none waits or the extract was given up. In that case the
    /// assembly is put back. It is moved rather than copied, because it may be large.
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

    /// Counts the rows that must be compared, and gives the extract up if they would not fit into memory.
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

    /// Puts back the assembly of an extract that cannot be completed.
    private func giveUp(
        _ index: Int, _ assembly: inout ExtractAssembly?, _ error: any Error, _ extract: OpenedExtract
    ) {
        state.withLock { state in
            state.entries[index].assembly = assembly.take()
            state.entries[index].scanned = []
            guard let extractError = error as? ExtractError else {
                // Consumers throw no errors of their own; only reading can fail.
                state.entries[index].extractError = .unreadable(file: extract.file.name, errno: .ioError)
                return
            }
            readAgain(index, after: extractError, &state)
        }
    }

    /// Hands over the values that must be unique in an extract, in file order.
    func takeKeys(_ index: Int) -> [KeyedRow] {
        state.withLock { state in
            let keys = state.entries[index].assembly?.takeKeys() ?? []
            state.keyed -= keys.count
            return keys
        }
    }

    /// Records the rows that break a rule of unique values. If there are any, the extract is read again with these rows
    /// in quarantine from the start, so that no result has to be undone.
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

    /// Adds the scans of an extract that is read again to the tasks.
    private func begin(
        _ index: Int, _ state: inout State, _ reading: () throws(ExtractError) -> Reading
    ) {
        do throws(ExtractError) {
            let reading = try reading()
            state.entries[index].begin(reading, maxReported: options.maxReported)
            state.tasks += reading.starts.indices.map { .scan(index, chunk: $0) }
        } catch { state.entries[index].extractError = error }
    }

    /// Reads an extract again in its schema's encoding if it was not UTF-8. For any other reason the extract is
    /// refused.
    private func readAgain(_ index: Int, after extractError: ExtractError, _ state: inout State) {
        let extract = state.entries[index].reading?.extract
        begin(index, &state) { () throws(ExtractError) in
            guard case .notDecodable = extractError, let other = try extract?.inFallbackEncoding() else {
                throw extractError
            }
            return try Reading(other, chunkSize: chunkSize)
        }
    }

    /// Returns the findings about an extract, even if it is refused.
    func findings(_ index: Int) -> (findings: [Finding], account: RowAccount) {
        state.withLock { state in
            guard let assembly = state.entries[index].assembly else { return ([], RowAccount()) }
            return (assembly.orderedFindings, assembly.account)
        }
    }

    /// Returns the assembly of each extract with its SHA-256, once every task is done. The result is valid only for
    /// files that have not changed.
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
