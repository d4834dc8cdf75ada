import Core
import Indicators
import Records
import Reporting

extension RunResult {
    /// Returns the table that the charts are drawn from, and the charts.
    func chartSet(_ chart: CompiledChart) -> ChartSet {
        switch chart.kind {
        case .trend(let indicators): trend(chart, indicators)
        case .peers(let table, let groups): peers(chart, table, groups)
        case .shares(let table): shares(chart, table)
        }
    }

    private var words: Placeholders { Placeholders(plan: plan, quarter: quarter) }

    /// Returns the title of the page with the charts' figures, which must differ from the title of the page with the
    /// charts.
    private func tableTitle(of chart: CompiledChart) -> String {
        words.fill(chart.title) + ": figures of the charts"
    }

    // MARK: Trend

    /// Returns the charts of the twelve months that end with the quarter, with the same months of the year before for
    /// comparison.
    private func trend(_ chart: CompiledChart, _ indicators: [CompiledIndicator]) -> ChartSet {
        let evaluator = figures.evaluator
        let area = plan.areas.areas[plan.homeArea]
        let year = quarter.rollingYear
        let allowed = Set(indicators.map(\.indicator).filter(allowsMonths).map(\.name))
        func figure(_ compiled: CompiledIndicator, _ month: Month, row: String) -> Figure {
            let value =
                allowed.contains(compiled.indicator.name)
                ? evaluator.value(of: compiled.indicator, in: month, area: plan.homeArea) : .missing(.confidential)
            return Figure(
                table: chart.id, section: "months", row: row, area: area.shortName, measure: .value,
                period: "\(month)", value: value ?? .missing(.notApplicable), unit: .count(compiled.indicator.unitNoun),
                decimals: 0)
        }
        let rows = year.months.map { month in
            let label = Period(first: month, last: month).shortWords
            return FigureTable.Row(
                section: "", label: label, depth: 0, isTotal: false,
                figures: indicators.flatMap { compiled in
                    [month, month.advanced(by: -12)].map { figure(compiled, $0, row: label) }
                })
        }
        let table = FigureTable(
            id: chart.id, title: tableTitle(of: chart), sectionHeading: nil, rowHeading: "Month",
            columns: indicators.flatMap { compiled in
                [compiled.label, "\(compiled.label), a year before"].map {
                    FigureTable.Column(heading: $0, measure: .value)
                }
            }, rows: rows, source: source(of: indicators.map(\.indicator)),
            notes: chart.notes.map { words.fill($0) } + breaks(of: indicators, evaluator).map(\.words))
        let monthsBefore = year.months.map { month in
            Period(first: month.advanced(by: -12), last: month.advanced(by: -12)).shortWords
        }
        let charts = indicators.enumerated().map { index, compiled in
            Chart(
                title: "\(compiled.label) in \(area.name) by month, \(year.words)", kind: .lines,
                rowAxis: "Month", valueAxis: compiled.indicator.unitNoun.capitalisedFirst,
                series: [
                    Chart.Series(name: year.shortWords, column: 2 * index),
                    Chart.Series(
                        name: "A year before", column: 2 * index + 1, isComparison: true, rowNames: monthsBefore),
                ])
        }
        return ChartSet(table: table, charts: charts)
    }

    /// Returns the breaks in the two years that are drawn, each once.
    private func breaks(of indicators: [CompiledIndicator], _ evaluator: IndicatorEvaluator) -> [SeriesBreak] {
        let year = quarter.rollingYear
        let drawn = Period(first: year.first.advanced(by: -12), last: year.last)
        return indicators.flatMap { evaluator.breaks(of: $0.indicator, in: drawn, area: plan.homeArea) }.eachOnce
    }

    private func source(of indicators: [Indicator]) -> String {
        var titles: [String] = []
        for indicator in indicators {
            let source = plan.sources.first { $0.name == indicator.subject.source }
            if let source, !titles.contains(source.title) { titles.append(source.title) }
        }
        return titles.joined(separator: "; ")
    }

    // MARK: Peers

    /// Returns the charts of a table's rates, drawn from a table with one row for each area. The original table has the
    /// rates in columns, next to the counts.
    private func peers(_ chart: CompiledChart, _ id: String, _ groups: [String]) -> ChartSet {
        guard let layout = figures.layouts.first(where: { $0.id == id }),
            let table = tables.first(where: { $0.id == id })
        else { return ChartSet(table: .empty(chart.id), charts: []) }
        let rates = layout.columns.indices.filter { layout.columns[$0].measure == .rate }
        let sources = groups.compactMap { group in
            layout.rows.firstIndex { $0.indicator.name == group }.map { table.rows[$0] }
        }
        let rows = rates.map { column in
            let area = plan.areas.areas[layout.columns[column].area].shortName
            return FigureTable.Row(
                section: "", label: area, depth: 0, isTotal: layout.columns[column].area == plan.totalArea,
                figures: sources.map { $0.figures[column].moved(to: chart.id, row: area) })
        }
        let units = sources.map { $0.figures.first { $0.measure == .rate }?.unit.name ?? "" }
        let months = quarter.period.words
        return ChartSet(
            table: FigureTable(
                id: chart.id, title: tableTitle(of: chart), sectionHeading: nil, rowHeading: "Area",
                columns: zip(sources, units).map { row, unit in
                    FigureTable.Column(heading: "\(row.label), \(unit)", measure: .rate)
                }, rows: rows, source: table.source, notes: table.notes + chart.notes.map { words.fill($0) }),
            charts: zip(sources, units).enumerated().map { index, source in
                Chart(
                    // The title of the set says more than the label of a total.
                    title: source.0.isTotal
                        ? words.fill(chart.title) : "\(source.0.label) by area, \(source.1), \(months)",
                    kind: .columns, rowAxis: "Area", valueAxis: source.1.capitalisedFirst,
                    series: [Chart.Series(name: months, column: index)])
            })
    }

    // MARK: Shares

    /// Returns the charts of each row's share in the sum of the rows that are not totals, for each column of values.
    private func shares(_ chart: CompiledChart, _ id: String) -> ChartSet {
        guard let table = tables.first(where: { $0.id == id }) else {
            return ChartSet(table: .empty(chart.id), charts: [])
        }
        let parts = table.rows.filter { !$0.isTotal && $0.depth == 0 }
        let columns = table.columns.indices.filter { table.columns[$0].measure == .value }
        let sums = columns.map { column -> FigureValue in
            let numbers = parts.map { $0.figures[column].value.number }
            guard !numbers.contains(nil) else { return .missing(.partMissing) }
            return FigureValue { () throws(ArithmeticOverflow) in try Rational.sum(numbers.compactMap(\.self)) }
        }
        let isWithheld = columns.map { column in
            parts.contains { $0.figures[column].value == .missing(.confidential) }
        }
        let rows = parts.map { part in
            FigureTable.Row(
                section: "", label: part.label, depth: 0, isTotal: false,
                figures: columns.indices.map { index in
                    part.figures[columns[index]].share(
                        of: sums[index], isWithheld: isWithheld[index], in: chart.id)
                })
        }
        let title = words.fill(chart.title)
        return ChartSet(
            table: FigureTable(
                id: chart.id, title: tableTitle(of: chart), sectionHeading: nil, rowHeading: table.rowHeading,
                columns: columns.map {
                    FigureTable.Column(heading: "\(table.columns[$0].heading), share (%)", measure: .value)
                }, rows: rows, source: table.source, notes: table.notes + chart.notes.map { words.fill($0) }),
            charts: [
                Chart(
                    title: title, kind: .columns, rowAxis: table.rowHeading, valueAxis: "Share (%)",
                    series: columns.enumerated().map { index, column in
                        Chart.Series(
                            name: table.columns[column].heading, column: index,
                            isComparison: index < columns.count - 1)
                    })
            ])
    }
}

extension Figure {
    /// Returns the same figure in another table.
    fileprivate func moved(to table: String, row: String) -> Figure {
        Figure(
            table: table, section: "areas", row: row, area: area, measure: measure, period: period, value: value,
            unit: unit, decimals: decimals, markers: markers, rowsAtFault: rowsAtFault)
    }

    /// Returns the figure as a share of a sum; the share is missing when the sum is not known or is zero.
    fileprivate func share(of sum: FigureValue, isWithheld: Bool, in table: String) -> Figure {
        let value: FigureValue
        if let sum = sum.number, let number = self.value.number {
            value = FigureValue { () throws(ArithmeticOverflow) in try (number * Rational(100)).divided(by: sum) }
        } else {
            value = .missing(isWithheld ? .confidential : sum == .missing(.tooLarge) ? .tooLarge : .partMissing)
        }
        return Figure(
            table: table, section: "shares", row: row, area: area, measure: .value, period: period, value: value,
            unit: .percent, decimals: 1, markers: markers)
    }
}

extension FigureTable {
    /// Returns an empty table.
    fileprivate static func empty(_ id: String) -> FigureTable {
        FigureTable(
            id: id, title: id, sectionHeading: nil, rowHeading: "Row", columns: [], rows: [], source: "", notes: [])
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
