import Aggregation
import Disclosure
import Indicators
import Tabular

/// What readers must know of figures that are there, or are not, because something of their source is not known: rows
/// without a place, events without an area, rows in quarantine, counts that are implausible beside their own history.
struct UncertaintyReview {
    let plan: PipelinePlan
    let quarter: FinancialQuarter
    let evaluator: IndicatorEvaluator
    /// The sources of which no numbers of rows or months are stated.
    let confidential: Set<String>

    /// The tables, made from the layouts in their order, with notes; and what is worth a look.
    func review(_ tables: [FigureTable], _ layouts: [TableLayout]) -> (tables: [FigureTable], findings: [Finding]) {
        var findings: [Finding] = []
        var reviewed: [FigureTable] = []
        for (table, layout) in zip(tables, layouts) {
            var notes: [String] = []
            for source in sources(of: layout) {
                notes += [unplaced(source)].compactMap(\.self) + unassigned(source, &findings)
            }
            let file = table.id + ".csv"
            for change in implausible(table, layout) {
                notes.append(change + " The source may be incomplete: check before use.")
                findings.append(Finding(.implausibleChange, file: file, note: change))
            }
            for (reason, count) in unavailable(table) {
                let figures = count == 1 ? "1 figure is" : "\(count) figures are"
                findings.append(Finding(reason, file: file, note: "\(figures) not available"))
            }
            reviewed.append(table.adding(notes: notes))
        }
        var seen: Set<Finding> = []
        return (reviewed, findings.filter { seen.insert($0).inserted })
    }

    /// The sources of events that the table counts, of which numbers of rows may be stated.
    private func sources(of layout: TableLayout) -> [PipelinePlan.Source] {
        let names = Set(layout.rows.map(\.indicator.subject.source)).subtracting(confidential)
        return plan.sources.filter { names.contains($0.name) && $0.classification != nil }
    }

    private func unplaced(_ source: PipelinePlan.Source) -> String? {
        let period = quarter.period
        let rows = evaluator.faults(of: source.name)?.unplaced(period).values.reduce(0, +) ?? 0
        guard rows > 0 else { return nil }
        let all = rows + evaluator.placedRows(of: source.name, in: period)
        return "\(source.title): \(Self.grouped(rows)) of \(Self.grouped(all)) rows for \(period.words) have no place "
            + "(\(Self.percent(rows, of: all))). They count in no area."
    }

    private func unassigned(_ source: PipelinePlan.Source, _ findings: inout [Finding]) -> [String] {
        guard let faults = evaluator.faults(of: source.name) else { return [] }
        return faults.unassigned.filter {
            quarter.period.contains($0.month) || quarter.yearBefore.period.contains($0.month)
        }
        .map { share in
            let words =
                "\(share.force), \(FinancialQuarter(containing: share.month).title): \(Self.grouped(share.events)) of "
                + "\(Self.grouped(share.all)) events have no area (\(Self.percent(share.events, of: share.all)))"
            findings.append(Finding(.unassignedRows, file: source.name, note: words))
            return source.title + ", " + words + ". They count in no area."
        }
    }

    /// A sentence for each row and area whose count is implausible beside its own history.
    private func implausible(_ table: FigureTable, _ layout: TableLayout) -> [String] {
        var found: [String] = []
        for (row, line) in zip(table.rows, layout.rows) {
            for (figure, column) in zip(row.figures, layout.columns)
            where column.measure == .value && column.period == .quarter && figure.value.number != nil {
                guard let change = evaluator.implausibleChange(line.indicator, area: column.area) else { continue }
                guard !confidential.contains(line.indicator.subject.source) else {
                    // Months are numbers that the tables do not have.
                    let words =
                        "\(row.label), \(figure.area): the number in a month of the quarter is far from the usual."
                    if !found.contains(words) { found.append(words) }
                    continue
                }
                let usual = change.usual.formatted(decimals: 0, grouped: true)
                let words =
                    "\(row.label), \(figure.area): \(Self.grouped(change.count)) in \(change.month.name) "
                    + "\(change.month.year), where about \(usual) are usual."
                if !found.contains(words) { found.append(words) }
            }
        }
        return found
    }

    private func unavailable(_ table: FigureTable) -> [(FindingRule, Int)] {
        func count(_ code: String) -> Int { table.figures.count { $0.status == code } }
        return [
            (FindingRule.rowsAtFault, count(MissingReason.rowsAtFault(source: "").code)),
            (.unassignedRows, count(MissingReason.unassigned(source: "").code)),
            (.unplacedRows, count(MissingReason.unplaced(source: "").code)),
        ].filter { $0.1 > 0 }
    }

    private static func grouped(_ number: Int) -> String { Rational(number).formatted(decimals: 0, grouped: true) }

    private static func percent(_ part: Int, of all: Int) -> String {
        (Rational(part * 100).divided(by: Rational(max(1, all))) ?? Rational(0)).formatted(decimals: 1) + "%"
    }
}
