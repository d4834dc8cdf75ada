/// A way from the true numbers to others that readers cannot exclude: so many more or fewer of each part, which changes no
/// count that is shown. It can be taken several times, as long as no part falls below zero.
struct CountMove {
    /// How much each part changes.
    let steps: [Int: Int]
    /// How much each count changes; none that is shown is among them.
    let changes: [Int: Int]
    /// How often it can be taken, backwards below zero.
    let times: ClosedRange<Int>

    /// So often it is looked at: no policy leaves as many values.
    private static let maxTimes = 64

    /// Nil when it goes nowhere.
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
