import Core

extension FindingWriter {
    /// Returns notes on the structure that was found, or not found, in the tables.
    func structureNotes() -> [AuditFinding] {
        cells.sheets.indices.flatMap { table in
            possibleSums(table) + totalsOfMore(table) + brokenSums(table)
        } + roundings()
    }

    /// Returns a note for each possible sum: only its numbers suggest it, and they fit in only some of the columns.
    private func possibleSums(_ table: Int) -> [AuditFinding] {
        cells.sheets[table].structure.doubts.map { doubt in
            let first = name(table, doubt.parts.first), last = name(table, doubt.parts.last)
            let columns = UnitNoun(plural: "columns").counted(doubt.usable)
            return AuditFinding(
                .possibleSum, table: table, row: doubt.total,
                evidence: [
                    "\(report.tables[table].name), '\(name(table, doubt.total))': in \(doubt.holding) of \(columns) this row "
                        + "is the sum of the rows '\(first)' to '\(last)'; neither its label nor its place shows a sum, so this may be chance"
                ])
        }
    }

    /// Returns a note for each total that is not the sum of the rows shown.
    private func totalsOfMore(_ table: Int) -> [AuditFinding] {
        cells.sheets[table].structure.unmatched.map { row in
            AuditFinding(
                .totalOfMore, table: table, row: row,
                evidence: [
                    "\(report.tables[table].name), '\(name(table, row))': this row is not the sum of the rows around it; "
                        + "perhaps rows are left out, or people who are in several rows are counted once"
                ])
        }
    }

    /// Returns a note for each sum of columns that holds only in some of the table's rows.
    private func brokenSums(_ table: Int) -> [AuditFinding] {
        let structure = cells.sheets[table].structure
        return structure.columnSums.filter { !$0.exceptRows.isEmpty }.map { sum in
            let first = sum.exceptRows.min() ?? 0, last = sum.exceptRows.max() ?? 0
            return AuditFinding(
                .sumEnds, table: table, column: sum.total,
                evidence: [
                    "\(report.tables[table].name), '\(structure.columns[sum.total].heading)': this column is the sum of "
                        + sum.parts.map { "'\(structure.columns[$0].heading)'" }.joined(separator: ", ")
                        + ", except in the rows from '\(name(table, first))' to '\(name(table, last))'"
                ])
        }
    }

    /// Returns one note for each table with sums that differ from their totals by no more than rounding explains.
    private func roundings() -> [AuditFinding] {
        var counts: [Int: (count: Int, most: Int128)] = [:]
        for relation in cells.network.relations {
            guard case .sum(let total, let parts) = relation.form,
                let table = cells.network.quantities[total].place?.table,
                parts.contains(where: isSlack)
            else { continue }
            let sum = parts.filter { !isSlack($0) }.reduce(Bounds.exactly(0)) {
                $0 + cells.network.quantities[$1].printed
            }
            guard let a = sum.middle, let b = cells.network.quantities[total].printed.middle, a != b else { continue }
            let allowed = parts.filter(isSlack).reduce(Bounds.exactly(0)) { $0 + cells.network.quantities[$1].printed }
            guard abs(a - b) <= allowed.upper ?? 0 else { continue }
            counts[table, default: (0, 0)].count += 1
            counts[table, default: (0, 0)].most = max(counts[table, default: (0, 0)].most, abs(a - b))
        }
        return counts.sorted { $0.key < $1.key }.map { table, found in
            let sums = found.count == 1 ? "1 sum differs" : "\(found.count) sums differ"
            let totals = found.count == 1 ? "its total" : "their totals"
            return AuditFinding(
                .rounding, table: table,
                evidence: [
                    "\(report.tables[table].name): \(sums) by up to \(Self.digits(found.most)) from \(totals), as happens "
                        + "when figures are rounded before they are added"
                ])
        }
    }

    private static func digits(_ difference: Int128) -> String {
        Int(exactly: difference).flatMap { Rational($0, over: Int(Bounds.one)) }?.sixPlaces
            ?? "\(difference / Bounds.one)"
    }

    private func isSlack(_ quantity: Int) -> Bool {
        let quantity = cells.network.quantities[quantity]
        return quantity.isGiven && quantity.printed.lower.map { $0 < 0 } ?? false
    }

    private func name(_ table: Int, _ row: Int?) -> String {
        row.map { report.label(of: CellPlace(table: table, row: $0, column: 0)) } ?? ""
    }
}
