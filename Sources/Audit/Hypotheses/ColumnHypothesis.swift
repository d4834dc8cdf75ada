/// A form that was tried on every row, with the evidence for it.
struct ColumnHypothesis {
    let form: ColumnForm
    /// The rows in which the form holds, and those in which it fails.
    var holding: [Int] = []
    var failing: [Int] = []
    /// Rows at one end of the table that the form does not cover.
    var beyond: [Int] = []
    var blanksAreZero = false
    var slack = 0.0
    /// How unlikely it is that the form holds by chance, in bits.
    var bits = 0.0
    /// Whether a heading supports the form.
    var isLabelled = false
    /// The bits, corrected for errors, for the number of trials and for the headings.
    var net = 0.0

    var usable: Int { holding.count + failing.count }

    /// Whether the form has so many exceptions that one of them need not be an error. The limit is higher where a
    /// heading supports the form.
    var isDoubtful: Bool {
        failing.count >= 3 && failing.count * (isLabelled ? 10 : 20) > usable
    }

    /// Whether the evidence is strong enough to accept the form.
    var isConvincing: Bool {
        guard holding.count >= 2 else { return false }
        return isLabelled
            ? net >= 6 && holding.count * 2 > usable : net >= 12 && holding.count * 4 >= usable * 3
    }

    /// The cost of one exception, in bits: about one figure in fifty is usually wrong.
    static let bitsOfError = 5.0
}

extension ColumnGrid {
    /// Returns the hypothesis after trying the form on every row.
    func tried(_ form: ColumnForm, slack: Double = 0, blanksAreZero: Bool = false) -> ColumnHypothesis {
        var hypothesis = ColumnHypothesis(form: form)
        hypothesis.slack = slack
        hypothesis.blanksAreZero = blanksAreZero
        for row in rows.indices {
            switch verdict(form, row: row, slack: slack, blanksAreZero: blanksAreZero) {
            case .unusable: continue
            case .holds: hypothesis.holding.append(row)
            case .fails: hypothesis.failing.append(row)
            }
        }
        return hypothesis.failing.count < 5 ? hypothesis : cut(hypothesis)
    }

    /// Returns the hypothesis without the rows at one end of the table where the columns mean something else, as can
    /// happen in a long series.
    private func cut(_ hypothesis: ColumnHypothesis) -> ColumnHypothesis {
        let isFailing = Set(hypothesis.failing)
        let rows = (hypothesis.holding + hypothesis.failing).sorted()
        for order in [Array(rows.reversed()), rows] {
            var (balance, best, count) = (0, 0, 0)
            for (index, row) in order.enumerated() {
                balance += isFailing.contains(row) ? 1 : -4
                if balance > best { (best, count) = (balance, index + 1) }
            }
            let beyond = Set(order.prefix(count))
            let left = hypothesis.failing.count { !beyond.contains($0) }
            guard best >= 5, count * 2 <= rows.count, left * 10 <= rows.count - count else { continue }
            var cut = hypothesis
            cut.holding.removeAll(where: beyond.contains)
            cut.failing.removeAll(where: beyond.contains)
            cut.beyond = beyond.sorted()
            return cut
        }
        return hypothesis
    }

    /// Returns the hypothesis with its bits. A row in which the form holds gives more bits when fewer figures of other
    /// rows would fit there as well. The column with the least evidence decides.
    func weighed(_ hypothesis: ColumnHypothesis, trials: Double, prior: Double) -> ColumnHypothesis {
        var weighed = hypothesis
        weighed.isLabelled = prior > 0
        weighed.bits = telling(hypothesis).map { bits(of: $0, hypothesis) }.min() ?? 0
        weighed.net =
            weighed.bits - ColumnHypothesis.bitsOfError * Double(hypothesis.failing.count)
            - Chance.bits(max(1, trials)) + prior
        return weighed
    }

    /// Returns the columns that count as evidence. In a sum of more than two parts, these are the total and the two
    /// parts that vary most. Where the heading says that the column is a total, only the total counts.
    private func telling(_ hypothesis: ColumnHypothesis) -> [Int] {
        guard case .sum(let total, let parts) = hypothesis.form, parts.count > 2 else { return hypothesis.form.members }
        if columns[total].heading.isTotal { return [total] }
        return [total] + parts.sorted { (columns[$0].range, $1) > (columns[$1].range, $0) }.prefix(2)
    }

    /// Returns, in bits, how unlikely it is that the column's figures fit by chance. The figures of the other rows that
    /// were tried show how likely a fit is.
    private func bits(of member: Int, _ hypothesis: ColumnHypothesis) -> Double {
        let column = columns[member]
        let used = (hypothesis.holding + hypothesis.failing).map { column.values[$0] }.filter { !$0.isNaN }.sorted()
        guard let first = used.first, let last = used.last, used.count > 1 else { return 0 }
        let others = Double(used.count - 1)
        var isBase = false
        if case .ratio(_, _, let base, _, _) = hypothesis.form { isBase = member == base }
        var bits = 0.0
        for row in hypothesis.holding {
            guard let (low, high) = required(member, hypothesis, row) else { continue }
            let fitting = Double(max(0, used.count(from: low - column.unit / 2, to: high + column.unit / 2) - 1))
            // A base often has few different values, but no other value would fit.
            let width = isBase ? 1 / (16 * others) : (high - low + column.unit) / (last - first + column.unit)
            let chance = max(fitting / others, width, 1 / (64 * others))
            if chance < 1 { bits += min(Self.maxBits, Chance.bits(1 / chance)) }
        }
        return bits
    }

    /// Returns the range that the other figures of the row require of the column's figure; nil where it has no figure.
    private func required(_ member: Int, _ hypothesis: ColumnHypothesis, _ row: Int) -> (Double, Double)? {
        let own = columns[member]
        guard !own.values[row].isNaN else { return nil }
        switch hypothesis.form {
        case .sum(let total, let parts):
            var (value, tolerance) = (0.0, own.halves[row] + hypothesis.slack)
            for part in parts where part != member {
                let other = columns[part].values[row]
                if other.isNaN { continue }
                value += other
                tolerance += columns[part].halves[row]
            }
            if member != total {
                value = columns[total].values[row] - value
                tolerance += columns[total].halves[row]
            }
            return (value - tolerance, value + tolerance)
        case .ratio(let result, let part, let base, let factor, let isChange):
            let (r, a, b) = (columns[result], columns[part], columns[base])
            let f = Double(factor)
            if member == result {
                let (low, high) = quotient(a.values[row], a.halves[row], b.values[row], b.halves[row], f, isChange)
                return (low - r.halves[row], high + r.halves[row])
            }
            let offset = isChange ? f : 0
            let (low, high) = (r.values[row] + offset - r.halves[row], r.values[row] + offset + r.halves[row])
            // Every combination of the extreme values of the other two.
            if member == part {
                let bases = [b.values[row] - b.halves[row], b.values[row] + b.halves[row]]
                return Self.hull([low, high].flatMap { r in bases.map { r * $0 / f } })
            }
            guard low > 0 || high < 0 else { return (-.infinity, .infinity) }
            let parts = [a.values[row] - a.halves[row], a.values[row] + a.halves[row]]
            return Self.hull([low, high].flatMap { r in parts.map { f * $0 / r } })
        }
    }

    private static func hull(_ ends: [Double]) -> (Double, Double) { (ends.min() ?? 0, ends.max() ?? 0) }

    /// The most evidence that one row can give.
    private static let maxBits = 12.0
}
