import Aggregation
public import Tabular

/// What a number that figures rest on is a count of. Two figures with one subject rest on one number, whatever their
/// tables call it.
public enum CountSubject: Hashable, Sendable {
    /// Events of the categories, with the flag when there is one, in the months of the areas.
    case events(source: String, categories: Set<Int>, flag: UInt16?, months: Period, areas: [Int])
    /// Clients of the area in the twelve months that end with the month.
    case treatment(source: String, measure: TreatmentMeasure, group: String, last: Month, area: Int)
    /// Returns of the area, added up over the spans.
    case returned(source: String, name: String, spans: [ReturnedValue.Span], area: Int)

    /// The source.
    public var source: String {
        switch self {
        case .events(let source, _, _, _, _), .treatment(let source, _, _, _, _), .returned(let source, _, _, _): source
        }
    }
}

extension Measure {
    /// The periods of the numbers that a figure rests on, in a column of the period.
    public func bases(_ role: PeriodRole) -> [PeriodRole] {
        switch self {
        case .value, .rate: [role]
        case .difference, .percentDifference, .direction: [.quarter, .yearBefore]
        case .variation: [.quarter]
        case .target: []
        }
    }
}

extension IndicatorEvaluator {
    /// What the indicator counts in the period.
    public func subject(of indicator: Indicator, _ role: PeriodRole, area: Int) -> CountSubject {
        switch indicator.subject {
        case .events(let source, let categories, let flag):
            .events(
                source: source, categories: categories, flag: flag, months: role.months(for: quarter),
                areas: areas.parts[area])
        case .treatment(let source, let measure, let group):
            .treatment(
                source: source, measure: measure, group: group.name, last: role.months(for: quarter).last, area: area)
        case .returned(let source, let name):
            .returned(
                source: source, name: name,
                spans: returnedSpans(source, name, indicator.kind, role, area: area), area: area)
        }
    }

    /// The numbers of persons or events that decide whether the indicator's value may be told: the value itself, or the
    /// numbers that it is a share of.
    public func decidingCounts(of indicator: Indicator, _ role: PeriodRole, area: Int, value: Rational) -> [Rational] {
        guard case .clients(let clients) = self.value(indicator, role, area).selection,
            let numbers = clients.numbers, let base = numbers.base
        else { return [value] }
        return [Rational(numbers.counted), Rational(base)]
    }

    /// The evaluator of another quarter on the same facts, with the targets of this one.
    public func at(_ quarter: FinancialQuarter) -> IndicatorEvaluator {
        IndicatorEvaluator(
            facts: facts, quarter: quarter, areas: areas, denominators: denominators, targets: targets,
            provisionalQuarters: provisionalQuarters, smallBase: smallBase)
    }
}

/// What disclosure control must know of the facts.
extension IndicatorEvaluator {
    /// The short name of an area.
    public func areaName(_ area: Int) -> String { areas.areas[area].shortName }

    /// The name of a period.
    public func name(_ role: PeriodRole) -> String { role.name(for: quarter) }

    /// Every cell of the counts of a source.
    public func forEachEvent(of source: String, _ body: (FactKey, Int) -> Void) {
        facts.events[source]?.cube.forEach(body)
    }

    /// What a partner returned; nil when nothing, or a reason.
    public func returnedValue(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> Rational? {
        returnedRow(source, name, span, area: area)?.value
    }
}
