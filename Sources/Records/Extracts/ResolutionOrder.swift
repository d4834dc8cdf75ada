import Core
package import Ingestion
package import Normalisation

/// The order in which a source's extracts are compared row by row, and the rule that decides between their rows.
package struct ResolutionOrder {
    /// The positions of the extracts, in the order of comparison.
    package let positions: [Int]
    package let precedence: SupersessionResolver.Precedence

    /// `extracts` are the extracts of the source in the order of delivery, with those of unknown day at the end.
    /// `byUnit` says whether deliveries replace whole units rather than single rows.
    package init(_ extracts: [ExtractOutcome], byUnit: Bool, rowsAreCells: Bool) {
        guard !byUnit else {
            // The day of delivery decides only between units. The division of rows into extracts must not matter.
            let none = DeliveryUnit(subject: "")
            let firsts = extracts.map { extract in
                let units = extract.standingUnits
                return (units.count == 1 ? units.first?.key : units.keys.min()) ?? none
            }
            positions = extracts.indices.sorted { a, b in
                if firsts[a] != firsts[b] { return firsts[a] < firsts[b] }
                return (extracts[a].sha256, extracts[a].file) < (extracts[b].sha256, extracts[b].file)
            }
            // The month of a row is in its cell.
            precedence = .data(hasMonths: rowsAreCells)
            return
        }
        positions = Array(extracts.indices)
        let days = extracts.map(\.delivered)
        let workbooks = extracts.map { ContainedPath.workbook(of: $0.file) }
        precedence = .delivery { earlier, later in
            // The sheets of a workbook are one delivery, and a later sheet is like a later row.
            if let workbook = workbooks[earlier], workbook == workbooks[later] { return earlier < later }
            guard let first = days[earlier], let second = days[later] else { return false }
            return first < second
        }
    }

    /// Returns the displacements with the original positions of the extracts.
    func restored(_ displacements: [Displacement]) -> [Displacement] {
        guard positions != Array(positions.indices) else { return displacements }
        return displacements.map { $0.movingExtracts { positions[$0] } }
    }
}

/// Finds pairs of extracts with different rows for one identifier when neither extract is known to be later.
package enum UnknownOrder {
    /// Returns one error for each pair of extracts.
    package static func extractErrors(of displacements: [Displacement], _ extracts: [ExtractOutcome]) -> [ExtractError]
    {
        let unordered = displacements.filter(\.isUnordered)
        guard !unordered.isEmpty else { return [] }
        // A row that a known later extract replaces no longer matters.
        let settled = Set(
            displacements.filter { !$0.isUnordered && $0.extract != $0.by.extract }
                .map { RowPlace(extract: $0.extract, line: $0.line) })
        let open = unordered.filter { !settled.contains($0.by) }
        let pairs = Dictionary(grouping: open) { [$0.by.extract, $0.extract] }
        return pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { pair, rows in
            guard let first = rows.min(by: { ($0.by.line, $0.line) < ($1.by.line, $1.line) }) else { return nil }
            let count = rows.count == 1 ? "" : " and \(rows.count - 1) more"
            return .unknownOrder(
                file: extracts[pair[0]].file, other: extracts[pair[1]].file,
                unit: "the identifier of line \(first.by.line) (there in line \(first.line))\(count)")
        }
    }
}
