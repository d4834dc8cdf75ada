import Aggregation
package import Core
package import Indicators
package import Records

/// What readers must know about figures, shown or missing, when something about their source is not known. The causes
/// are rows without a place, events without an area, rows in quarantine, and counts that are implausible given their
/// own history.
package struct UncertaintyReview {
    package let plan: PipelinePlan
    package let quarter: FinancialQuarter
    package let evaluator: IndicatorEvaluator
    /// The sources for which no numbers of rows or months are stated.
    package let confidential: Set<String>

    /// A review from its parts.
    package init(
        plan: PipelinePlan, quarter: FinancialQuarter, evaluator: IndicatorEvaluator, confidential: Set<String>
    ) {
        self.plan = plan
        self.quarter = quarter
        self.evaluator = evaluator
        self.confidential = confidential
    }

    /// Returns the tables with notes, and findings to check. The tables must be in the order of the layouts.
    package func review(_ tables: [FigureTable], _ layouts: [TableLayout]) -> (
        tables: [FigureTable], findings: [Finding]
    ) {
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
            findings += falls(table, layout).map { Finding(.cumulativeFall, file: file, note: $0) }
            findings += unavailable(table, layout).map { Finding($0, file: file, note: $1) }
            reviewed.append(table.adding(notes: notes))
        }
        var seen: Set<Finding> = []
        return (reviewed, findings.filter { seen.insert($0).inserted })
    }

    /// Returns the sources of events that the table counts, except those for which no numbers of rows are stated.
    private func sources(of layout: TableLayout) -> [PipelinePlan.Source] {
        let names = Set(layout.rows.map(\.indicator.subject.source)).subtracting(confidential)
        return plan.sources.filter { names.contains($0.name) && $0.classification != nil }
    }

    private func unplaced(_ source: PipelinePlan.Source) -> String? {
        let period = quarter.period
        let rows = evaluator.faults(of: source.name)?.unplaced(period).values.reduce(0, +) ?? 0
        guard rows > 0 else { return nil }
        let all = rows + evaluator.placedRows(of: source.name, in: period)
        return
            "\(source.title): \(WholeNumber.grouped(rows)) of \(WholeNumber.grouped(all)) rows for \(period.words) \(rows == 1 ? "has" : "have") no place "
            + "(\(Self.percent(rows, of: all))). \(rows == 1 ? "It is" : "They are") not counted in any area."
    }

    private func unassigned(_ source: PipelinePlan.Source, _ findings: inout [Finding]) -> [String] {
        guard let faults = evaluator.faults(of: source.name) else { return [] }
        return faults.unassigned.filter {
            quarter.period.contains($0.month) || quarter.yearBefore.period.contains($0.month)
        }
        .map { share in
            let words =
                "\(share.force), \(FinancialQuarter(containing: share.month).title): \(WholeNumber.grouped(share.events)) of "
                + "\(WholeNumber.grouped(share.all)) events have no area (\(Self.percent(share.events, of: share.all)))"
            let limit = "; the limit is \(faults.limits.unassignedPercent.sixPlaces)%"
            findings.append(Finding(.unassignedRows, file: source.name, note: words + limit))
            return source.title + ", " + words + ". They are not counted in any area."
        }
    }

    /// Returns a sentence for each row and area with a count that is implausible given its own history.
    private func implausible(_ table: FigureTable, _ layout: TableLayout) -> [String] {
        var found: [String] = []
        for (row, line) in zip(table.rows, layout.rows) {
            for (figure, column) in zip(row.figures, layout.columns)
            where column.measure == .value && column.period == .quarter && figure.value.number != nil {
                guard let change = evaluator.implausibleChange(line.indicator, area: column.area) else { continue }
                guard !confidential.contains(line.indicator.subject.source) else {
                    // Monthly numbers are not in the tables, so the sentence has none.
                    let words =
                        "\(row.label), \(figure.area): the number for a month of the quarter is far from the usual one."
                    if !found.contains(words) { found.append(words) }
                    continue
                }
                let usual = change.usual.formatted(decimals: 0, grouped: true)
                let words =
                    "\(row.label), \(figure.area): \(WholeNumber.grouped(change.count)) in \(change.month.name) "
                    + "\(change.month.year); about \(usual) are usual."
                if !found.contains(words) { found.append(words) }
            }
        }
        return found
    }

    /// Returns a sentence for each row and area with a cumulative position that fell.
    private func falls(_ table: FigureTable, _ layout: TableLayout) -> [String] {
        var found: [String] = []
        for (row, line) in zip(table.rows, layout.rows) {
            for (figure, column) in zip(row.figures, layout.columns) {
                guard column.measure == .value, column.period == .quarter, figure.value.number != nil,
                    let fall = evaluator.cumulativeFall(line.indicator, area: column.area)
                else { continue }
                let numbers =
                    confidential.contains(line.indicator.subject.source)
                    ? "lower in \(quarter.title) than in \(fall.quarter.title)"
                    : "\(fall.now.formatted(decimals: figure.decimals, grouped: true)) in \(quarter.title), "
                        + "\(fall.before.formatted(decimals: figure.decimals, grouped: true)) in \(fall.quarter.title)"
                let words = "\(row.label), \(figure.area): \(numbers)"
                if !found.contains(words) { found.append(words) }
            }
        }
        return found
    }

    /// Returns, for each reason, how many figures are not available and for which areas, and the limit.
    private func unavailable(_ table: FigureTable, _ layout: TableLayout) -> [(FindingRule, String)] {
        let names = Set(layout.rows.map(\.indicator.subject.source))
        let limits = plan.sources.filter { names.contains($0.name) }.map(\.limits)
        func limit(_ share: (UncertaintyLimits) -> Rational, _ words: String) -> String {
            let shares = Set(limits.map(share)).sorted().map { $0.sixPlaces + "%" }
            return "the limit is \(shares.joined(separator: " or ")) \(words)"
        }
        let reasons: [(FindingRule, MissingReason, String)] = [
            (.rowsAtFault, .rowsAtFault(source: ""), limit(\.atFaultPercent, "of an area's rows in a month")),
            (.unassignedRows, .unassigned(source: ""), limit(\.unassignedPercent, "of a force's events")),
            (.unplacedRows, .unplaced(source: ""), limit(\.unplacedPercent, "of a category's rows")),
        ]
        return reasons.compactMap { rule, reason, limit in
            let figures = table.figures.filter { $0.status == reason.code }
            guard !figures.isEmpty else { return nil }
            var areas: [String] = []
            for figure in figures where !areas.contains(figure.area) { areas.append(figure.area) }
            let number = figures.count == 1 ? "1 figure for" : "\(figures.count) figures for"
            return (
                rule,
                "\(number) \(areas.joined(separator: ", ")) \(figures.count == 1 ? "is" : "are") not available; \(limit)"
            )
        }
    }

    private static func percent(_ part: Int, of all: Int) -> String {
        (Rational(part * 100, over: max(1, all)) ?? Rational(0)).formatted(decimals: 1) + "%"
    }
}
