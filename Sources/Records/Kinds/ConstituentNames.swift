import Core

/// The names under which areas have counts in each month or quarter: their own names, and the names of their
/// constituents.
struct ConstituentNames: Sendable {
    private struct Cell: Hashable {
        let area: Int
        let month: Month
    }

    private var named: [Cell: Set<Int>] = [:]
    private var own: Set<Cell> = []

    /// Adds the name of a count.
    mutating func add(_ count: EventCount) {
        let cell = Cell(area: count.area, month: count.month)
        guard count.constituent > 0 else {
            own.insert(cell)
            return
        }
        named[cell, default: []].insert(Int(count.constituent) - 1)
    }

    /// Returns, by area and month, why the names do not add up to the area.
    func gaps(in areas: AreaTable) -> [Int: [Month: AreaTable.ConstituentGap]] {
        var gaps: [Int: [Month: AreaTable.ConstituentGap]] = [:]
        for (cell, names) in named {
            gaps[cell.area, default: [:]][cell.month] = areas.gap(
                ofArea: cell.area, in: cell.month, named: names, hasOwnRows: own.contains(cell))
        }
        return gaps
    }
}
