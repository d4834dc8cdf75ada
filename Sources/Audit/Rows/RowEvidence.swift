/// The evidence that rows add up to other rows.
struct RowEvidence {
    let table: RowLanes
    /// The unit to which figures were rounded before they were added; 0 where they are exact.
    let rounding: Double

    /// The running sums of rows that are added one by one.
    struct Parts {
        /// For each lane, the sum of the rows; not a number (NaN) when a row has no figure in the lane.
        fileprivate(set) var sums: [Double]
        fileprivate(set) var halves: [Double]
        /// For each lane, how many of the numbers are not zero, and the smallest and the greatest number.
        fileprivate(set) var nonzero: [Int]
        fileprivate(set) var least: [Double]
        fileprivate(set) var most: [Double]
        fileprivate(set) var count = 0
    }

    /// The evidence for a sum.
    struct Score {
        var holding = 0, usable = 0
        /// How unlikely the sum is by chance, in bits: before (`bits`) and after (`net`) correction for errors, trials
        /// and the label.
        var bits = 0.0, net = 0.0
        /// How many digits the totals have in the lanes where the sum holds with at least two parts other than zero.
        var weight = 0

        var failing: Int { usable - holding }

        /// Whether the sum is very unlikely to hold by chance.
        var isFirm: Bool { net >= 7 && holding > 0 }
    }

    /// Running sums without any row.
    var noParts: Parts {
        let count = table.lanes.count
        return Parts(
            sums: Array(repeating: 0, count: count), halves: Array(repeating: 0, count: count),
            nonzero: Array(repeating: 0, count: count), least: Array(repeating: .infinity, count: count),
            most: Array(repeating: -.infinity, count: count))
    }

    /// Adds a row to the running sums.
    func add(_ slot: Int, to parts: inout Parts) {
        parts.count += 1
        for (index, lane) in table.lanes.enumerated() {
            let number = lane.values[slot]
            parts.sums[index] += number
            parts.halves[index] += lane.halves[slot]
            if number != 0 { parts.nonzero[index] += 1 }
            parts.least[index] = min(parts.least[index], number)
            parts.most[index] = max(parts.most[index], number)
        }
    }

    func parts(_ slots: some Sequence<Int>) -> Parts {
        var parts = noParts
        for slot in slots { add(slot, to: &parts) }
        return parts
    }

    /// Whether the total is the sum of the parts in the lane; nil when the lane has no evidence.
    func holds(_ lane: Int, _ total: Int, _ parts: Parts) -> Bool? {
        let (sum, found) = (table.lanes[lane].values[total], parts.sums[lane])
        guard !sum.isNaN, !found.isNaN, sum != 0 || parts.nonzero[lane] > 0 else { return nil }
        return abs(sum - found) <= tolerance(lane, total, parts)
    }

    private func tolerance(_ lane: Int, _ total: Int, _ parts: Parts) -> Double {
        let own = table.lanes[lane]
        return parts.halves[lane] + own.halves[total] + slack(own, parts.count) + 1e-9 * abs(own.values[total])
    }

    /// Returns how far rounding allows a sum of this many parts to differ.
    func slack(_ lane: RowLanes.Lane, _ count: Int) -> Double {
        lane.unit >= 1 ? rounding * Double(count + 1) / 2 : 0
    }

    /// Returns in how many lanes the total is the sum of the parts, and how many lanes have evidence. With `atLeast`, a
    /// total that is greater than the sum counts, too.
    func agreement(_ total: Int, _ parts: Parts, atLeast: Bool = false) -> (holding: Int, usable: Int) {
        var (holding, usable) = (0, 0)
        for lane in table.lanes.indices {
            guard let isRight = holds(lane, total, parts) else { continue }
            usable += 1
            if isRight || (atLeast && parts.sums[lane] < table.lanes[lane].values[total]) { holding += 1 }
        }
        return (holding, usable)
    }

    /// Returns the score of the total for the parts. The figures of one row rise and fall together, so each lane after
    /// the first counts only half as much.
    func score(_ total: Int, _ parts: Parts) -> Score {
        var score = Score()
        for (index, lane) in table.lanes.enumerated() {
            guard let isRight = holds(index, total, parts) else { continue }
            score.usable += 1
            let whole = lane.values[total]
            guard isRight else { continue }
            score.holding += 1
            // A sum of one part only repeats that part.
            guard parts.nonzero[index] >= 2 else { continue }
            let steps = abs(whole) / lane.unit
            score.weight += Self.digits(abs(whole))
            let width = Chance.bits(2 * tolerance(index, total, parts) / lane.unit + 1)
            let size = Chance.bits(max(1, steps))
            score.bits += max(0, min(14, score.bits == 0 ? size : size / 2 + 1) - width)
        }
        let slots = Double(table.slots.count)
        let trials = Chance.bits(max(1, slots * min(slots, 60) * 2))
        score.net =
            score.bits - ColumnHypothesis.bitsOfError * Double(score.failing) - trials
            + table.slots[total].prior
        return score
    }

    /// Returns in how many lanes the sum fails and a typing error in the total or in one part would explain that.
    func slips(_ total: Int, _ slots: [Int]) -> Int {
        let parts = parts(slots)
        return table.lanes.indices.count { index in
            guard holds(index, total, parts) == false else { return false }
            let lane = table.lanes[index]
            let (whole, sum) = (lane.values[total], parts.sums[index])
            return Slip.isLikely(whole, for: sum, unit: lane.unit)
                || slots.contains { slot in
                    let own = lane.values[slot]
                    // Among several parts, a short number often fits the difference by chance.
                    return abs(own) / lane.unit >= 1_000 && Slip.isLikely(own, for: own + whole - sum, unit: lane.unit)
                }
        }
    }

    /// Whether the sum is worth considering. It must be firm, or hold in at least two thirds of the lanes, with enough
    /// digits that chance is unlikely.
    func isLikely(_ score: Score, _ parts: Parts) -> Bool {
        guard parts.count >= 2 else { return false }
        if score.holding == score.usable { return score.weight >= 2 }
        return score.isFirm || (score.holding * 3 >= score.usable * 2 && score.weight >= 3)
    }

    private static func digits(_ number: Double) -> Int {
        var (rest, digits) = (number, 1)
        while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
        return digits
    }
}
