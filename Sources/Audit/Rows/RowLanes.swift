import Core

/// The rows of a table as slots, with figures in lanes. Each column is a lane. A long table repeats its labels in each
/// section; there, each column has one lane for each section. Rows that add up in one lane must add up in all.
struct RowLanes {
    /// A row or, in a long table, the rows of one label in all sections.
    struct Slot {
        let label: String
        let section: String
        /// For each section, the row in the table; nil where the section has no such row.
        let rows: [Int?]
        /// How much more likely the label makes it that the row is a total, in bits.
        let prior: Double

        init(label: String, section: String, rows: [Int?]) {
            self.label = label
            self.section = section
            self.rows = rows
            prior = TotalWords.prior(label)
        }
    }

    /// The figures of one column in one section.
    struct Lane {
        let column: Int
        let values: [Double]
        let halves: [Double]
        /// The value of one unit in the last decimal place, or the unit to which figures were rounded.
        let unit: Double
    }

    let slots: [Slot]
    let lanes: [Lane]
    /// The slots of each section; in a long table, all slots together.
    let sections: [[Int]]
    let isLong: Bool

    init(readings: Readings, rows: [TableStructure.Row], columns: [Int], grain: Double) {
        var order: [String] = []
        var bySection: [String: [TableStructure.Row]] = [:]
        for row in rows {
            if bySection[row.section] == nil { order.append(row.section) }
            bySection[row.section, default: []].append(row)
        }
        let groups = order.compactMap { bySection[$0] }
        isLong = Self.repeatsLabels(groups)
        if isLong {
            let first = groups[0]
            let places = groups.map { group in
                Dictionary(group.map { (Label.folded($0.label), $0.row) }, uniquingKeysWith: { first, _ in first })
            }
            slots = first.map { row in
                Slot(label: row.label, section: row.section, rows: places.map { $0[Label.folded(row.label)] })
            }
            sections = [Array(slots.indices)]
        } else {
            slots = rows.map { Slot(label: $0.label, section: $0.section, rows: [$0.row]) }
            var sections: [[Int]] = []
            for (index, row) in rows.enumerated() {
                if index > 0, rows[index - 1].section == row.section {
                    sections[sections.count - 1].append(index)
                } else {
                    sections.append([index])
                }
            }
            self.sections = sections
        }
        lanes = Self.lanes(columns, slots, readings, grain)
    }

    /// Creates one slot for each section of a long table, with lanes for every label. One of the sections may be the
    /// sum of the others.
    init(sectionsOf table: RowLanes, readings: Readings, rows: [TableStructure.Row], columns: [Int], grain: Double) {
        let names = Dictionary(rows.map { ($0.row, $0.section) }, uniquingKeysWith: { first, _ in first })
        let instances = table.slots.first?.rows.indices ?? 0..<0
        slots = instances.map { instance in
            let own = table.slots.map { $0.rows[instance] }
            return Slot(label: own.lazy.compactMap(\.self).first.flatMap { names[$0] } ?? "", section: "", rows: own)
        }
        sections = [Array(slots.indices)]
        isLong = false
        lanes = Self.lanes(columns, slots, readings, grain)
    }

    private static func lanes(_ columns: [Int], _ slots: [Slot], _ readings: Readings, _ grain: Double) -> [Lane] {
        let instances = slots.first?.rows.indices ?? 0..<0
        return columns.flatMap { column in
            instances.map { instance in lane(column, slots.map { $0.rows[instance] }, readings, grain) }
        }
    }

    private static func lane(_ column: Int, _ rows: [Int?], _ readings: Readings, _ grain: Double) -> Lane {
        var (values, halves, unit) = ([Double](), [Double](), grain)
        for row in rows {
            guard let row, let number = readings.cells[row][column].number else {
                values.append(.nan)
                halves.append(0)
                continue
            }
            let last = 1 / Double(PrintedNumber.powers[number.decimals])
            if number.decimals > 0 { unit = min(unit, last) }
            values.append(number.value.double)
            halves.append(number.decimals == 0 ? 0 : last / 2)
        }
        return Lane(column: column, values: values, halves: halves, unit: unit)
    }

    /// Whether the sections have the same labels, apart from a few.
    private static func repeatsLabels(_ groups: [[TableStructure.Row]]) -> Bool {
        guard groups.count >= 2, groups[0].count >= 3 else { return false }
        let sets = groups.map { Set($0.map { Label.folded($0.label) }) }
        guard sets[0].count == groups[0].count else { return false }
        return sets.dropFirst().allSatisfy { $0.intersection(sets[0]).count * 10 >= $0.union(sets[0]).count * 8 }
    }

    /// Returns the sum as rows of the table, once for each section that has all of them.
    func expanded(_ total: Int, _ parts: [Int]) -> [(total: Int, parts: [Int])] {
        guard let instances = slots.first?.rows.count else { return [] }
        return (0..<instances).compactMap { instance in
            guard let whole = slots[total].rows[instance] else { return nil }
            let rows = parts.compactMap { slots[$0].rows[instance] }
            return rows.count == parts.count ? (whole, rows) : nil
        }
    }
}
