import Core

/// Decides what the columns contain, from their headings and from the figures that add up in most rows.
struct ColumnInference {
    let readings: Readings
    let frame: TableFrame
    let rows: [Int]

    func decide(_ structure: inout TableStructure) {
        let first = frame.keys.label + 1
        guard first < readings.width else { return }
        let kinds = frame.headings.map { HeadingWords($0) }
        let columns = (first..<readings.width).filter { !frame.keys.identifiers.contains($0) && hasNumbers($0) }
        let values = columns.filter { [.value, .baseline, .yearToDate].contains(kinds[$0].kind) }
        for column in values {
            structure.columns[column].role = .value
            structure.columns[column].subject = kinds[column].subject
        }
        let plain = values.filter { kinds[$0].kind == .value }
        for column in columns {
            // The columns of the same subject or, where there are none, the columns before it.
            let alike = values.filter { !kinds[column].subject.isEmpty && kinds[$0].subject == kinds[column].subject }
            let before = alike.last ?? values.last { $0 < column }
            let compared = alike.isEmpty ? values.filter { $0 < column } : alike
            structure.columns[column].subject = before.map { kinds[$0].subject } ?? kinds[column].subject
            switch kinds[column].kind {
            case .rate(let per):
                if let before { structure.columns[column].role = .rate(of: before, per: per) }
            case .share:
                if let before {
                    structure.columns[column].role = .share(of: before)
                } else {
                    structure.columns[column].role = .value
                }
            case .difference:
                let pair = pair(for: column, among: compared, preferring: plain, isPercent: false)
                if let pair { structure.columns[column].role = .difference(of: pair.new, from: pair.old) }
            case .percentChange:
                let pair = pair(for: column, among: compared, preferring: plain, isPercent: true)
                if let pair {
                    structure.columns[column].role = .percentChange(of: pair.new, from: pair.old)
                } else if let before {
                    structure.columns[column].role = .percentChange(of: before, from: nil)
                }
            case .value, .baseline, .yearToDate, .target: break
            }
        }
        structure.yearToDate = columns.filter { kinds[$0].kind == .yearToDate }.compactMap { yearToDate($0, plain) }
        FoundColumns(readings: readings, frame: frame, rows: rows, columns: columns).decide(&structure)
        if structure.columnSums.isEmpty {
            // Without the heading of a total, a sum of one part and zeros only repeats that part.
            structure.columnSums = evidence.sums(of: plain.filter { structure.columns[$0].role == .value }).filter {
                let usable = evidence.agreement($0.total, $0.parts).usable
                return kinds[$0.total].isTotal || evidence.telling($0.total, $0.parts) * 2 > usable
            }
        }
    }

    private var evidence: ColumnSumEvidence { ColumnSumEvidence(readings: readings, rows: rows) }

    private func hasNumbers(_ column: Int) -> Bool { rows.contains { readings.cells[$0][column].number != nil } }

    // MARK: Changes

    /// Returns the two columns that a change compares: the pair with which the change holds in most rows. Among pairs
    /// that fit equally well, plain values come first, then the nearest columns.
    private func pair(
        for column: Int, among values: [Int], preferring plain: [Int], isPercent: Bool
    ) -> (new: Int, old: Int)? {
        var best: (new: Int, old: Int, holding: Int, plain: Int)?
        for new in values.reversed() {
            for old in values.reversed() where old != new {
                let (holding, usable) = agreement(column, new, old, isPercent)
                // Where only two columns can be compared, one row that fits is enough.
                guard holding * 2 > usable || (values.count == 2 && new > old && holding > 0) else { continue }
                let isPlain = (plain.contains(new) ? 1 : 0) + (plain.contains(old) ? 1 : 0)
                if let known = best, (known.holding, known.plain) >= (holding, isPlain) { continue }
                best = (new, old, holding, isPlain)
            }
        }
        return best.map { ($0.new, $0.old) }
    }

    /// Returns in how many rows the two columns differ by the change, and how many rows can be checked. A change of
    /// zero is weak evidence: it counts only where it does not fit, or where there are no other changes.
    private func agreement(_ column: Int, _ new: Int, _ old: Int, _ isPercent: Bool) -> (holding: Int, usable: Int) {
        var (holding, usable) = (0, 0)
        var unchanged = 0
        for row in rows {
            guard let change = readings.cells[row][column].number, let a = readings.cells[row][new].number,
                let b = readings.cells[row][old].number, a.sign == b.sign, !isPercent || a.sign == .none
            else { continue }
            let isZero = change.value.numerator == 0
            let (before, all) = (holding, usable)
            usable += 1
            defer {
                if isZero, holding > before {
                    (holding, usable) = (before, all)
                    unchanged += 1
                }
            }
            let values = [a, b, change].map(\.roundedBounds)
            if isPercent {
                let relation = Relation(kind: .percentChange, form: .percentChange(of: 0, from: 1, is: 2))
                let exact = [a.exactBounds, b.exactBounds, values[2]]
                if relation.bounds(of: 2, given: { exact[$0] }).meets(values[2]), a.value >= .init(0),
                    b.value > .init(0)
                {
                    holding += 1
                }
            } else if a.sign == .none && [a, b, change].allSatisfy({ $0.decimals == 0 }) {
                if (try? a.value - b.value) == change.value { holding += 1 }
            } else if (values[0] - values[1]).meets(values[2]) {
                holding += 1
            }
        }
        return usable == 0 && unchanged > 0 ? (1, 1) : (holding, usable)
    }

    // MARK: Sums

    /// Returns the sum for a year to date: the quarter itself, or the sum of the columns before it. The sum must hold
    /// in at least four fifths of the rows. More than half are enough where there are fewer than five rows, or where
    /// the other rows look like typing errors.
    private func yearToDate(_ column: Int, _ plain: [Int]) -> TableStructure.Sum? {
        let before = plain.filter { $0 < column }
        var candidates = before.reversed().map { [$0] }
        for start in before.indices.dropLast() { candidates.append(Array(before[start...])) }
        for parts in candidates {
            let (holding, usable) = evidence.agreement(column, parts)
            if usable >= 2,
                holding * 5 >= usable * 4 || (usable < 5 && holding * 2 > usable)
                    || (holding >= 3 && holding * 2 > usable && evidence.slips(column, parts) == usable - holding)
            {
                return TableStructure.Sum(total: column, parts: parts)
            }
        }
        return nil
    }
}

extension Relation.Form {
    /// Returns a percentage change: 100 times the later figure divided by the earlier one, less 100.
    static func percentChange(of new: Int, from old: Int, is change: Int) -> Relation.Form {
        .ratio(part: new, base: old, result: change, factor: 100, offset: 100 * Bounds.one)
    }
}
