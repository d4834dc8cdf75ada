/// A change from the true numbers to others that readers cannot exclude: some parts increase or decrease, and no shown
/// count changes. The change can be repeated as long as no part falls below zero and no limit is broken.
struct CountMove {
    /// How much each part changes.
    let steps: [Int: Int]
    /// How much each count changes. A count that changes cannot be shown.
    let changes: [Int: Int]
    /// How often the move can be repeated; negative numbers reverse it.
    let times: ClosedRange<Int>

    /// The largest number of repetitions considered. No policy requires that many possible values.
    private static let maxTimes = 64

    /// Creates a move from the changes of parts; nil when it changes nothing or cannot be made.
    init?(steps: [Int: Int], truth: [Int], countsOfPart: [[Int]], limits: [CountLimit]) {
        var divisor = 0
        for step in steps.values { divisor = Self.greatestDivisor(divisor, abs(step)) }
        guard divisor > 0 else { return nil }
        let steps = steps.filter { $0.value != 0 }.mapValues { $0 / divisor }
        var (fewest, most) = (-Self.maxTimes, Self.maxTimes)
        var changes: [Int: Int] = [:]
        for (part, step) in steps {
            if step > 0 { fewest = max(fewest, -(truth[part] / step)) } else { most = min(most, truth[part] / -step) }
            for count in countsOfPart[part] { changes[count, default: 0] += step }
        }
        for limit in limits {
            let change = limit.room { steps[$0] ?? 0 }
            let room = limit.room { truth[$0] }
            if change > 0 { fewest = max(fewest, -(room / change)) }
            if change < 0 { most = min(most, room / -change) }
        }
        guard fewest < most else { return nil }
        self.steps = steps
        self.changes = changes.filter { $0.value != 0 }
        times = fewest...most
    }

    private static func greatestDivisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : greatestDivisor(other, one % other)
    }
}
