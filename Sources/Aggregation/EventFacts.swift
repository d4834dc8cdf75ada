public import Tabular

/// The counts of one source, laid out for questions: one list of cells an area, and the months that have any.
public struct EventFacts: Sendable {
    private struct Cell: Sendable {
        let month: Month
        let category: Int
        let flags: UInt16
        let count: Int
    }

    /// The cells, as they were counted.
    public let cube: FactCube
    private var cells: [Int: [Cell]] = [:]
    private var monthsOfArea: [Int: Set<Month>] = [:]

    /// The facts of a cube.
    public init(_ cube: FactCube) {
        self.cube = cube
        cube.forEach { key, count in
            guard count != 0 else { return }
            cells[key.area, default: []].append(
                Cell(month: key.month, category: key.category, flags: key.flags, count: count))
            monthsOfArea[key.area, default: []].insert(key.month)
        }
    }

    /// The months for which the area has any row at all.
    public func months(ofArea area: Int) -> Set<Month> { monthsOfArea[area] ?? [] }

    /// The months for which any area has a row.
    public var months: Set<Month> { monthsOfArea.values.reduce(into: []) { $0.formUnion($1) } }

    /// The areas that have any row at all, in order of their positions.
    public var areas: [Int] { cells.keys.sorted() }

    /// The first month of the period for which the area has no row at all. Such a month is not a month without
    /// crime: it is one that was not delivered.
    public func firstMonthMissing(area: Int, _ period: Period) -> Month? {
        period.months.first { !months(ofArea: area).contains($0) }
    }

    /// How many events of the categories the area had in the period; with the flag, when its bit is given.
    public func count(area: Int, _ period: Period, categories: Set<Int>, flag: UInt16? = nil) -> Int {
        (cells[area] ?? []).reduce(0) { sum, cell in
            guard period.contains(cell.month), categories.contains(cell.category),
                flag.map({ cell.flags & $0 != 0 }) ?? true
            else { return sum }
            return sum + cell.count
        }
    }
}
