public import Core

/// The counts of one source, arranged for look-up: for each area, a list of cells and the months with any cells. Counts
/// by quarter are stored under the quarter's first month, and a quarter is there as a whole or not at all.
public struct EventFacts: Sendable {
    /// The cells of one area, and the months that they belong to.
    private struct Share: Sendable {
        var cells: [(key: FactKey, count: Int)] = []
        var months: Set<Month> = []
        var partial: [Month: PartialMonth] = [:]
    }

    /// The cells, as they were counted.
    public let cube: FactCube
    /// The shortest period that the source distinguishes.
    public let grain: TimeGrain
    private var shares: [Int: Share] = [:]
    /// For each area, the months that only have rows dated after the delivery of their extract.
    private var unproven: [Int: Set<Month>] = [:]

    /// Creates the facts of a cube. `delivered` has the cells that the source reported, including those that add up to
    /// zero. With a rule of completeness, months that were delivered only in part are marked. `days` has the dates of
    /// the source's rows.
    public init(
        _ cube: FactCube, grain: TimeGrain = .month, delivered: [FactKey] = [], days: MonthDays = MonthDays(),
        evidence: DeliveryEvidence = DeliveryEvidence(), rule: CompletenessRule? = nil
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
        unproven = evidence.unproven
        for (area, months) in evidence.unproven { shares[area]?.months.subtract(months) }
        for (area, rows) in evidence.unitRows { shares[area, default: Share()].months = Set(rows.keys) }
        spreadOverGrain()
        if let rule {
            for area in rule.first.keys { findPartialMonths(area, days, rule, units: evidence.unitRows[area]) }
        }
        for (area, months) in evidence.gaps { addGaps(months, ofArea: area, shorthand: rule?.shorthand) }
    }

    /// Marks the months of an area in which the constituents that its rows name do not add up to it.
    private mutating func addGaps(
        _ gaps: [Month: AreaTable.ConstituentGap], ofArea area: Int, shorthand: String?
    ) {
        let rows = rowsByMonth(ofArea: area)
        for (month, gap) in gaps {
            shares[area, default: Share()].partial[month] = PartialMonth(
                month: month, rows: rows[month] ?? 0, cause: .constituents(gap), shorthand: shorthand)
        }
    }

    private mutating func spreadOverGrain() {
        guard grain != .month else { return }
        for area in shares.keys {
            let periods = (shares[area]?.months ?? []).map { grain.period(of: $0) }
            shares[area]?.months = Set(periods.flatMap { Array($0.months) })
        }
    }

    /// Marks the months of an area that were delivered only in part. `units` has the rows of the deliveries that cover
    /// the area, by month, where they are known. A month is then compared with the months before and after it, since
    /// any month may be delivered again.
    private mutating func findPartialMonths(
        _ area: Int, _ days: MonthDays, _ rule: CompletenessRule, units: [Month: Int]?
    ) {
        var rows = rowsByMonth(ofArea: area)
        // A delivery without a row of the area shows that the area had no event.
        for month in (units ?? [:]).keys where rows[month] == nil { rows[month] = 0 }
        let compared = CompletenessRule.comparedMonths
        for (month, count) in rows where rule.expects(month, ofArea: area) {
            func others(_ rows: [Month: Int]) -> [Int] {
                let after = units == nil ? 0 : compared
                return (month.advanced(by: -compared)...month.advanced(by: after)).compactMap {
                    $0 == month ? nil : rows[$0]
                }
            }
            let cause =
                rule.partialByDays(month, days)
                ?? units.flatMap { units in
                    units[month].flatMap { rule.partialByDelivery($0, others: others(units)) }
                } ?? rule.partialByRows(count, others: others(rows))
            shares[area]?.partial[month] = cause.map {
                PartialMonth(month: month, rows: count, cause: $0, shorthand: rule.shorthand)
            }
        }
    }

    /// Returns how many rows of the area count in each month that has any.
    public func rowsByMonth(ofArea area: Int) -> [Month: Int] {
        (shares[area]?.cells ?? []).reduce(into: [:]) { $0[$1.key.month, default: 0] += $1.count }
    }

    /// Returns the month with what is known about it, if it was delivered only in part.
    public func partialMonth(_ month: Month, ofArea area: Int) -> PartialMonth? { shares[area]?.partial[month] }

    /// Returns the months in which the constituents that the area's rows name do not add up to it, with the reasons.
    public func gaps(ofArea area: Int) -> [(month: Month, gap: AreaTable.ConstituentGap)] {
        (shares[area]?.partial ?? [:]).sorted { $0.key < $1.key }.compactMap { month, partial in
            guard case .constituents(let gap) = partial.cause else { return nil }
            return (month, gap)
        }
    }

    /// Returns the months for which the area has all rows, as far as is known.
    public func wholeMonths(ofArea area: Int) -> Set<Month> {
        shares[area].map { $0.months.subtracting($0.partial.keys) } ?? []
    }

    /// Returns the first month of the period that was delivered only in part.
    public func firstMonthPartial(area: Int, _ period: Period) -> PartialMonth? {
        guard let partial = shares[area]?.partial, !partial.isEmpty else { return nil }
        return period.months.lazy.compactMap { partial[$0] }.first
    }

    /// Whether the facts can be counted for the period: counts by quarter do not show a single month.
    public func divide(_ period: Period) -> Bool { grain.divides(period) }

    /// Returns the months that were delivered for the area.
    public func months(ofArea area: Int) -> Set<Month> { shares[area]?.months ?? [] }

    /// Returns the months for which the area has any row, or that were delivered for it.
    public func monthsWithRows(ofArea area: Int) -> Set<Month> {
        Set((shares[area]?.cells ?? []).lazy.map { grain.period(of: $0.key.month) }.flatMap { $0.months })
            .subtracting(unproven[area] ?? []).union(months(ofArea: area))
    }

    /// The months that were delivered for any area.
    public var months: Set<Month> { shares.values.reduce(into: []) { $0.formUnion($1.months) } }

    /// The areas with any row or delivery, in order of their positions.
    public var areas: [Int] { shares.keys.sorted() }

    /// Returns the first month of the period that was not delivered for the area. Such a month is not a month without
    /// crime.
    public func firstMonthMissing(area: Int, _ period: Period) -> Month? {
        period.months.first { !months(ofArea: area).contains($0) }
    }

    /// Returns how many events of the categories the area had in each month that has any. If a flag's bit is given,
    /// only events with the flag count.
    public func countByMonth(area: Int, categories: Set<Int>, flag: UInt16? = nil) -> [Month: Int] {
        var counts: [Month: Int] = [:]
        for (key, count) in shares[area]?.cells ?? []
        where categories.contains(key.category) && flag.map({ key.flags & $0 != 0 }) ?? true {
            counts[key.month, default: 0] += count
        }
        return counts
    }

    /// Returns how many events of the categories the area had in the period. If a flag's bit is given, only events with
    /// the flag count.
    public func count(area: Int, _ period: Period, categories: Set<Int>, flag: UInt16? = nil) -> Int {
        (shares[area]?.cells ?? []).reduce(0) { sum, cell in
            guard period.contains(cell.key.month), categories.contains(cell.key.category),
                flag.map({ cell.key.flags & $0 != 0 }) ?? true
            else { return sum }
            return sum + cell.count
        }
    }
}
