import Audit

extension Oracle {
    private static func column(_ table: PrintedTable, _ heading: String) -> Int? {
        table.cells[0].firstIndex(of: heading)
    }

    /// Returns the row for a label of the tree, whatever its label in the table.
    private static func row(_ table: PrintedTable, _ label: String) -> Int? {
        table.cells.firstIndex { CrimeTree.otherLabels[$0[1]] ?? $0[1] == label }
    }

    static func indicators(_ table: PrintedTable) -> [Rule] {
        changeRules(table) + wholes(table)
            + table.cells.indices.dropFirst().compactMap { row in
                guard let quarter = column(table, "Apr-Jun 19"), let year = column(table, "Year to date 2019/20") else {
                    return nil
                }
                return .sum([
                    Cell(table: table.name, row: row, column: year), Cell(table: table.name, row: row, column: quarter),
                ])
            }
    }

    /// Returns the rules that all recorded crime is at least the sum of the kinds of crime among the indicators.
    private static func wholes(_ table: PrintedTable) -> [Rule] {
        let rows = ["All Recorded Crime", "Residential Burglary", "Vehicle Crime", "Shoplifting", "Violence"].compactMap
        {
            name in table.cells.firstIndex { $0[1] == name }
        }
        return ["Baseline 2018/19", "Apr-Jun 18", "Apr-Jun 19", "Year to date 2019/20"].compactMap { heading in
            column(table, heading).map { column in
                .atLeast(rows.map { Cell(table: table.name, row: $0, column: column) })
            }
        }
    }

    static func changes(_ table: PrintedTable) -> [Rule] {
        let columns = ["Apr-Jun 18", "Apr-Jun 19", "Change"].compactMap { column(table, $0) }
        return changeRules(table) + sums(table, columns)
    }

    private static func changeRules(_ table: PrintedTable) -> [Rule] {
        guard let old = column(table, "Apr-Jun 18"), let new = column(table, "Apr-Jun 19"),
            let change = column(table, "Change"), let percent = column(table, "% Change")
        else { return [] }
        return table.cells.indices.dropFirst().flatMap { row -> [Rule] in
            func cell(_ column: Int) -> Cell { Cell(table: table.name, row: row, column: column) }
            if table.cells[row][new].hasSuffix("%") {
                return [.points(new: cell(new), old: cell(old), result: cell(percent))]
            }
            return [
                .sum([cell(new), cell(old), cell(change)]),
                .percent(new: cell(new), old: cell(old), result: cell(percent)),
            ]
        }
    }

    static func byArea(_ table: PrintedTable) -> [Rule] {
        let counts = CrimeTree.areas.compactMap { column(table, "\($0) count") }
        var rules = sums(table, counts)
        for row in table.cells.indices.dropFirst() {
            func cell(_ column: Int) -> Cell { Cell(table: table.name, row: row, column: column) }
            rules.append(.sum([cell(counts[4])] + counts[..<4].map(cell)))
            let denominators =
                table.cells[row][1] == "Burglary - residential" ? CrimeTree.households : CrimeTree.residents
            for (area, denominator) in zip(CrimeTree.areas.indices, denominators) {
                guard let rate = column(table, "\(CrimeTree.areas[area]) rate per 1,000") else { continue }
                rules.append(.rate(count: cell(counts[area]), of: denominator, result: cell(rate)))
            }
            let changes = CrimeTree.areas.compactMap { column(table, "\($0) % change") }
            if changes.count == 5 { rules.append(.changes(counts.map(cell), changes.map(cell))) }
        }
        return rules
    }

    private static func sums(_ table: PrintedTable, _ columns: [Int]) -> [Rule] {
        let isCrime = table.name.hasPrefix("recorded-crime")
        let totals = isCrime ? Array(CrimeTree.parts.keys).sorted() : ["Total"]
        return totals.flatMap { total -> [Rule] in
            let parts =
                isCrime
                ? (CrimeTree.parts[total] ?? []).compactMap { row(table, $0) }
                : Array(1..<(table.cells.count - 1))
            guard let whole = row(table, total) else { return [] }
            return columns.map { column in
                .sum(([whole] + parts).map { Cell(table: table.name, row: $0, column: column) })
            }
        }
    }

    /// Returns the rules for figures that are printed in several tables.
    static func across(_ tables: [PrintedTable]) -> [Rule] {
        let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var rules: [Rule] = []
        func equal(_ a: (PrintedTable?, Int?, String), _ b: (PrintedTable?, Int?, String)) {
            guard let first = a.0, let second = b.0, let one = a.1, let other = b.1,
                let left = column(first, a.2), let right = column(second, b.2)
            else { return }
            rules.append(
                .sum([
                    Cell(table: first.name, row: one, column: left),
                    Cell(table: second.name, row: other, column: right),
                ]))
        }
        let (local, force) = (byName["recorded-crime-local"], byName["recorded-crime-force"])
        for (_, label) in CrimeTree.rows {
            guard let here = local.flatMap({ row($0, label) }), let there = force.flatMap({ row($0, label) }) else {
                continue
            }
            equal((local, here, "Apr-Jun 19"), (force, there, "Hartlepool count"))
        }
        for (name, label) in CrimeTree.indicators.sorted(by: { $0.key < $1.key }) {
            guard let indicators = byName["indicators"],
                let here = indicators.cells.firstIndex(where: { $0[1] == name }),
                let there = local.flatMap({ row($0, label) })
            else { continue }
            for heading in ["Apr-Jun 18", "Apr-Jun 19"] {
                equal((indicators, here, heading), (local, there, heading))
            }
        }
        let (asb, asbForce) = (byName["asb-local"], byName["asb-force"])
        for place in 1..<5 { equal((asb, place, "Apr-Jun 19"), (asbForce, place, "Hartlepool count")) }
        return rules
    }
}
