/// Decides which columns the sums of rows apply to: the totals of rates, means and positions are not sums.
struct AdditiveColumns {
    /// Columns in which no sum holds, for one of three reasons. Sums hold in other columns. The totals look like means.
    /// Or this column has decimals, and another has only whole numbers.
    let excluded: Set<Int>

    init(evidence: RowEvidence, sums: [SlotSum]) {
        var counts: [Int: (holding: Int, usable: Int, meanLike: Int)] = [:]
        var decimals: [Int: Bool] = [:]
        for (index, lane) in evidence.table.lanes.enumerated() {
            decimals[lane.column, default: false] = decimals[lane.column, default: false] || lane.unit < 1
            for sum in sums where sum.isComplete {
                let parts = evidence.parts(sum.parts)
                guard let isRight = evidence.holds(index, sum.total, parts) else { continue }
                var count = counts[lane.column] ?? (0, 0, 0)
                count.usable += 1
                if isRight { count.holding += 1 }
                if lane.values[sum.total] <= parts.most[index], lane.values[sum.total] >= parts.least[index] {
                    count.meanLike += 1
                }
                counts[lane.column] = count
            }
        }
        let isHeldElsewhere = counts.values.contains { $0.holding > 0 }
        let hasWhole = decimals.values.contains(false)
        excluded = Set(
            counts.filter { column, count in
                guard count.holding == 0 else { return false }
                return count.meanLike == count.usable || (isHeldElsewhere && count.usable >= 2)
                    || (decimals[column] == true && hasWhole)
            }.keys)
    }
}
