/// A form that was tried on every row, with what speaks for it.
struct ColumnHypothesis {
    let form: ColumnForm
    /// Rows in which it holds, and in which it does not.
    var holding: [Int] = []
    var failing: [Int] = []
    /// Rows at one end of the table from which on it no longer holds, and need not.
    var beyond: [Int] = []
    var blanksAreZero = false
    var slack = 0.0
    /// How unlikely it is that it holds by chance, in bits.
    var bits = 0.0
    /// Whether a heading says so.
    var isLabelled = false
    /// What is left of the bits when errors, the number of trials and headings are counted.
    var net = 0.0

    var usable: Int { holding.count + failing.count }

    /// Whether an exception to it need not be an error: nothing but numbers says so, and they have many exceptions.
    var isDoubtful: Bool {
        failing.count >= 3 && failing.count * (isLabelled ? 10 : 20) > usable
    }

    /// Whether it is believed.
    var isConvincing: Bool {
        guard holding.count >= 2 else { return false }
        return isLabelled
            ? net >= 6 && holding.count * 2 > usable : net >= 12 && holding.count * 4 >= usable * 3
    }

    /// An error in one of fifty figures is usual.
    static let bitsOfError = 5.0
}

extension ColumnGrid {
    /// The hypothesis with every row tried.
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

    /// A series whose columns mean something else from some row on, or up to one: the hypothesis is about the others.
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

    /// The hypothesis with its bits: for each row in which it holds, how many figures of another row would do as well in
    /// place of one of its own. Of its columns the one that says least counts.
    func weighed(_ hypothesis: ColumnHypothesis, trials: Double, prior: Double) -> ColumnHypothesis {
        var weighed = hypothesis
        weighed.isLabelled = prior > 0
        weighed.bits = telling(hypothesis).map { bits(of: $0, hypothesis) }.min() ?? 0
        weighed.net =
            weighed.bits - ColumnHypothesis.bitsOfError * Double(hypothesis.failing.count)
            - Chance.bits(max(1, trials)) + prior
        return weighed
    }

    /// The columns that matter: of many parts, small ones neither add nor take away;
    /// of a column that calls itself a total only the total itself is in question.
    private func telling(_ hypothesis: ColumnHypothesis) -> [Int] {
        guard case .sum(let total, let parts) = hypothesis.form, parts.count > 2 else { return hypothesis.form.members }
        if columns[total].heading.isTotal { return [total] }
        return [total] + parts.sorted { (columns[$0].range, $1) > (columns[$1].range, $0) }.prefix(2)
    }

    /// How unlikely the figures of the column are to fit by chance, beside those of the other rows that it is about.
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
            // A base is often one of few numbers, and still no other of them would do.
            let width = isBase ? 1 / (16 * others) : (high - low + column.unit) / (last - first + column.unit)
            let chance = max(fitting / others, width, 1 / (64 * others))
            if chance < 1 { bits += min(Self.maxBits, Chance.bits(1 / chance)) }
        }
        return bits
    }

    /// What the figure of the column must be by the others of the row; nil where there is none.
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
            // Every corner of what the other two can be.
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

    /// No row says more.
    private static let maxBits = 12.0
}
