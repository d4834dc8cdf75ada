/// The inputs that the fuzzer has tried so far, and their results.
struct FuzzReport {
    private struct Line {
        let name: String
        var inputs = 0
        var bytes = 0
        var kinds = 0
        var longest = Duration.zero
    }

    private var lines: [Line]
    private var told = 0

    init(_ names: [String]) { lines = names.map { Line(name: $0) } }

    mutating func add(_ index: Int, bytes: Int, time: Duration) {
        lines[index].inputs += 1
        lines[index].bytes += bytes
        lines[index].longest = max(lines[index].longest, time)
    }

    mutating func addKind(_ index: Int) { lines[index].kinds += 1 }

    /// A line every half minute.
    mutating func tellNowAndThen(since start: ContinuousClock.Instant, corpus: @autoclosure () -> Int) {
        let seconds = Int((ContinuousClock.now - start).components.seconds)
        guard seconds / 30 > told else { return }
        told = seconds / 30
        Fuzz.tell("\(seconds) s: \(pace(since: start)), corpus \(corpus() >> 20) MiB")
    }

    private func pace(since start: ContinuousClock.Instant) -> String {
        let all = lines.reduce(0) { $0 + $1.inputs }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return "\(all) inputs, \(Int(Double(all) / max(seconds, 0.001))) a second, peak \(Watchdog.peak >> 10) MiB"
    }

    func summary(since start: ContinuousClock.Instant) -> String {
        let each = lines.map { line in
            "  \(line.name): \(line.inputs) inputs, \(line.bytes >> 20) MiB, \(line.kinds) ways to end, "
                + "longest \(Int(line.longest / .milliseconds(1))) ms"
        }
        return (["\(pace(since: start)); no crash, no hang, no disagreement"] + each).joined(separator: "\n")
    }
}
