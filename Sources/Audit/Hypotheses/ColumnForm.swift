/// A possible relation between columns of a grid. The columns are given by their positions.
enum ColumnForm: Hashable {
    /// The total is the sum of the parts.
    case sum(total: Int, parts: [Int])
    /// `result = factor · part / base`; for a change, `factor` is subtracted from that.
    case ratio(result: Int, part: Int, base: Int, factor: Int, isChange: Bool)

    var members: [Int] {
        switch self {
        case .sum(let total, let parts): [total] + parts
        case .ratio(let result, let part, let base, _, _): [result, part, base]
        }
    }

    /// The column that follows from the others.
    var result: Int {
        switch self {
        case .sum(let total, _): total
        case .ratio(let result, _, _, _, _): result
        }
    }
}

/// The result of checking a form in one row.
enum RowVerdict {
    case unusable, holds, fails
}

extension ColumnGrid {
    /// Returns whether the form holds in the row. A sum may differ by `slack` as well as by rounding. With
    /// `blanksAreZero`, blank cells count as zero.
    func verdict(_ form: ColumnForm, row: Int, slack: Double = 0, blanksAreZero: Bool = false) -> RowVerdict {
        switch form {
        case .sum(let total, let parts):
            let whole = columns[total].values[row]
            if whole.isNaN { return .unusable }
            var (sum, tolerance, found) = (0.0, columns[total].halves[row] + slack, 0)
            for part in parts {
                let value = columns[part].values[row]
                if value.isNaN {
                    guard blanksAreZero, columns[part].isBlank[row] else { return .unusable }
                    continue
                }
                found += 1
                sum += value
                tolerance += columns[part].halves[row]
            }
            guard found > 0 else { return .unusable }
            return abs(whole - sum) <= tolerance + Self.noise * max(1, abs(whole)) ? .holds : .fails
        case .ratio(let result, let part, let base, let factor, let isChange):
            let (r, a, b) = (columns[result].values[row], columns[part].values[row], columns[base].values[row])
            guard !r.isNaN, !a.isNaN, !b.isNaN, b != 0 else { return .unusable }
            let (low, high) = quotient(
                a, columns[part].halves[row], b, columns[base].halves[row], Double(factor), isChange)
            let tolerance = columns[result].halves[row] + Self.noise * max(1, abs(high))
            return r >= low - tolerance && r <= high + tolerance ? .holds : .fails
        }
    }

    /// Returns the lowest and the highest value of the quotient.
    func quotient(_ a: Double, _ ha: Double, _ b: Double, _ hb: Double, _ factor: Double, _ isChange: Bool) -> (
        Double, Double
    ) {
        let offset = isChange ? factor : 0
        if ha == 0, hb == 0 {
            let value = factor * a / b - offset
            return (value, value)
        }
        let (b1, b2) = (b - hb, b + hb)
        if b1 <= 0, b2 >= 0 { return (-.infinity, .infinity) }
        let ends = [(a - ha) / b1, (a - ha) / b2, (a + ha) / b1, (a + ha) / b2]
        return (factor * (ends.min() ?? 0) - offset, factor * (ends.max() ?? 0) - offset)
    }

    static let noise = 1e-9
}
