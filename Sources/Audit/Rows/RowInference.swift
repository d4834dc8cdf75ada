/// Decides which rows are sums of other rows, from known trees, from labels and from figures that add up in most
/// columns.
struct RowInference {
    let readings: Readings
    let names: KnownNames
    let table: String

    func decide(_ structure: inout TableStructure) {
        let columns = structure.columns.indices.filter { structure.columns[$0].role == .value }
        let additive = columns.filter { HeadingWords(structure.columns[$0].heading).isAdditive }
        let counted = (additive.isEmpty ? columns : additive).filter { !isOfPercentages($0, structure.rows) }
        guard !counted.isEmpty else { return }
        let rows = structure.rows.filter { !isOfPercentages($0.row, counted) }
        let grain = Grain.of(readings, rows: rows.map(\.row), columns: counted)
        let lanes = RowLanes(readings: readings, rows: rows, columns: counted, grain: grain)
        structure.rowSums = []
        decide(lanes, known: names, grain, columns.filter { !counted.contains($0) }, &structure)
        structure.unmatched = unmatched(lanes, structure.rowSums)
        structure.isLong = lanes.isLong
        guard lanes.isLong else { return }
        let sections = RowLanes(sectionsOf: lanes, readings: readings, rows: rows, columns: counted, grain: grain)
        decide(sections, known: KnownNames([]), grain, columns.filter { !counted.contains($0) }, &structure)
    }

    /// Adds the sums that the lanes show.
    private func decide(
        _ lanes: RowLanes, known: KnownNames, _ grain: Double, _ uncounted: [Int], _ structure: inout TableStructure
    ) {
        var (sums, evidence) = parse(lanes, known, rounding: 0)
        let failing = Self.failures(sums)
        if failing >= 2 {
            // Where figures were rounded before they were added, some sums differ by a unit or two.
            let (rounded, loose) = parse(lanes, known, rounding: grain)
            let small = Self.small(rounded, loose)
            if small >= Grain.minDifferences(grain), small >= Self.failures(rounded) {
                (sums, evidence) = (rounded, loose)
            }
        }
        support(&sums, lanes)
        let kept = AdditiveColumns(evidence: evidence, sums: sums.filter(\.isFirm))
        for sum in sums {
            guard sum.isFirm else {
                if sum.score.net >= 0 { structure.doubts.append(contentsOf: doubts(sum, lanes)) }
                continue
            }
            for (total, parts) in lanes.expanded(sum.total, sum.parts) {
                var row = TableStructure.Sum(total: total, parts: parts, isComplete: sum.isComplete)
                row.exceptColumns = uncounted + kept.excluded
                row.rounding = Int(evidence.rounding)
                structure.rowSums.append(row)
            }
        }
    }

    /// Returns the rows that are labelled as totals and follow other rows of their section, but are not found to be
    /// sums.
    private func unmatched(_ lanes: RowLanes, _ sums: [TableStructure.Sum]) -> [Int] {
        let known = Set(sums.map(\.total))
        return lanes.sections.flatMap { section in
            section.dropFirst(2).compactMap { slot -> Int? in
                guard TotalWords.isTotal(lanes.slots[slot].label), let row = lanes.slots[slot].rows.first ?? nil,
                    lanes.lanes.contains(where: { !$0.values[slot].isNaN })
                else { return nil }
                return known.contains(row) ? nil : row
            }
        }
    }

    private func isOfPercentages(_ column: Int, _ rows: [TableStructure.Row]) -> Bool {
        let numbers = rows.compactMap { readings.cells[$0.row][column].number }
        return numbers.count { $0.sign != .none } * 2 > numbers.count
    }

    private func doubts(_ sum: SlotSum, _ lanes: RowLanes) -> [TableStructure.Doubt] {
        lanes.expanded(sum.total, sum.parts).prefix(1).map { total, parts in
            TableStructure.Doubt(
                total: total, parts: parts, holding: sum.score.holding, usable: sum.score.usable)
        }
    }

    private static func failures(_ sums: [SlotSum]) -> Int { sums.reduce(0) { $0 + $1.score.failing } }

    /// Returns how many sums differ, but by no more than rounding can explain.
    private static func small(_ sums: [SlotSum], _ evidence: RowEvidence) -> Int {
        let exact = RowEvidence(table: evidence.table, rounding: 0)
        return sums.reduce(0) { count, sum in
            let parts = exact.parts(sum.parts)
            return count
                + evidence.table.lanes.indices.count {
                    exact.holds($0, sum.total, parts) == false && evidence.holds($0, sum.total, parts) == true
                }
        }
    }

    private func parse(_ lanes: RowLanes, _ names: KnownNames, rounding: Double) -> ([SlotSum], RowEvidence) {
        let evidence = RowEvidence(table: lanes, rounding: rounding)
        var sums = known(names, evidence)
        let explained = Set(sums.map(\.total))
        let labelled = Set(lanes.slots.indices.filter { TotalWords.isTotal(lanes.slots[$0].label) })
        var roots: [[Int]] = []
        for section in lanes.sections {
            let first = ParentFirst(evidence: evidence).roots(of: section, except: explained, &sums)
            let totals = TotalAfter(evidence: evidence, totals: labelled)
            roots.append(totals.roots(of: first, among: section, except: explained, &sums))
        }
        if lanes.sections.count > 1 {
            let ends = Set(lanes.sections.compactMap(\.last))
            let totals = TotalAfter(evidence: evidence, totals: labelled, ends: ends)
            let all = roots.flatMap(\.self)
            _ = totals.roots(of: all, among: all, except: explained, &sums)
        }
        return (sums, evidence)
    }

    /// Whether the row has percentages, which do not add up.
    private func isOfPercentages(_ row: Int, _ columns: [Int]) -> Bool {
        columns.contains { readings.cells[row][$0].number.map { $0.sign != .none } ?? false }
    }

    /// Marks a sum as supported when a firm total spans all its rows. The firm total must have the sum's total as a
    /// part, and none of the sum's parts. The rows that the firm total does not add can then only belong to one of its
    /// parts. A sum is also supported when its parts are indented.
    private func support(_ sums: inout [SlotSum], _ lanes: RowLanes) {
        for index in sums.indices where !sums[index].isFirm {
            let sum = sums[index]
            let span = (sum.parts + [sum.total]).min() ?? 0
            let end = (sum.parts + [sum.total]).max() ?? 0
            sums[index].isSupported =
                sums.contains { whole in
                    whole.isFirm && whole.total != sum.total && whole.parts.contains(sum.total)
                        && whole.parts.allSatisfy { !sum.parts.contains($0) }
                        && (whole.parts.min() ?? 0) <= span && max(whole.total, whole.parts.max() ?? 0) >= end
                } || isSetIn(sum, lanes)
        }
    }

    /// Whether the labels of the parts are indented further than the label of the total.
    private func isSetIn(_ sum: SlotSum, _ lanes: RowLanes) -> Bool {
        let depth = Label.depth(lanes.slots[sum.total].label)
        return sum.parts.allSatisfy { Label.depth(lanes.slots[$0].label) > depth }
    }

    /// Returns the sums that known trees give. A table may mean something else by the same labels, so sums that fail in
    /// every lane are dropped. The exception is a complete sum with only one lane to check.
    private func known(_ names: KnownNames, _ evidence: RowEvidence) -> [SlotSum] {
        var groups: [(slot: Int, group: KnownNames.Group)] = []
        var seen: Set<KnownNames.Group> = []
        for (index, slot) in evidence.table.slots.enumerated() {
            guard let group = names.group(slot.label, section: slot.section, table: table), seen.insert(group).inserted
            else { continue }
            groups.append((index, group))
        }
        return groups.compactMap { slot, group in
            let below = groups.filter { names.isGroup($0.group, below: group) }
            let parts = below.filter { part in !below.contains { names.isGroup(part.group, below: $0.group) } }
            guard !parts.isEmpty else { return nil }
            let isComplete = names.isComplete(group, from: Set(parts.map(\.group)))
            let (holding, usable) = evidence.agreement(
                slot, evidence.parts(parts.map(\.slot)), atLeast: !isComplete)
            guard usable == 0 || holding > 0 || (usable == 1 && isComplete) else { return nil }
            return SlotSum(total: slot, parts: parts.map(\.slot), isComplete: isComplete, isKnown: true)
        }
    }
}
