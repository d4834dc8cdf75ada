import CLibCSV
import Core
import Dispatch
import Glibc
import Normalisation
import Records
import Synchronization

// Compares two programs on one file and one thread, in turn and in one run: libcsv with empty callbacks, and our
// reading, validation, normalisation and aggregation. Usage: `ingest-benchmark FILE [ROUNDS [reading]]`.

@main
enum IngestBenchmark {
    /// Asynchronous only when identifiers are compared, because valgrind fails with threads that yield.
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else {
            print("usage: ingest-benchmark FILE [ROUNDS [reading]]   (run it in the project's folder)")
            exit(64)
        }
        let comparesIdentifiers = arguments.count < 4
        let file = arguments[1]
        let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 7 : 7
        let job = try StreetJob(file: file)
        var bare: [Double] = []
        var ours: [Double] = []
        var resolved: [Double] = []
        _ = emptyCallbacks(file)
        for round in 1...rounds {
            var clock = ContinuousClock.now
            let fields = emptyCallbacks(file)
            let libcsv = seconds(since: &clock)
            let product = try job.run()
            let whole = seconds(since: &clock)
            bare.append(libcsv)
            ours.append(whole)
            if round == 1 {
                print("\(fields) fields; \(product.account.read) rows read, \(product.account.accepted) accepted,")
                print("\(product.account.quarantinedTotal) quarantined")
            }
            guard comparesIdentifiers else { continue }
            let block = IdentifiedBlock(rows: product.identified, lineBase: 0, payloadBase: 0)
            clock = ContinuousClock.now
            let repeats = displaced(block)
            resolved.append(seconds(since: &clock))
            if round == 1 { print("\(repeats) repeats") }
        }
        print("libcsv, empty callbacks:         \(milliseconds(median(bare))) ms")
        print("read + validate + aggregate:     \(milliseconds(median(ours))) ms")
        if comparesIdentifiers { print("comparing identifiers, after it: \(milliseconds(median(resolved))) ms") }
        let ratio = median(zip(ours, bare).map { $0 / $1 })
        print("ratio of pairs, median:          \((ratio * 100).rounded() / 100)")
    }

    /// The number of rows of the block that do not count.
    private static func displaced(_ block: IdentifiedBlock) -> Int {
        let count = Mutex(0)
        let done = DispatchSemaphore(value: 0)
        Task {
            let displacements = await SupersessionResolver([[block]]).displacements(threads: 1)
            count.withLock { $0 = displacements.count }
            done.signal()
        }
        done.wait()
        return count.withLock { $0 }
    }

    /// libcsv's own pace: 64 KiB blocks, callbacks that do nothing.
    static func emptyCallbacks(_ path: String) -> Int {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        var parser = csv_parser()
        csv_init(&parser, 0)
        defer { csv_free(&parser) }
        let block = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 64)
        defer { block.deallocate() }
        var fields = 0
        while true {
            let got = read(descriptor, block, 1 << 16)
            if got <= 0 { break }
            csv_parse(
                &parser, block, got, { _, _, count in count?.assumingMemoryBound(to: Int.self).pointee += 1 },
                { _, _ in }, &fields)
        }
        csv_fini(&parser, nil, nil, nil)
        return fields
    }

    /// Seconds since `start`, which is set to now.
    static func seconds(since start: inout ContinuousClock.Instant) -> Double {
        let spent = ContinuousClock.now - start
        start = .now
        return Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    static func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }
}
