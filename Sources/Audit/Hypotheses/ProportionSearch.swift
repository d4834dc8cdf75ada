import Core

/// Finds columns of shares: each share is another column's figure divided by a whole that the table does not print.
struct ProportionSearch {
    let grid: ColumnGrid
    let readings: Readings
    /// Columns that other relations explain already.
    let taken: Set<Int>
    let structure: TableStructure

    var found: [TableStructure.Quotient] {
        grid.columns.indices.compactMap { result in
            guard !taken.contains(grid.columns[result].place), let factor = factor(of: result) else { return nil }
            var best: (part: Int, factor: Int, net: Double, isDoubtful: Bool)?
            for part in grid.columns.indices where part != result && isCount(part) {
                let (net, isDoubtful) = net(result, part, factor)
                if net >= 12, best.map({ $0.net < net }) ?? true { best = (part, factor, net, isDoubtful) }
            }
            return best.map {
                TableStructure.Quotient(
                    result: grid.columns[result].place, part: grid.columns[$0.part].place, base: nil,
                    factor: $0.factor, isChange: false, isDoubtful: $0.isDoubtful)
            }
        }
    }

    /// Whether the column has counts, from which shares can be calculated.
    private func isCount(_ column: Int) -> Bool {
        structure.columns[grid.columns[column].place].role == .value && !grid.columns[column].isPercent
            && (grid.columns[column].sorted.first ?? -1) >= 0
    }

    /// Returns the factor of the column's shares: 100 for percentages, 1 for fractions. Nil where its heading and
    /// figures show no shares.
    private func factor(of column: Int) -> Int? {
        let own = grid.columns[column]
        guard (own.sorted.first ?? -1) >= 0, own.range > 0 else { return nil }
        switch own.heading.kind {
        case .rate: return nil
        case .share where (own.sorted.last ?? 0) <= 1 && own.unit < 1: return 1
        case .share: return 100
        default: return own.isPercent ? 100 : nil
        }
    }

    /// Returns how unlikely it is, in bits, that most rows agree on one whole by chance.
    private func net(_ result: Int, _ part: Int, _ factor: Int) -> (net: Double, isDoubtful: Bool) {
        let relation = Relation(
            kind: .share, form: .ratio(part: 0, base: 1, result: 2, factor: Int128(factor), offset: 0))
        var implied: [(row: Int, bounds: Bounds)] = []
        for (index, row) in grid.rows.enumerated() {
            guard let share = readings.cells[row][grid.columns[result].place].number,
                let count = readings.cells[row][grid.columns[part].place].number, count.value > Rational(0),
                share.value > Rational(0)
            else { continue }
            let bounds = [count.exactBounds, .notNegative, share.roundedBounds]
            implied.append((index, relation.bounds(of: 1) { bounds[$0] }))
        }
        guard implied.count >= 5 else { return (-1, false) }
        let vote = DenominatorVote(implied.map(\.bounds))
        guard let winner = vote.winner, vote.votes * 4 >= vote.voters * 3, let middle = winner.middle else {
            return (-1, false)
        }
        let base = Double(middle) / Double(Bounds.one)
        let (a, r) = (grid.columns[part], grid.columns[result])
        var bits = 0.0
        for (row, bounds) in implied where bounds.meets(winner) {
            let share = Double(factor) * a.values[row] / base
            let others = Double(max(1, r.sorted.count - 1))
            let same = Double(r.count(share - r.halves[row], share + r.halves[row]) - 1) / others
            let (low, high) = ((r.values[row] - r.halves[row]) * base, (r.values[row] + r.halves[row]) * base)
            let counts = Double(a.count(low / Double(factor), high / Double(factor)) - 1) / others
            bits += Chance.bits(1 / min(1, max(same, counts, 1 / (8 * others))))
        }
        let failing = vote.voters - vote.votes
        let columns = Double(grid.columns.count)
        let net = bits - ColumnHypothesis.bitsOfError * Double(failing) - Chance.bits(columns * columns)
        return (net, failing >= 3 && failing * 10 > vote.voters)
    }
}
