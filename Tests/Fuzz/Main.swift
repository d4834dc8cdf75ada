import FoundationEssentials
import Glibc
import TestSupport

// Damages extracts, schemas, definitions, corrections and issued releases again and again, and reads them: `shp-fuzz
// MINUTES [SEED]` in the project's folder, or `shp-fuzz --again FILE` with an input from an earlier run. Before an
// input is read, it is written to .build/fuzz under the name of its target. An input that crashes the program is
// therefore kept. The exit status is 1 for a disagreement, 2 when an input takes too long, and 3 when it takes too much
// memory. A crash has its own status.

@main
enum Fuzz {
    /// A folder for each process, because two processes at once would overwrite each other's inputs.
    static let folder = ".build/fuzz/\(getpid())"

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        mkdir(".build", 0o755)
        mkdir(".build/fuzz", 0o755)
        mkdir(folder, 0o755)
        let targets = try await FuzzTargets()
        if arguments.first == "--again", let path = arguments.dropFirst().first {
            try await again(path, targets)
            return
        }
        guard let minutes = arguments.first.flatMap(Double.init) else {
            print("usage: shp-fuzz MINUTES [SEED] | shp-fuzz --again FILE")
            exit(64)
        }
        var limit = rlimit(rlim_cur: Watchdog.maxAddressSpace, rlim_max: Watchdog.maxAddressSpace)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? UInt64(time(nil))
        tell("shp-fuzz: \(minutes) minutes, seed \(seed); inputs go to \(folder)")
        try await run(seconds: minutes * 60, seed: seed, targets)
    }

    private static func run(seconds: Double, seed: UInt64, _ targets: FuzzTargets) async throws {
        let watchdog = Watchdog()
        watchdog.start()
        var generator = SeededGenerator(seed: seed)
        var corpora = targets.all.map { Corpus($0.seeds) }
        var report = FuzzReport(targets.all.map(\.name))
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(seconds) {
            let index = targets.pick(&generator)
            let target = targets.all[index]
            let input = corpora[index].next(&generator)
            write(input, to: target.path)
            watchdog.begin(target.path)
            let began = ContinuousClock.now
            let verdict = try await target.read(input)
            report.add(index, bytes: input.count, time: ContinuousClock.now - began)
            watchdog.end()
            switch verdict {
            case .read(let signature): if corpora[index].keep(input, signature) { report.addKind(index) }
            case .disagreement(let words):
                print("DISAGREEMENT \(target.path): \(words)")
                exit(1)
            }
            report.tellNowAndThen(since: start, corpus: corpora.reduce(0) { $0 + $1.size })
        }
        watchdog.stop()
        try? FileManager.default.removeItem(atPath: folder)
        print(report.summary(since: start))
    }

    private static func again(_ path: String, _ targets: FuzzTargets) async throws {
        guard
            let target = targets.all.first(where: {
                path.split(separator: "/").last == $0.path.split(separator: "/").last
            }),
            let bytes = bytes(of: path)
        else {
            print("no target reads \(path); keep the name that it was left under")
            exit(64)
        }
        write(bytes, to: target.path)
        switch try await target.read(bytes) {
        case .read(let signature): print("read: \(signature)")
        case .disagreement(let words):
            print("DISAGREEMENT: \(words)")
            exit(1)
        }
    }

    /// Prints at once, because text in a buffer would be lost in a crash.
    static func tell(_ words: String) {
        print(words)
        fflush(nil)
    }

    static func write(_ bytes: [UInt8], to path: String) {
        guard let file = fopen(path, "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let got = fread(&block, 1, block.count, file), got > 0 { bytes += block[..<got] }
        return bytes
    }
}
