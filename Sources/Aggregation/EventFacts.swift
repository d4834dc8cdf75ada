public import Tabular

/// The counts of one source, laid out for questions: one list of cells an area, and the months that have any. What a
/// source counts by quarters stands on the quarter's first month, and the quarter is there as a whole or not at all.
public struct EventFacts: Sendable {
    /// The cells of one area, and the months that they belong to.
    private struct Share: Sendable {
        var cells: [(key: FactKey, count: Int)] = []
        var months: Set<Month> = []
        var partial: [Month: PartialMonth] = [:]
    }

    /// The cells, as they were counted.
    public let cube: FactCube
    /// The shortest stretch of time that the source tells apart.
    public let grain: TimeGrain
    private var shares: [Int: Share] = [:]

    /// The facts of a cube. `delivered` are cells that the source told of, also where they add up to nought. With a rule of
    /// completeness, months that are there only in part are known as such; `days` are those that the source's rows are
    /// dated by.
    public init(
        _ cube: FactCube, grain: TimeGrain = .month, delivered: [FactKey] = [], days: MonthDays = MonthDays(),
        rule: CompletenessRule? = nil
    ) {
        self.cube = cube
        self.grain = grain
        var places: [Int] = []
        var all: [Share] = []
        cube.forEach { key, count in
            guard count != 0 else { return }
            if key.area >= places.count { places += [Int](repeating: -1, count: key.area + 1 - places.count) }
            if places[key.area] < 0 {
                places[key.area] = all.count
                all.append(Share())
            }
            all[places[key.area]].cells.append((key, count))
        }
        for (area, place) in places.enumerated() where place >= 0 {
            all[place].months = Set(all[place].cells.lazy.map(\.key.month))
            shares[area] = all[place]
        }
        for key in delivered { shares[key.area, default: Share()].months.insert(key.month) }
        spreadOverGrain()
        if let rule { for area in rule.first.keys { findPartialMonths(area, days, rule) } }
    }

    private mutating func spreadOverGrain() {
        guard grain != .month else { return }
        for area in shares.keys {
            let stretches = (shares[area]?.months ?? []).map { grain.period(of: $0) }
            shares[area]?.months = Set(stretches.flatMap { Array($0.months) })
        }
    }

    private mutating func findPartialMonths(_ area: Int, _ days: MonthDays, _ rule: CompletenessRule) {
        let rows = rowsByMonth(ofArea: area)
        for (month, count) in rows where rule.expects(month, ofArea: area) {
            let year = month.advanced(by: -CompletenessRule.comparedMonths)..<month
            let cause =
                rule.partialByDays(month, days) ?? rule.partialByRows(count, others: year.compactMap { rows[$0] })
            shares[area]?.partial[month] = cause.map {
                PartialMonth(month: month, rows: count, cause: $0, shorthand: rule.shorthand)
            }
        }
    }

    /// How many rows of the area count in each month that has any.
    public func rowsByMonth(ofArea area: Int) -> [Month: Int] {
        (shares[area]?.cells ?? []).reduce(into: [:]) { $0[$1.key.month, default: 0] += $1.count }
    }

    /// The month as far as it was delivered, when that is only in part.
    public func partialMonth(_ month: Month, ofArea area: Int) -> PartialMonth? { shares[area]?.partial[month] }

    /// The months of which the area has all rows, as far as anybody can tell.
    public func wholeMonths(ofArea area: Int) -> Set<Month> {
        shares[area].map { $0.months.subtracting($0.partial.keys) } ?? []
    }

    /// The first month of the period that was delivered only in part.
    public func firstMonthPartial(area: Int, _ period: Period) -> PartialMonth? {
        guard let partial = shares[area]?.partial, !partial.isEmpty else { return nil }
        return period.months.lazy.compactMap { partial[$0] }.first
    }

    /// Whether the facts can say anything of the period: counts of quarters say nothing of a single month.
    public func divide(_ period: Period) -> Bool { grain.divides(period) }

    /// The months for which the area has any row at all.
    public func months(ofArea area: Int) -> Set<Month> { shares[area]?.months ?? [] }

    /// The months for which any area has a row.
    public var months: Set<Month> { shares.values.reduce(into: []) { $0.formUnion($1.months) } }

    /// The areas that have any row at all, in order of their positions.
    public var areas: [Int] { shares.keys.sorted() }

    /// The first month of the period for which the area has no row at all. Such a month is not a month without
    /// crime: it is one that was not delivered.
    public func firstMonthMissing(area: Int, _ period: Period) -> Month? {
        period.months.first { !months(ofArea: area).contains($0) }
    }

    /// How many events of the categories the area had in each month that has any; with the flag, when its bit is given.
    public func countByMonth(area: Int, categories: Set<Int>, flag: UInt16? = nil) -> [Month: Int] {
        var counts: [Month: Int] = [:]
        for (key, count) in shares[area]?.cells ?? []
        where categories.contains(key.category) && flag.map({ key.flags & $0 != 0 }) ?? true {
            counts[key.month, default: 0] += count
        }
        return counts
    }

    /// How many events of the categories the area had in the period; with the flag, when its bit is given.
    public func count(area: Int, _ period: Period, categories: Set<Int>, flag: UInt16? = nil) -> Int {
        (shares[area]?.cells ?? []).reduce(0) { sum, cell in
            guard period.contains(cell.key.month), categories.contains(cell.key.category),
                flag.map({ cell.key.flags & $0 != 0 }) ?? true
            else { return sum }
            return sum + cell.count
        }
    }
}
