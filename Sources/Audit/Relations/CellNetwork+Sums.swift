extension CellNetwork {
    /// Rows and columns that are sums, and the year so far.
    mutating func relateSums() {
        for table in sheets.indices {
            let structure = sheets[table].structure
            for column in structure.columns.indices where structure.columns[column].role.isAdditive {
                for sum in structure.rowSums { relateRows(table, column, sum) }
            }
            for row in structure.rows {
                let isPercentage = sheets[table].percentageRows.contains(row.row)
                for sum in structure.columnSums where !isPercentage {
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
        guard !rows.contains(where: sheets[table].percentageRows.contains) else { return }
        let cells = rows.compactMap { number(table, $0, column) }
        guard cells.count == rows.count else { return }
        var parts = Array(cells.dropFirst())
        if !sum.isComplete {
            // Of a difference nothing follows from some of its parts.
            guard structureRole(table, column) == .value else { return }
            parts.append(add(.hidden(.notNegative)))
        }
        relate(sum.isComplete ? .sumOfRows : .partsOfRow, .sum(total: cells[0], parts: parts))
    }

    private mutating func relateColumns(
        _ kind: Relation.Kind, _ table: Int, _ row: Int, _ sum: TableStructure.Sum
    ) {
        let columns = [sum.total] + sum.parts
        let cells = columns.compactMap { number(table, row, $0) }
        guard cells.count == columns.count else { return }
        var parts = Array(cells.dropFirst())
        if !sum.isComplete { parts.append(add(.hidden(.notNegative))) }
        relate(kind, .sum(total: cells[0], parts: parts))
    }

    private func structureRole(_ table: Int, _ column: Int) -> TableStructure.Role {
        sheets[table].structure.columns[column].role
    }

    /// Shares of a whole, and that they are a hundred together.
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
        // Percentages of something else are no shares.
        let printed = shares.compactMap { network.quantities[$0].printed.middle }
        let hundred = 100 * Bounds.one
        guard shares.count == sum.parts.count, abs(printed.reduce(0, +) - hundred) <= hundred / 4 else { return }
        for part in sum.parts {
            guard let share = number(table, part, column), let count = number(table, part, value) else { continue }
            relate(.share, .ratio(part: count, base: whole, result: share, factor: 100, offset: 0))
        }
        let all = number(table, sum.total, column) ?? add(.given(Bounds(lower: hundred, upper: hundred)))
        relate(.shares, .sum(total: all, parts: shares))
    }
}

extension TableStructure.Role {
    /// Whether rows of the column add up.
    var isAdditive: Bool {
        switch self {
        case .value, .difference: true
        default: false
        }
    }
}
