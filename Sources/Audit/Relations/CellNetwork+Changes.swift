extension CellNetwork {
    /// Adds the relations of differences and percentage changes. Returns the cells that turned out to be in percentage
    /// points under a heading that says percent.
    mutating func relateChanges() -> [CellPlace] {
        var points: [CellPlace] = []
        for table in sheets.indices {
            let structure = sheets[table].structure
            for (column, described) in structure.columns.enumerated() {
                switch described.role {
                case .difference(let new, let old?):
                    for row in structure.rows { relateDifference(table, row.row, column, new, old) }
                case .percentChange(let new, let old?):
                    for row in structure.rows where relatePercentage(table, row.row, column, new, old) {
                        points.append(CellPlace(table: table, row: row.row, column: column))
                    }
                case .percentChange(let new, nil): relateToUnprinted(table, column, new)
                default: continue
                }
            }
        }
        return points
    }

    private mutating func relateDifference(_ table: Int, _ row: Int, _ column: Int, _ new: Int, _ old: Int) {
        let isPercentage = isOfPercentages(table, row, new)
        guard let change = number(table, row, column), let new = number(table, row, new),
            let old = number(table, row, old)
        else { return }
        relate(isPercentage ? .points : .difference, .sum(total: new, parts: [old, change]))
    }

    /// Relates a percentage change to its figures. Returns whether it is in percentage points instead.
    private mutating func relatePercentage(
        _ table: Int, _ row: Int, _ column: Int, _ new: Int, _ old: Int
    ) -> Bool {
        let isPercentage = isOfPercentages(table, row, new)
        guard let change = number(table, row, column), let new = number(table, row, new),
            let old = number(table, row, old), isRatio(new, old)
        else { return false }
        let relative = Relation.Form.percentChange(of: new, from: old, is: change)
        guard isPercentage else {
            relate(.percentChange, relative)
            return false
        }
        // A change between two percentages may be in points or in per cent. Points are assumed unless only per cent
        // fits.
        let form = Relation.Form.sum(total: new, parts: [old, change])
        if Self.holds(relative, in: network), !Self.holds(form, in: network) {
            relate(.percentChange, relative)
            return false
        }
        relate(.points, form)
        return network.quantities[change].isStated && Self.holds(form, in: network)
    }

    /// Relates percentage changes to earlier figures that are printed nowhere. The earlier figures must add up as the
    /// later figures do.
    private mutating func relateToUnprinted(_ table: Int, _ column: Int, _ new: Int) {
        let structure = sheets[table].structure
        // Two changes of one figure start from two different times, so their earlier figures differ.
        guard structure.columns.count(where: { $0.role == .percentChange(of: new, from: nil) }) == 1,
            mostlyHasEarlier(table, column, new)
        else { return }
        let addsUp =
            structure.rowSums.contains(where: \.isComplete)
            || structure.columnSums.contains { $0.total == new || $0.parts.contains(new) }
        for row in structure.rows where !sheets[table].percentageRows.contains(row.row) {
            guard let change = number(table, row.row, column), let later = number(table, row.row, new),
                network.quantities[change].isStated, isRatio(later, later)
            else { continue }
            let place = CellPlace(table: table, row: row.row, column: new)
            let earlier = unprinted[place] ?? add(.hidden(.notNegative, isWhole: network.quantities[later].isWhole))
            unprinted[place] = earlier
            // By itself, a change that fits no whole number is weak evidence of an error. Where the earlier figures
            // must add up, it is strong evidence.
            relate(.percentChange, .percentChange(of: later, from: earlier, is: change), isDoubtful: !addsUp)
        }
        for sum in structure.columnSums where sum.total == new || sum.parts.contains(new) {
            for row in structure.rows {
                let earlier = ([sum.total] + sum.parts).map {
                    unprinted[CellPlace(table: table, row: row.row, column: $0)]
                }
                guard let total = earlier[0], !earlier.contains(nil) else { continue }
                relate(.sumOfColumns, .sum(total: total, parts: earlier.dropFirst().compactMap(\.self)))
            }
        }
        for sum in structure.rowSums where sum.isComplete {
            let earlier = ([sum.total] + sum.parts).map {
                unprinted[CellPlace(table: table, row: $0, column: new)]
            }
            guard let total = earlier[0], !earlier.contains(nil) else { continue }
            relate(.sumOfRows, .sum(total: total, parts: earlier.dropFirst().compactMap(\.self)))
        }
    }

    /// Whether nearly all changes fit a whole number as the earlier figure. Otherwise they are changes of something
    /// else.
    private func mostlyHasEarlier(_ table: Int, _ column: Int, _ new: Int) -> Bool {
        var (holding, failing) = (0, 0)
        for row in sheets[table].structure.rows where !sheets[table].percentageRows.contains(row.row) {
            guard let change = number(table, row.row, column), let later = number(table, row.row, new),
                network.quantities[change].isStated, network.quantities[later].isStated
            else { continue }
            let values = [network.quantities[later].printed, .notNegative, network.quantities[change].printed]
            let relation = Relation(kind: .percentChange, form: .percentChange(of: 0, from: 1, is: 2))
            var earlier = relation.bounds(of: 1) { values[$0] }
            if network.quantities[later].isWhole { earlier = earlier.inWholes }
            if earlier.isEmpty { failing += 1 } else { holding += 1 }
        }
        return failing * 5 <= holding
    }

    /// Whether neither figure can be negative: a percentage change of a negative figure has no meaning.
    private func isRatio(_ new: Int, _ old: Int) -> Bool {
        [new, old].allSatisfy { network.quantities[$0].conceivable.lower != nil }
    }

    private static func holds(_ form: Relation.Form, in network: RelationNetwork) -> Bool {
        let relation = Relation(kind: .points, form: form)
        return relation.quantities.allSatisfy { member in
            relation.bounds(of: member) { network.quantities[$0].printed }.meets(network.quantities[member].printed)
        }
    }
}
