/// How well rows add up.
struct RowEvidence {
    let table: RowLanes
    /// By how many units a sum may differ because everything was rounded before; 0 where figures are exact.
    let rounding: Double

    /// Rows that are added up one by one.
    struct Parts {
        /// For each lane the sum; not a number when a row has none there.
        fileprivate(set) var sums: [Double]
        fileprivate(set) var halves: [Double]
        /// How many of the numbers are not zero, the least and the greatest.
        fileprivate(set) var nonzero: [Int]
        fileprivate(set) var least: [Double]
        fileprivate(set) var most: [Double]
        fileprivate(set) var count = 0
    }

    /// What speaks for a sum.
    struct Score {
        var holding = 0, usable = 0
        /// How unlikely it is by chance, in bits; and what is left when errors, trials and the label are counted.
        var bits = 0.0, net = 0.0
        /// Digits of sums of several parts that hold.
        var weight = 0

        var failing: Int { usable - holding }

        /// Whether it can be no accident.
        var isFirm: Bool { net >= 7 && holding > 0 }
    }

    /// No rows yet.
    var noParts: Parts {
        let count = table.lanes.count
        return Parts(
            sums: Array(repeating: 0, count: count), halves: Array(repeating: 0, count: count),
            nonzero: Array(repeating: 0, count: count), least: Array(repeating: .infinity, count: count),
            most: Array(repeating: -.infinity, count: count))
    }

    /// Adds a row.
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

    /// What a lane says of the total of the parts; nil when it says nothing.
    func holds(_ lane: Int, _ total: Int, _ parts: Parts) -> Bool? {
        let (sum, found) = (table.lanes[lane].values[total], parts.sums[lane])
        guard !sum.isNaN, !found.isNaN, sum != 0 || parts.nonzero[lane] > 0 else { return nil }
        return abs(sum - found) <= tolerance(lane, total, parts)
    }

    private func tolerance(_ lane: Int, _ total: Int, _ parts: Parts) -> Double {
        let own = table.lanes[lane]
        return parts.halves[lane] + own.halves[total] + slack(own, parts.count) + 1e-9 * abs(own.values[total])
    }

    /// What rounding allows a sum of so many parts.
    func slack(_ lane: RowLanes.Lane, _ count: Int) -> Double {
        lane.unit >= 1 ? rounding * Double(count + 1) / 2 : 0
    }

    /// In how many lanes the total is the sum of the parts, and in how many it could be.
    func agreement(_ total: Int, _ parts: Parts, atLeast: Bool = false) -> (holding: Int, usable: Int) {
        var (holding, usable) = (0, 0)
        for lane in table.lanes.indices {
            guard let isRight = holds(lane, total, parts) else { continue }
            usable += 1
            if isRight || (atLeast && parts.sums[lane] < table.lanes[lane].values[total]) { holding += 1 }
        }
        return (holding, usable)
    }

    /// The score of the total of the parts. Figures of one row go up and down together, so that after the first lane
    /// another says only half as much.
    func score(_ total: Int, _ parts: Parts) -> Score {
        var score = Score()
        for (index, lane) in table.lanes.enumerated() {
            guard let isRight = holds(index, total, parts) else { continue }
            score.usable += 1
            let whole = lane.values[total]
            guard isRight else { continue }
            score.holding += 1
            // A sum of one part repeats it.
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

    /// In how many lanes the sum fails by what looks like a slip of the pen, in the total or in one part.
    func slips(_ total: Int, _ slots: [Int]) -> Int {
        let parts = parts(slots)
        return table.lanes.indices.count { index in
            guard holds(index, total, parts) == false else { return false }
            let lane = table.lanes[index]
            let (whole, sum) = (lane.values[total], parts.sums[index])
            return Slip.isLikely(whole, for: sum, unit: lane.unit)
                || slots.contains { slot in
                    let own = lane.values[slot]
                    // Among several parts a short one is soon near what is missing.
                    return abs(own) / lane.unit >= 1_000 && Slip.isLikely(own, for: own + whole - sum, unit: lane.unit)
                }
        }
    }

    /// Whether it is worth a try: it holds in two lanes of three, with enough digits to be unlikely otherwise.
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
