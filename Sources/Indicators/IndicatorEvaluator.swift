import Aggregation
public import Tabular

/// Evaluates indicators on the facts for the quarter of a report.
public struct IndicatorEvaluator: Sendable {
    private let facts: SourceFacts
    let quarter: FinancialQuarter
    private let areas: AreaTable
    private let denominators: Denominators
    private let targets: [String: Target]
    /// For so many quarters figures of a source are provisional: 1 for the newest alone.
    let provisionalQuarters: [String: Int]

    /// An evaluator. `targets` are those of the quarter's financial year, by indicator; `provisionalQuarters` are by
    /// source.
    public init(
        facts: SourceFacts, quarter: FinancialQuarter, areas: AreaTable, denominators: Denominators,
        targets: [String: Target], provisionalQuarters: [String: Int] = [:]
    ) {
        self.facts = facts
        self.quarter = quarter
        self.areas = areas
        self.denominators = denominators
        self.targets = targets
        self.provisionalQuarters = provisionalQuarters
    }

    /// What the measure says of the indicator, and in which unit.
    public func evaluate(_ indicator: Indicator, _ measure: Measure, _ role: PeriodRole, area: Int) -> (
        FigureValue, FigureUnit
    ) {
        switch measure {
        case .value: (value(indicator, role, area), indicator.unit)
        case .target: target(indicator)
        case .rate: rate(indicator, role, area)
        case .difference: difference(indicator, area)
        case .percentDifference: (percentDifference(indicator, area), .percent)
        }
    }

    // MARK: Measures

    private func target(_ indicator: Indicator) -> (FigureValue, FigureUnit) {
        guard let target = targets[indicator.name] else { return (.missing(.notApplicable), .words) }
        let unit: FigureUnit =
            switch target.aim {
            case .reduce, .increase, .monitor: .words
            case .number: indicator.unit
            case .percentage, .relative: .percent
            }
        return (.target(target), unit)
    }

    private func rate(_ indicator: Indicator, _ role: PeriodRole, _ area: Int) -> (FigureValue, FigureUnit) {
        guard let name = indicator.denominator, let denominator = denominators.byName[name] else {
            return (.missing(.noDenominator), .rate(denominator: "persons"))
        }
        let unit = FigureUnit.rate(denominator: denominator.title)
        switch value(indicator, role, area) {
        case .missing(let reason): return (.missing(reason), unit)
        case .target: return (.missing(.notApplicable), unit)
        case .number(let count):
            guard indicator.kind == .count else { return (.missing(.notApplicable), unit) }
            guard let base = denominator.values[area],
                let rate = (count * Rational(1000)).divided(by: Rational(base))
            else { return (.missing(.noDenominator), unit) }
            return (.number(rate), unit)
        }
    }

    private func difference(_ indicator: Indicator, _ area: Int) -> (FigureValue, FigureUnit) {
        let unit: FigureUnit = indicator.kind == .proportion ? .percentagePoints : indicator.unit
        guard indicator.kind != .cumulative else { return (.missing(.notCompared), unit) }
        guard let now = value(indicator, .quarter, area).number, let before = value(indicator, .yearBefore, area).number
        else { return (.missing(.partMissing), unit) }
        return (.number(now - before), unit)
    }

    private func percentDifference(_ indicator: Indicator, _ area: Int) -> FigureValue {
        switch indicator.kind {
        case .cumulative: return .missing(.notCompared)
        // A percentage of a percentage misleads: the difference in points says what there is to say.
        case .proportion: return .missing(.notApplicable)
        case .count, .rollingCount: break
        }
        guard let now = value(indicator, .quarter, area).number, let before = value(indicator, .yearBefore, area).number
        else { return .missing(.partMissing) }
        guard let change = ((now - before) * Rational(100)).divided(by: before) else {
            return .missing(.changeFromZero)
        }
        return .number(change)
    }

    // MARK: Values

    private func value(_ indicator: Indicator, _ role: PeriodRole, _ area: Int) -> FigureValue {
        switch indicator.subject {
        case .events(let source, let categories, let flag):
            eventCount(source, categories, flag, role.months(for: quarter), area)
        case .treatment(let source, let measure, let group): treatment(source, measure, group, role, area)
        case .returned(let source, let name): returned(source, name, indicator.kind, role, area)
        }
    }

    func eventCount(
        _ source: String, _ categories: Set<Int>, _ flag: UInt16?, _ months: Period, _ area: Int
    ) -> FigureValue {
        guard !categories.isEmpty else { return .missing(.notDivided) }
        var total = 0
        for part in areas.parts[area] {
            guard let facts = facts.events[source] else {
                return .missing(.notDelivered(source: source, month: months.first))
            }
            guard facts.divide(months) else { return .missing(.coarserInTime) }
            if let month = facts.firstMonthMissing(area: part, months) {
                return .missing(.notDelivered(source: source, month: month))
            }
            if let partial = facts.firstMonthPartial(area: part, months) {
                return .missing(.partial(source: source, month: partial.month, shorthand: partial.shorthand))
            }
            total += facts.count(area: part, months, categories: categories, flag: flag)
        }
        return .number(Rational(total))
    }

    private func treatment(
        _ source: String, _ measure: TreatmentMeasure, _ group: TreatmentGroup, _ role: PeriodRole, _ area: Int
    ) -> FigureValue {
        let last = role.months(for: quarter).last
        guard let episodes = facts.episodes[source], episodes.contains(where: { $0.area == area }) else {
            return .missing(.notDelivered(source: source, month: last))
        }
        if let (days, rule) = facts.treatmentDays[source], rule.expects(last, ofArea: area),
            !rule.reachesEnd(of: last, days)
        {
            return .missing(
                days.touches(Period(first: last.advanced(by: -2), last: last))
                    ? .partial(source: source, month: last, shorthand: rule.shorthand)
                    : .notDelivered(source: source, month: last))
        }
        let window = Period(first: last.advanced(by: -11), last: last)
        let cohort = TreatmentCohort(episodes, area: area, group: group, window: window)
        switch measure {
        case .inEffectiveTreatment: return .number(Rational(cohort.inEffectiveTreatment))
        case .successfulCompletion: return Self.percentage(cohort.successfulCompletion)
        case .representation: return Self.percentage(cohort.representation)
        }
    }

    private static func percentage(_ proportion: ClientProportion) -> FigureValue {
        guard let share = proportion.share else { return .missing(.nobody) }
        return .number(share * Rational(100))
    }

    private func returned(
        _ source: String, _ name: String, _ kind: IndicatorKind, _ role: PeriodRole, _ area: Int
    ) -> FigureValue {
        let spans: [ReturnedValue.Span] =
            switch role {
            case .baseline: [.year(quarter.year.previous)]
            case .yearBefore: [.quarter(quarter.yearBefore)]
            case .quarter: [.quarter(quarter)]
            case .yearToDate:
                // Only counts of a period add up; a share or a position stands as it stood last.
                kind == .count
                    ? (1...quarter.number).compactMap { FinancialQuarter(year: quarter.year, number: $0) }.map {
                        .quarter($0)
                    }
                    : [.quarter(quarter)]
            }
        var total = Rational(0)
        for span in spans {
            let match = facts.returns[source]?.first { $0.indicator == name && $0.area == area && $0.span == span }
            guard let match else { return .missing(.notReturned) }
            guard let value = match.value else { return .missing(.partner(match.reason ?? "")) }
            total = total + value
        }
        return .number(total)
    }
}
