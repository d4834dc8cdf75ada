/// Decides which rows are sums of others: by trees that are known, by labels, and by what adds up in most columns.
struct RowInference {
    let readings: Readings
    let names: KnownNames
    let table: String

    func decide(_ structure: inout TableStructure) {
        let columns = structure.columns.indices.filter { column in
            switch structure.columns[column].role {
            case .value, .difference: true
            default: false
            }
        }
        guard !columns.isEmpty else { return }
        let evidence = SumEvidence(readings: readings, columns: columns)
        var sums = known(structure.rows, evidence)
        let explained = Set(sums.map(\.total))
        let rows = structure.rows.filter { !isOfPercentages($0.row, columns) }
        let sections = sections(of: rows)
        var roots: [[Int]] = []
        for section in sections {
            roots.append(ParentFirst(evidence: evidence).roots(of: section.map(\.row), except: explained, &sums))
        }
        let labelled = Set(rows.filter { Label.isTotal($0.label) }.map(\.row))
        let totals = TotalAfter(evidence: evidence, totals: labelled)
        for index in roots.indices { roots[index] = totals.roots(of: roots[index], except: explained, &sums) }
        if sections.count > 1 {
            let ends = Set(sections.compactMap(\.last?.row))
            let totals = TotalAfter(evidence: evidence, totals: labelled, ends: ends)
            _ = totals.roots(of: roots.flatMap(\.self), except: explained, &sums)
        }
        structure.rowSums = sums
    }

    private func sections(of rows: [TableStructure.Row]) -> [[TableStructure.Row]] {
        var sections: [[TableStructure.Row]] = []
        for row in rows {
            if sections.last?.last?.section == row.section {
                sections[sections.count - 1].append(row)
            } else {
                sections.append([row])
            }
        }
        return sections
    }

    /// Percentages do not add up.
    private func isOfPercentages(_ row: Int, _ columns: [Int]) -> Bool {
        columns.contains { readings.cells[row][$0].number.map { $0.sign != .none } ?? false }
    }

    /// Rows that known trees say are sums; a table may mean something else by the same labels, so they must not all fail.
    private func known(_ rows: [TableStructure.Row], _ evidence: SumEvidence) -> [TableStructure.Sum] {
        var groups: [(row: Int, group: KnownNames.Group)] = []
        var seen: Set<KnownNames.Group> = []
        for row in rows {
            guard let group = names.group(row.label, section: row.section, table: table), seen.insert(group).inserted
            else { continue }
            groups.append((row.row, group))
        }
        return groups.compactMap { row, group in
            let below = groups.filter { names.isGroup($0.group, below: group) }
            let parts = below.filter { part in !below.contains { names.isGroup(part.group, below: $0.group) } }
            guard !parts.isEmpty else { return nil }
            let isComplete = names.isComplete(group, from: Set(parts.map(\.group)))
            let (holding, usable) = evidence.agreement(
                row, evidence.parts(parts.map(\.row)), atLeast: !isComplete)
            guard usable == 0 || holding > 0 || (usable == 1 && isComplete) else { return nil }
            return TableStructure.Sum(total: row, parts: parts.map(\.row), isComplete: isComplete)
        }
    }
}
