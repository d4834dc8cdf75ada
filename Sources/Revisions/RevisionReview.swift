import Aggregation
package import Core
package import Indicators
import Intake
package import Records
package import ReleaseStore
package import Releases

/// Compares the figures of a run with those of an issued release, and finds the causes of the differences. The issued
/// figures come from `figures.csv`. The extracts of the release are read again from the landing folder, so that changes
/// by the definition are kept apart from changes by rows.
package struct RevisionReview {
    private let plan: PipelinePlan
    private let previous: ReleaseFolder
    private let quarter: FinancialQuarter
    /// Evaluates the current indicators on the rows of the issued release.
    private let before: IndicatorEvaluator
    /// The effects of later rows, by source.
    private let revisions: [String: SourceRevision]
    /// The sources with an extract that no longer exists.
    private let gone: Set<String>
    private let made: RevisionCause
    /// The sources for which no numbers of rows are shown.
    private let confidential: Set<String>

    /// Creates a review of the quarter's figures. Throws if earlier extracts cannot be read again.
    package init(
        plan: PipelinePlan, basis: RevisionBasis, previous: ReleaseFolder, quarter: FinancialQuarter,
        program: ProgramVersion, confidential: Set<String>, threads: Int
    ) async throws {
        self.confidential = confidential
        self.plan = plan
        self.previous = previous
        self.quarter = quarter
        let (old, gone) = try await basis.extracts(of: previous.manifest, plan)
        self.gone = gone
        let resolved = try await ResolvedExtracts(old.compactMap(\.self), plan: plan, threads: threads)
        before = plan.evaluator(of: resolved.facts, for: quarter)
        var revisions: [String: SourceRevision] = [:]
        for (index, source) in plan.sources.enumerated() {
            // Only rows that are cells can be compared.
            guard source.records.rowsAreCells else { continue }
            let own = basis.corrected.indices.filter { basis.corrected[$0].source == index }
            revisions[source.name] = await SourceRevision(
                before: own.map { old[$0] }, now: own.map { basis.corrected[$0] }, source: source,
                threads: threads)
        }
        self.revisions = revisions
        made = Self.maker(previous.manifest, plan, program)
    }

    /// Returns the cause of changes in figures from the same rows.
    private static func maker(_ old: Manifest, _ plan: PipelinePlan, _ program: ProgramVersion) -> RevisionCause {
        let isSameProgram = old.program.name == program.name && old.program.version == program.version
        let isSameDefinition =
            old.definition.files.map { [$0.path, $0.sha256] } == plan.files.map { [$0.path, $0.sha256] }
        switch (isSameProgram, isSameDefinition) {
        case (false, false): return .definitionAndProgram
        case (true, _): return .definition
        case (false, true): return .program
        }
    }

    /// Returns the figures of the tables that were issued with another value. `layouts` are the layouts from which the
    /// tables were made.
    package func revisions(of tables: [FigureTable], _ layouts: [TableLayout]) -> [FigureRevision] {
        let issued = Dictionary(
            previous.figures.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let then = ReleasedDirections(previous.figures.all, quarter: quarter)
        let now = ReleasedDirections(tables.flatMap(\.figures).map(PublishedFigure.init), quarter: quarter)
        var found: [FigureRevision] = []
        for (table, layout) in zip(tables, layouts) {
            for (row, rowLayout) in zip(table.rows, layout.rows) {
                for (figure, column) in zip(row.figures, layout.columns) {
                    let new = PublishedFigure(figure)
                    guard let old = issued[new.key], !new.says(old), !new.isConfidential, !old.isConfidential
                    else { continue }
                    found.append(
                        FigureRevision(
                            figure: figure, previousValue: old.value, previousDisplay: old.plainDisplay,
                            shares: shares(of: figure, old, rowLayout.indicator, column),
                            direction: DirectionRevision(
                                was: then.direction(of: new.key), now: now.direction(of: new.key))))
                }
            }
        }
        return found
    }

    private func shares(
        of figure: Figure, _ old: PublishedFigure, _ indicator: Indicator, _ column: TableLayout.Column
    ) -> [FigureRevision.Share] {
        let (then, _) = before.evaluate(indicator, column.measure, column.period, area: column.area)
        let addsUp = isAdditive(indicator, column.measure)
        guard !gone.contains(indicator.subject.source) else {
            return [.init(.extractGone, addsUp ? change(old.number, figure.value) : nil)]
        }
        var shares: [FigureRevision.Share] = []
        if !PublishedFigure(figure.with(then)).says(old) {
            let cause = isOfDenominator(old, indicator, column) ? .denominator : made
            shares.append(.init(cause, addsUp ? change(old.number, then) : nil))
        }
        if then != figure.value { shares += laterRows(indicator, column, then, figure.value) }
        guard confidential.contains(indicator.subject.source) else { return shares }
        // Numbers of rows, and causes such as cancelled rows, show more than the figures do. Together with a total that
        // fell by one, they would reveal a withheld number.
        var causes: [RevisionCause] = []
        for cause in shares.map({ $0.cause.isOfRows ? .restatedCounts : $0.cause }) where !causes.contains(cause) {
            causes.append(cause)
        }
        return causes.map { .init($0, nil) }
    }

    /// Returns the changes to the figure by rows that were delivered since the release.
    private func laterRows(
        _ indicator: Indicator, _ column: TableLayout.Column, _ then: FigureValue, _ now: FigureValue
    ) -> [FigureRevision.Share] {
        let change = isAdditive(indicator, column.measure) ? change(then.number, now) : nil
        switch indicator.subject {
        case .treatment: return [.init(.treatmentRows, change)]
        case .returned: return [.init(.restatedReturn, change)]
        case .events(let source, let categories, let flag):
            guard let revision = revisions[source] else { return [.init(.restatedCounts, change)] }
            // If the figure has no number from the earlier or from the current rows, the cause is late rows. This holds
            // even if some of its months were known.
            guard then.number != nil, now.number != nil else { return [.init(.lateRows, change)] }
            let periods = column.measure.definition.periods(column.period)
            func weight(_ cube: FactCube, _ roles: [PeriodRole]) -> Int {
                let facts = EventFacts(cube)
                return roles.map { $0.months(for: quarter) }.reduce(0) { sum, months in
                    plan.areas.parts[column.area].reduce(sum) {
                        $0 + facts.count(area: $1, months, categories: categories, flag: flag)
                    }
                }
            }
            return revision.deltas.sorted { $0.key < $1.key }.compactMap { cause, cube in
                let added = weight(cube, periods.counted)
                let taken = weight(cube, periods.compared)
                guard added != 0 || taken != 0 else { return nil }
                return .init(cause, change == nil ? nil : Rational(added - taken))
            }
        }
    }

    /// Returns whether the figure is made of counts that add up, so that each cause has a size.
    private func isAdditive(_ indicator: Indicator, _ measure: Measure) -> Bool {
        guard indicator.kind == .count || indicator.kind == .rollingCount else { return false }
        return measure.definition.addsUp
    }

    private func change(_ before: Rational?, _ after: FigureValue) -> Rational? {
        guard let before, let after = after.number else { return nil }
        return try? after - before
    }

    /// Returns whether a rate differs although the count behind it is the same as in the issued release.
    private func isOfDenominator(_ old: PublishedFigure, _ indicator: Indicator, _ column: TableLayout.Column) -> Bool {
        guard column.measure.isRate else { return false }
        let key = old.key.with(measure: Measure.value.rawValue)
        let count = previous.figures.all.first { $0.key == key }
        let (value, _) = before.evaluate(indicator, .value, column.period, area: column.area)
        return count?.number != nil && count?.number == value.number
    }
}

extension Figure {
    fileprivate func with(_ value: FigureValue) -> Figure {
        Figure(
            table: table, section: section, row: row, area: area, measure: measure, period: period, value: value,
            unit: unit, decimals: decimals, subject: subject, areaCode: areaCode)
    }
}
