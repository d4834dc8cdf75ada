/// The denominator that most rates agree on. Each rate allows a range of values, and the value in the largest number of
/// ranges wins.
struct DenominatorVote {
    /// The range that the largest number of rates allows; nil when there is none, or when separate ranges tie.
    let winner: Bounds?
    /// How many rates allow that range.
    let votes: Int
    /// How many rates there are.
    let voters: Int

    init(_ ranges: [Bounds]) {
        voters = ranges.count
        var ends: [(value: Int128, isStart: Bool)] = []
        for range in ranges {
            ends.append((range.lower ?? 0, true))
            if let upper = range.upper { ends.append((upper, false)) }
        }
        // A range includes both its ends, so a range that starts where another ends overlaps with it.
        ends.sort { ($0.value, $0.isStart ? 0 : 1) < ($1.value, $1.isStart ? 0 : 1) }
        // The largest overlap lies between a start and the end that directly follows it.
        var best: [Bounds] = []
        var (most, current) = (0, 0)
        for (index, end) in ends.enumerated() {
            current += end.isStart ? 1 : -1
            let isFollowedByEnd = index + 1 == ends.count || !ends[index + 1].isStart
            guard end.isStart, isFollowedByEnd, current >= most else { continue }
            if current > most { best = [] }
            most = current
            best.append(Bounds(lower: end.value, upper: index + 1 < ends.count ? ends[index + 1].value : nil))
        }
        votes = most
        winner = best.count == 1 ? best.first : nil
    }
}
