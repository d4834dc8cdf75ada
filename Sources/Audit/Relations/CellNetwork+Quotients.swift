extension CellNetwork {
    /// Adds the relations of columns that are quotients of others, and of columns that add up to a whole.
    mutating func relateQuotients() {
        for table in sheets.indices {
            for quotient in sheets[table].structure.quotients {
                if let base = quotient.base {
                    relateQuotient(table, quotient, of: base)
                } else {
                    relateProportion(table, quotient)
                }
            }
            for whole in sheets[table].structure.wholes { relateWhole(table, whole) }
        }
    }

    private mutating func relateQuotient(_ table: Int, _ quotient: TableStructure.Quotient, of base: Int) {
        for row in sheets[table].structure.rows
        where !sheets[table].percentageRows.contains(row.row) && !quotient.exceptRows.contains(row.row) {
            guard let result = number(table, row.row, quotient.result),
                let part = number(table, row.row, quotient.part),
                let base = number(table, row.row, base), isPositive(base)
            else { continue }
            if quotient.isChange {
                guard isNotNegative(part) else { continue }
                relate(
                    .percentChange, form(quotient, part: part, base: base, result: result),
                    isDoubtful: quotient.isDoubtful)
            } else {
                relate(
                    .quotient,
                    .signedRatio(part: part, base: base, result: result, factor: Int128(quotient.factor)),
                    isDoubtful: quotient.isDoubtful)
            }
        }
    }

    private func form(_ quotient: TableStructure.Quotient, part: Int, base: Int, result: Int) -> Relation.Form {
        let factor = Int128(quotient.factor)
        return .ratio(
            part: part, base: base, result: result, factor: factor, offset: quotient.isChange ? factor * Bounds.one : 0)
    }

    private mutating func relateProportion(_ table: Int, _ quotient: TableStructure.Quotient) {
        var cells: [(part: Int, result: Int)] = []
        var ranges: [Bounds] = []
        for row in sheets[table].structure.rows
        where !sheets[table].percentageRows.contains(row.row) && !quotient.exceptRows.contains(row.row) {
            guard let result = number(table, row.row, quotient.result), let part = number(table, row.row, quotient.part)
            else { continue }
            cells.append((part, result))
            let (a, r) = (network.quantities[part], network.quantities[result])
            guard a.isStated, r.isStated, let least = a.printed.lower, least > 0, let most = r.printed.upper, most > 0
            else { continue }
            let relation = Relation(kind: .share, form: form(quotient, part: 0, base: 1, result: 2))
            ranges.append(relation.bounds(of: 1) { [a.printed, .notNegative, r.printed][$0] })
        }
        guard let winner = DenominatorVote(ranges).winner else { return }
        let base = add(.given(winner))
        for cell in cells where isNotNegative(cell.part) {
            relate(
                .share, form(quotient, part: cell.part, base: base, result: cell.result),
                isDoubtful: quotient.isDoubtful)
        }
    }

    private mutating func relateWhole(_ table: Int, _ whole: TableStructure.Whole) {
        let parts = whole.rows.compactMap { number(table, $0, whole.column) }
        guard parts.count == whole.rows.count, parts.allSatisfy({ network.quantities[$0].isStated }) else { return }
        relate(.shares, .sum(total: add(.given(.exactly(100))), parts: parts))
    }

    /// Whether the quantity is not negative. Where figures can be negative, a change or share is checked only for the
    /// figures that are not.
    private func isNotNegative(_ quantity: Int) -> Bool {
        let quantity = network.quantities[quantity]
        return quantity.isStated ? (quantity.printed.upper ?? 0) >= 0 : quantity.conceivable.lower != nil
    }

    private func isPositive(_ quantity: Int) -> Bool {
        let quantity = network.quantities[quantity]
        return quantity.isStated ? (quantity.printed.upper ?? 0) > 0 : quantity.conceivable.lower != nil
    }
}
