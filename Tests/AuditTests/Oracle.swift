import Audit

/// The rules that the tables of the paper must satisfy, written by hand and tried by brute force. They decide which
/// corruptions can be detected at all, and share no code with the auditor.
struct Oracle {
    struct Cell: Hashable {
        let table: String
        let row: Int
        let column: Int
    }

    enum Rule {
        case sum([Cell])
        /// The first cell is at least the sum of the other cells.
        case atLeast([Cell])
        case percent(new: Cell, old: Cell, result: Cell)
        case points(new: Cell, old: Cell, result: Cell)
        case rate(count: Cell, of: Int, result: Cell)
        /// The percentage changes of the areas, and of all areas together, imply earlier figures that add up. Counts
        /// come first, then percentages.
        case changes([Cell], [Cell])

        /// The cells of the rule; a sum has its total first.
        var cells: [Cell] {
            switch self {
            case .sum(let cells), .atLeast(let cells): cells
            case .percent(let new, let old, let result), .points(let new, let old, let result): [new, old, result]
            case .rate(let count, _, let result): [count, result]
            case .changes(let counts, let percentages): counts + percentages
            }
        }
    }

    private(set) var rules: [Rule] = []
    private(set) var byCell: [Cell: [Int]] = [:]
    private let tables: [PrintedTable]

    init(_ tables: [PrintedTable]) {
        self.tables = tables
        var all: [Rule] = []
        for table in tables {
            switch table.name {
            case "indicators": all += Self.indicators(table)
            case "recorded-crime-local", "asb-local": all += Self.changes(table)
            default: all += Self.byArea(table)
            }
        }
        all += Self.across(tables)
        for rule in all {
            for cell in rule.cells { byCell[cell, default: []].append(rules.count) }
            rules.append(rule)
        }
    }

    /// Returns the broken rules, or only those that involve the given cells.
    func broken(_ text: (Cell) -> String, around cells: [Cell]? = nil) -> [Int] {
        let asked = cells.map { Set($0.flatMap { byCell[$0] ?? [] }).sorted() } ?? Array(rules.indices)
        return asked.filter { !holds(rules[$0], text) }
    }

    /// Returns each cell that would make every rule hold if it alone had another value.
    func explanations(_ text: (Cell) -> String, broken: [Int]) -> [Cell] {
        guard let first = broken.first else { return [] }
        let common = broken.dropFirst().reduce(Set(rules[first].cells)) { $0.intersection(rules[$1].cells) }
        return common.filter { cell in
            candidates(cell, text).contains { value in
                (byCell[cell] ?? []).allSatisfy { holds(rules[$0]) { $0 == cell ? value : text($0) } }
            }
        }
    }

    // MARK: Values

    /// Returns the values of the cell that one of its rules allows, as they would be printed.
    private func candidates(_ cell: Cell, _ text: (Cell) -> String) -> [String] {
        let printed = Self.number(text(cell))
        return (byCell[cell] ?? []).flatMap { index -> [String] in
            switch rules[index] {
            case .sum(let cells), .atLeast(let cells):
                let values = cells.map { Self.number(text($0)) }
                guard !zip(cells, values).contains(where: { $0 != cell && $1 == nil }) else { return [] }
                let others = zip(cells, values).dropFirst().filter { $0.0 != cell }.compactMap { $0.1?.value }.reduce(
                    0, +)
                if cells[0] == cell { return [Self.text(others, like: printed)] }
                return [Self.text((values[0]?.value ?? 0) - others, like: printed)]
            case .changes(let counts, let percentages):
                guard let place = percentages.firstIndex(of: cell) else { return [] }
                return changes(place, counts, percentages, text).map { Self.text($0, like: printed) }
            case .percent, .points, .rate:
                // All values nearby, in steps of a tenth for percentages and of one for counts.
                return cells(near: cell, rules[index], text).map { Self.text($0, like: printed) }
            }
        }
    }

    private func cells(near cell: Cell, _ rule: Rule, _ text: (Cell) -> String) -> [Int] {
        func value(_ cell: Cell) -> Int { Self.number(text(cell))?.value ?? 0 }
        let middle: Int
        switch rule {
        case .percent(let new, let old, let result):
            let (later, earlier) = (value(new) / 1_000_000, value(old) / 1_000_000)
            guard cell != result else {
                return earlier == 0 ? [] : Self.around(100_000_000 * (later - earlier) / earlier, 100_000)
            }
            let percent = value(result)
            // A tenth of a millionth more or less makes no difference here.
            let factor = Double(100_000_000 + percent) / 100_000_000
            let found = cell == new ? Double(value(old)) * factor : factor == 0 ? 0 : Double(value(new)) / factor
            middle = abs(found) < 1e15 ? Int(found) : 0
        case .points(let new, let old, let result):
            let found =
                cell == result
                ? value(new) - value(old) : cell == new ? value(old) + value(result) : value(new) - value(result)
            return Self.around(found, 100_000)
        case .rate(let count, let base, let result):
            guard cell != result else { return Self.around(value(count) * 1_000 / base, 100_000) }
            middle = value(result) / 1_000 * base
        case .sum, .atLeast, .changes: return []
        }
        return Self.around(middle, 1_000_000)
    }

    /// Returns the changes, in whole percent, that the other figures allow: from the smallest and from the largest
    /// possible earlier figure.
    private func changes(_ place: Int, _ counts: [Cell], _ percentages: [Cell], _ text: (Cell) -> String) -> [Int] {
        let numbers = zip(counts, percentages).map { (Self.number(text($0)), Self.number(text($1))) }
        let ranges = numbers.indices.filter { $0 != place }.map { index -> ClosedRange<Int>? in
            guard let count = numbers[index].0, let percent = numbers[index].1 else { return nil }
            return Self.bases(of: count.value / 1_000_000, percent: percent.value, half: 500_000)
        }
        guard let count = numbers[place].0, !ranges.contains(nil) else { return [] }
        let known = ranges.compactMap(\.self)
        var (least, most) = (known.map(\.lowerBound).reduce(0, +), known.map(\.upperBound).reduce(0, +))
        if place < counts.count - 1, let total = known.last {
            // A part is the total less the other parts.
            let (lower, upper) = (total.lowerBound, total.upperBound)
            (least, most) = (lower - (most - upper), upper - (least - lower))
        }
        guard most >= 1 else { return [] }
        return [max(1, least), most].map { base in
            Int((Double(100 * (count.value / 1_000_000 - base)) / Double(base)).rounded()) * 1_000_000
        }
    }

    private static func around(_ middle: Int, _ step: Int) -> [Int] { (-40...40).map { (middle / step + $0) * step } }

    private static func text(_ value: Int, like printed: (value: Int, decimals: Int)?) -> String {
        let decimals = printed?.decimals ?? 0
        let unit = [1_000_000, 100_000, 10_000][min(decimals, 2)]
        let steps = abs(value) / unit
        let sign = value < 0 && steps > 0 ? "-" : ""
        let scale = [1, 10, 100][min(decimals, 2)]
        guard decimals > 0 else { return sign + "\(steps)" }
        let fraction = "\(steps % scale)"
        return sign + "\(steps / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    /// Returns the value in millionths and the number of decimal places; nil for text that is not a number.
    static func number(_ text: String) -> (value: Int, decimals: Int)? {
        let digits = text.replacing(",", with: "").replacing("%", with: "")
        guard let value = Double(digits) else { return nil }
        return (Int((value * 1_000_000).rounded()), digits.split(separator: ".").dropFirst().first?.count ?? 0)
    }

    // MARK: Rules

    private func holds(_ rule: Rule, _ text: (Cell) -> String) -> Bool {
        let numbers = rule.cells.map { Self.number(text($0)) }
        guard !numbers.contains(where: { $0 == nil }) else { return true }
        let values = numbers.compactMap { $0?.value }
        func half(_ index: Int) -> Int { [500_000, 50_000, 5_000][min(numbers[index]?.decimals ?? 0, 2)] }
        switch rule {
        case .sum: return values[0] == values.dropFirst().reduce(0, +)
        case .atLeast: return values[0] >= values.dropFirst().reduce(0, +)
        case .percent:
            let (new, old) = (values[0] / 1_000_000, values[1] / 1_000_000)
            if old == 0 { return new == 0 }
            // |100 (new − old) / old − result| ≤ half
            return abs(100_000_000 * (new - old) - values[2] * old) <= half(2) * abs(old) && new >= 0 && old >= 0
        case .points: return abs(values[0] - values[1] - values[2]) <= half(0) + half(1) + half(2)
        case .rate(_, let base, _):
            let count = values[0] / 1_000_000
            return abs(1_000_000_000 * count - values[1] * base) <= half(1) * base && count >= 0
        case .changes(let counts, _):
            let ranges = counts.indices.map { index -> ClosedRange<Int>? in
                let (count, place) = (values[index] / 1_000_000, counts.count + index)
                return Self.bases(of: count, percent: values[place], half: half(place))
            }
            guard let total = ranges.last, let total, !ranges.contains(nil) else { return false }
            let parts = ranges.dropLast().compactMap(\.self)
            return parts.map(\.lowerBound).reduce(0, +) <= total.upperBound
                && parts.map(\.upperBound).reduce(0, +) >= total.lowerBound
        }
    }

    /// Returns the whole numbers that the count can have changed from, so that the change rounds to the printed
    /// percentage.
    private static func bases(of count: Int, percent: Int, half: Int) -> ClosedRange<Int>? {
        let (least, most) = (100_000_000 + percent - half, 100_000_000 + percent + half)
        guard most > 0 else { return nil }
        let first = max(1, (100_000_000 * count + most - 1) / most)
        // If the change rounds to -100%, the earlier figure can be any number.
        let last = least > 0 ? 100_000_000 * count / least : 1_000_000_000
        return first <= last ? first...last : nil
    }
}
