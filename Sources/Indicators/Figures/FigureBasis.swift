public import Aggregation
public import Core

/// What a count counts, for the figures that rest on it. Figures with the same subject rest on the same number,
/// whatever the figures are called in tables.
public enum CountSubject: Hashable, Sendable {
    case events(CountedEvents)
    /// Clients of the area who reached the stage in the twelve months that end with the month.
    case clients(source: String, stage: TreatmentStage, group: TreatmentGroup, last: Month, area: Int)
    case returned(CountedReturns)

    /// The source.
    public var source: String {
        switch self {
        case .events(let events): events.source
        case .clients(let source, _, _, _, _): source
        case .returned(let returns): returns.source
        }
    }
}

extension TreatmentMeasure {
    /// The stages at which clients are counted. A share rests on two counts: its numerator and its denominator.
    var stages: [TreatmentStage] {
        switch self {
        case .inEffectiveTreatment: [.inEffectiveTreatment]
        case .successfulCompletion: [.completed, .inTreatment]
        case .representation: [.returned, .completedInFirstHalf]
        }
    }
}

extension IndicatorEvaluator {
    /// Returns the numbers that the indicator's value in the period rests on: one, or two for a share of clients. Empty
    /// when the value is missing, unless there were no persons or readers can infer a zero.
    public func bases(of indicator: Indicator, _ role: PeriodRole, area: Int) -> [(
        subject: CountSubject, value: Rational
    )] {
        let value = value(indicator, role, area)
        switch value.selection {
        case .events(let events):
            // If a zero is not printed because of quarantined rows, readers can infer it: with the same quarantined
            // rows, other numbers would be printed.
            let isHiddenZero =
                value.value == .missing(.rowsAtFault(source: events.source)) && eventTotal(value.selection) == 0
            return (value.value.number ?? (isHiddenZero ? Rational(0) : nil)).map { [(.events(events), $0)] } ?? []
        case .clients(let selection):
            guard let clients = selection.clients else { return [] }
            let numbers = [clients.counted.count] + (clients.base.map { [$0.count] } ?? [])
            return zip(selection.measure.stages, numbers).map { stage, number in
                (
                    .clients(
                        source: selection.source, stage: stage, group: selection.group, last: selection.window.last,
                        area: selection.area), Rational(number)
                )
            }
        case .returns(let returns): return value.value.number.map { [(.returned(returns), $0)] } ?? []
        }
    }

    /// Returns an evaluator for another quarter, with the same facts and targets but without series breaks.
    public func at(_ quarter: FinancialQuarter) -> IndicatorEvaluator {
        IndicatorEvaluator(
            facts: facts, quarter: quarter, areas: areas, denominators: denominators, targets: targets,
            provisionalQuarters: provisionalQuarters, smallBase: smallBase)
    }
}

/// What disclosure control must know about the facts.
extension IndicatorEvaluator {
    /// Returns the short name of an area.
    public func areaName(_ area: Int) -> String { areas.areas[area].shortName }

    /// Returns the name of a period.
    public func name(_ role: PeriodRole) -> String { role.name(for: quarter) }

    /// Whether the category's code was in use in the month, so that events of the category are possible.
    public func isInUse(_ category: Int, of source: String, in month: Month) -> Bool {
        facts.partialLists[source]?.isInUse(category, in: month) ?? true
    }

    /// Calls the closure for every cell of a source's counts.
    public func forEachEvent(of source: String, _ body: (FactKey, Int) -> Void) {
        facts.events[source]?.cube.forEach(body)
    }

    /// Returns the drug codes that occur in the source's episodes.
    public func drugCodes(of source: String) -> Set<UInt16>? {
        Set((facts.episodes[source] ?? []).lazy.flatMap(\.drugs))
    }

    /// Returns the number of clients of an area, by groups and by the stage reached in the twelve months to `last`.
    public func clients(
        of source: String, area: Int, groups: [TreatmentGroup], last: Month
    ) -> [(stage: TreatmentStage, groups: UInt64, clients: Int)] {
        TreatmentCohort.clients(
            facts.episodes[source] ?? [], area: area, groups: groups,
            window: Period(first: last.advanced(by: -11), last: last))
    }

    /// Returns the value that a partner sent; nil when the partner sent nothing, or sent a reason instead of a value.
    public func returnedValue(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> Rational? {
        returnedRow(source, name, span, area: area)?.value
    }
}
