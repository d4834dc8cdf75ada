extension CellNetwork {
    /// Relates figures that are printed in several tables. Two columns have the same figures if they have the same key,
    /// or agree in most of their common rows.
    mutating func relateSameFigures() {
        relateByKey()
        relateByAgreement()
    }

    private mutating func relateByKey() {
        var first: [String: Int] = [:]
        for table in sheets.indices {
            let structure = sheets[table].structure
            for (column, described) in structure.columns.enumerated() {
                guard let key = described.key else { continue }
                for (row, name) in names(of: table) {
                    guard let own = number(table, row, column) else { continue }
                    guard let other = first[name + "\n" + key] else {
                        first[name + "\n" + key] = own
                        continue
                    }
                    relate(.sameFigure, .sum(total: other, parts: [own]))
                }
            }
        }
    }

    private struct Column: Hashable, Comparable {
        let table, column: Int

        static func < (a: Column, b: Column) -> Bool { (a.table, a.column) < (b.table, b.column) }
    }

    private struct Figure: Hashable {
        let row: String
        let number: Int128
    }

    private struct Pair: Hashable {
        let a, b: Column
    }

    private mutating func relateByAgreement() {
        // The columns that have the same number in a row of the same name.
        var places: [Figure: [Column]] = [:]
        for table in sheets.indices {
            let structure = sheets[table].structure
            for (row, name) in uniqueNames(of: table) {
                for (column, described) in structure.columns.enumerated()
                where described.role == .value && described.key == nil {
                    guard let number = sheets[table].readings.number(row, column), number >= Self.least else {
                        continue
                    }
                    places[Figure(row: name, number: number), default: []].append(Column(table: table, column: column))
                }
            }
        }
        var agreements: [Pair: Set<Int128>] = [:]
        for (figure, found) in places where (2...Self.maxColumns).contains(found.count) {
            for (index, a) in found.enumerated() {
                for b in found[(index + 1)...] where b.table != a.table {
                    agreements[Pair(a: min(a, b), b: max(a, b)), default: []].insert(figure.number)
                }
            }
        }
        for (pair, values) in agreements.sorted(by: { ($0.key.a, $0.key.b) < ($1.key.a, $1.key.b) }) {
            guard values.count >= Self.minAgreements, mayBeSame(pair.a, pair.b) else { continue }
            relate(pair, agreeing: values.count)
        }
    }

    /// Whether the columns can have the same figures. They cannot when they are for different years, or when the tables
    /// are two editions of one table.
    private func mayBeSame(_ a: Column, _ b: Column) -> Bool {
        let (x, y) = (sheets[a.table], sheets[b.table])
        func years(_ sheet: Sheet, _ column: Int) -> Set<Int> {
            let own = Period.years(sheet.structure.columns[column].heading)
            return own.isEmpty ? Period.years(sheet.table.name) : own
        }
        if Period.differ(years(x, a.column), years(y, b.column)) { return false }
        let isOneHeader =
            x.structure.columns.map { Label.folded($0.heading) } == y.structure.columns.map { Label.folded($0.heading) }
        return !isOneHeader || x.structure.rows.map(\.name) != y.structure.rows.map(\.name)
    }

    private mutating func relate(_ pair: Pair, agreeing: Int) {
        let others = Dictionary(uniqueKeysWithValues: uniqueNames(of: pair.b.table).map { ($1, $0) })
        let common = uniqueNames(of: pair.a.table).compactMap { row, name -> (Int, Int)? in
            guard let other = others[name], let a = number(pair.a.table, row, pair.a.column),
                let b = number(pair.b.table, other, pair.b.column)
            else { return nil }
            return (a, b)
        }
        let stated = common.count { network.quantities[$0].isStated && network.quantities[$1].isStated }
        guard agreeing * 2 > stated else { return }
        for (a, b) in common { relate(.sameFigure, .sum(total: a, parts: [b])) }
    }

    /// Returns the rows with a name that no other row of their table has. Two rows called 'Other' cannot be matched
    /// with the rows of another table.
    private func uniqueNames(of table: Int) -> [(row: Int, name: String)] {
        let names = names(of: table)
        let counts = names.reduce(into: [:]) { counts, row in counts[row.name, default: 0] += 1 }
        return names.filter { counts[$0.name] == 1 }
    }

    /// Returns the rows of a table, each with a name that is the same in every table. A repeated name includes its
    /// section.
    private func names(of table: Int) -> [(row: Int, name: String)] {
        let rows = sheets[table].structure.rows
        var counts: [String: Int] = [:]
        for row in rows { counts[row.name, default: 0] += 1 }
        return rows.map { row in
            (row.row, counts[row.name] == 1 ? row.name : Label.folded(row.section) + "/" + row.name)
        }
    }

    /// The smallest number that counts: smaller numbers agree by chance.
    private static let least = 10 * Bounds.one
    private static let minAgreements = 3
    /// A number in more columns than this is not evidence that two of them are the same.
    private static let maxColumns = 12
}
