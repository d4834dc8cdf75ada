extension CellNetwork {
    /// Adds the relations of rows and columns that are sums, and of the year to date.
    mutating func relateSums() {
        for table in sheets.indices {
            let structure = sheets[table].structure
            for column in structure.columns.indices where structure.columns[column].role.isAdditive {
                for sum in structure.rowSums where !sum.exceptColumns.contains(column) {
                    relateRows(table, column, sum)
                }
            }
            for row in structure.rows {
                let isPercentage = sheets[table].percentageRows.contains(row.row)
                for sum in structure.columnSums where !isPercentage && !sum.exceptRows.contains(row.row) {
                    relateColumns(.sumOfColumns, table, row.row, sum)
                }
                for sum in structure.yearToDate where !isPercentage || sum.parts.count == 1 {
                    relateColumns(.yearToDate, table, row.row, sum)
                }
            }
        }
    }

    private mutating func relateRows(_ table: Int, _ column: Int, _ sum: TableStructure.Sum) {
        let rows = [sum.total] + sum.parts
        guard !rows.contains(where: sheets[table].percentageRows.contains), isOfOneSign(rows, table, column) else {
            return
        }
        let cells = rows.compactMap { number(table, $0, column) }
        guard cells.count == rows.count else { return }
        var parts = Array(cells.dropFirst())
        if !sum.isComplete {
            // Differences can be negative, so some of the parts set no limit on the total.
            guard structureRole(table, column) == .value else { return }
            parts.append(add(.hidden(.notNegative)))
        }
        allow(sum, in: &parts)
        relate(sum.isComplete ? .sumOfRows : .partsOfRow, .sum(total: cells[0], parts: parts))
    }

    /// Allows for the difference that rounding before the addition may cause.
    private mutating func allow(_ sum: TableStructure.Sum, in parts: inout [Int]) {
        guard sum.rounding > 0 else { return }
        let slack = slack(sum, parts.count)
        parts.append(add(.given(Bounds(lower: -slack, upper: slack))))
    }

    /// Whether all the figures have the same unit: none, percent or points.
    private func isOfOneSign(_ rows: [Int], _ table: Int, _ column: Int) -> Bool {
        Set(rows.compactMap { sheets[table].readings.cells[$0][column].number?.sign }).count <= 1
    }

    private func slack(_ sum: TableStructure.Sum, _ count: Int) -> Int128 {
        Int128(sum.rounding) * Int128(count + 1) * Bounds.one / 2
    }

    /// Whether the sum is wrong by so little that its figures may have been rounded more than once.
    private func isNear(_ total: Int, _ parts: [Int], _ distance: Int128) -> Bool {
        let sum = parts.reduce(Bounds.exactly(0)) { $0 + network.quantities[$1].printed }
        guard let a = sum.middle, let b = network.quantities[total].printed.middle else { return false }
        return abs(a - b) <= distance
    }

    private mutating func relateColumns(
        _ kind: Relation.Kind, _ table: Int, _ row: Int, _ sum: TableStructure.Sum
    ) {
        let columns = [sum.total] + sum.parts
        let cells = columns.compactMap { number(table, row, $0) }
        guard cells.count == columns.count else { return }
        var parts = Array(cells.dropFirst())
        if sum.blanksAreZero {
            guard network.quantities[cells[0]].isStated else { return }
            parts.removeAll { part in
                guard let place = network.quantities[part].place else { return false }
                return sheets[table].readings.cells[place.row][place.column].isEmpty
            }
            if parts.isEmpty { return }
        }
        if !sum.isComplete { parts.append(add(.hidden(.notNegative))) }
        let isNear = sum.rounding > 0 && isNear(cells[0], parts, 4 * slack(sum, parts.count))
        allow(sum, in: &parts)
        relate(kind, .sum(total: cells[0], parts: parts), isDoubtful: sum.isDoubtful || isNear)
    }

    private func structureRole(_ table: Int, _ column: Int) -> TableStructure.Role {
        sheets[table].structure.columns[column].role
    }

    /// Adds the relations of shares to their whole, and the relation that the shares add up to 100.
    mutating func relateShares() {
        for table in sheets.indices {
            let structure = sheets[table].structure
            for (column, described) in structure.columns.enumerated() {
                guard case .share(let value) = described.role else { continue }
                let inner = Set(structure.rowSums.flatMap(\.parts))
                for sum in structure.rowSums where sum.isComplete && !inner.contains(sum.total) {
                    relateShares(table, column, value, of: sum)
                }
            }
        }
    }

    private mutating func relateShares(_ table: Int, _ column: Int, _ value: Int, of sum: TableStructure.Sum) {
        guard let whole = number(table, sum.total, value) else { return }
        let shares = sum.parts.compactMap { number(table, $0, column) }
        // Percentages of something else are not shares.
        let printed = shares.compactMap { network.quantities[$0].printed.middle }
        let hundred = 100 * Bounds.one
        guard shares.count == sum.parts.count, abs(printed.reduce(0, +) - hundred) <= hundred / 4,
            areShares(
                sum.parts.compactMap { row in
                    zip(number(table, row, column), number(table, row, value))
                }, of: whole)
        else { return }
        for part in sum.parts {
            guard let share = number(table, part, column), let count = number(table, part, value) else { continue }
            relate(.share, .ratio(part: count, base: whole, result: share, factor: 100, offset: 0))
        }
        let all = number(table, sum.total, column) ?? add(.given(Bounds(lower: hundred, upper: hundred)))
        relate(.shares, .sum(total: all, parts: shares))
    }

    /// Whether most of the percentages are shares of the printed whole.
    private func areShares(_ pairs: [(share: Int, count: Int)], of whole: Int) -> Bool {
        let holding = pairs.count { share, count in
            let form = Relation.Form.ratio(part: count, base: whole, result: share, factor: 100, offset: 0)
            let relation = Relation(kind: .share, form: form)
            return relation.bounds(of: share) { network.quantities[$0].printed }.meets(
                network.quantities[share].printed)
        }
        return holding * 2 > pairs.count
    }

    private func zip(_ a: Int?, _ b: Int?) -> (share: Int, count: Int)? {
        guard let a, let b else { return nil }
        return (a, b)
    }
}

extension TableStructure.Role {
    /// Whether the column's figures can be added up over rows.
    var isAdditive: Bool {
        switch self {
        case .value, .difference: true
        default: false
        }
    }
}
