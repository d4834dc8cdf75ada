import Core
import Evaluation
import Indicators
import Normalisation
import Records

extension FigureTracer {
    /// Returns the events that a number counts, row by row.
    func events(
        _ term: FigureLineage.Term, _ period: String, _ selection: CountedEvents
    ) -> FigureLineage.Part {
        let extracts = extracts(of: selection.source)
        let codes = Codes(landed.plan, source: selection.source)
        var (rows, leftOut): ([LineageRow], [LineageRow]) = ([], [])
        guard let cells = cells[selection.source] else {
            return part(
                term, period, selection.months, source: selection.source, rows: [], leftOut: [], quarantined: [])
        }
        for month in selection.months.months {
            for area in selection.areas {
                for (cell, found) in cells.rows(area: area, month: month) where selection.counts(cell) {
                    let code = codes.category(cell)
                    for row in found {
                        let standing = standing(of: row, cell, selection, extracts)
                        let weight = standing == .counted ? Rational(row.count) : Rational(0)
                        let traced = self.row(
                            row.extract, row.row, weight: weight, standing, month: month, category: code,
                            area: codes.areas[area])
                        if standing == .counted { rows.append(traced) } else { leftOut.append(traced) }
                    }
                }
            }
            for (cell, found) in cells.rowsWithoutArea(month: month) where selection.counts(cell) {
                leftOut += found.map {
                    self.row(
                        $0.extract, $0.row, weight: Rational(0), .leftOut(.noLocation, by: nil), month: month,
                        category: codes.category(cell))
                }
            }
        }
        return part(
            term, period, selection.months, source: selection.source, rows: Self.ordered(rows),
            leftOut: Self.ordered(leftOut), quarantined: quarantined(extracts, cells, selection))
    }

    /// Sorts rows by extract and line, because cells have no meaningful order.
    static func ordered(_ rows: [LineageRow]) -> [LineageRow] {
        rows.sorted { ($0.extract, $0.line) < ($1.extract, $1.line) }
    }

    private func standing(
        of row: TracedCells.Row, _ cell: FactKey, _ selection: CountedEvents, _ extracts: [Int]
    ) -> LineageRow.Standing {
        guard let rowStatus = landed.traces[row.extract].rowStatuses[row.row.line] else {
            return row.row.outcome == .cancelled ? .leftOut(.cancelled, by: nil) : .counted
        }
        if case .replaced(let later) = rowStatus {
            // The line that replaced the row is not known, because a cell that became zero is no longer stored.
            return .leftOut(.replaced, by: .init(file: landed.extracts[extracts[later]].file, line: nil))
        }
        guard let (extract, holder) = holder(rowStatus, among: extracts) else { return .leftOut(.superseded, by: nil) }
        let place = place(extract, holder)
        if case .duplicate = rowStatus { return .leftOut(.duplicate, by: place) }
        return .leftOut(reason(cell, holder, extract, selection), by: place)
    }

    /// Returns what the later row changed.
    private func reason(
        _ cell: FactKey, _ holder: TracedRow, _ extract: Int, _ selection: CountedEvents
    ) -> LineageRow.LeftOut {
        switch holder.outcome {
        case .cancelled: return .cancelled
        case .outOfScope(.outsideArea): return .movedOutOfArea
        case .outOfScope, .quarantined: return .outOfScope
        case .accepted: break
        }
        // If the rows are counts, the later row is always for the same cell.
        guard landed.traces[extract].records.isEmpty else { return .superseded }
        let later = FactKey(word: holder.payload)
        if selection.contains(later) { return .superseded }
        if !selection.areas.contains(later.area) { return .movedArea }
        if !selection.months.contains(later.month) { return .movedMonth }
        return selection.categories.contains(later.category) ? .flagChanged : .reclassified
    }

    /// Returns the quarantined rows of the period, and those without a readable month in extracts that have rows of the
    /// period.
    private func quarantined(
        _ extracts: [Int], _ cells: TracedCells, _ selection: CountedEvents
    ) -> [FigureLineage.QuarantinedLines] {
        extracts.flatMap { extract in
            let touches = cells.months[extract]?.contains { selection.months.contains($0) } ?? false
            let trace = landed.traces[extract]
            return quarantined(extract) { line in
                guard trace.records.isEmpty, let row = trace.row(onLine: line), FactKey(word: row.payload).hasMonth
                else {
                    return touches
                }
                return selection.months.contains(FactKey(word: row.payload).month)
            }
        }
    }

    /// The codes of categories and areas.
    private struct Codes {
        let areas: [String]
        private let categories: [String]

        init(_ plan: PipelinePlan, source: String) {
            areas = plan.areas.areas.map(\.code)
            categories = plan.sources.first { $0.name == source }?.classification?.codes.map(\.code) ?? []
        }

        func category(_ cell: FactKey) -> String? {
            categories.indices.contains(cell.category) ? categories[cell.category] : nil
        }
    }
}

extension FactKey {
    /// Whether the row has a readable month. A row without one is in quarantine.
    fileprivate var hasMonth: Bool { word >> 32 & 0xFFFF != 0 }
}
