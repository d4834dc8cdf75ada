public import Aggregation
public import Core

/// What a number that figures rest on is a count of. Two figures with one subject rest on one number, whatever names
/// tables use.
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
    /// The stages that clients are counted at: a share rests on those who are counted and on those of whom they are a share.
    var stages: [TreatmentStage] {
        switch self {
        case .inEffectiveTreatment: [.inEffectiveTreatment]
        case .successfulCompletion: [.completed, .inTreatment]
        case .representation: [.returned, .completedInFirstHalf]
        }
    }
}

extension IndicatorEvaluator {
    /// The numbers that the indicator's value in the period rests on: one, or two for a share of clients. Empty when the
    /// value is missing for another reason than that there were no persons.
    public func bases(of indicator: Indicator, _ role: PeriodRole, area: Int) -> [(
        subject: CountSubject, value: Rational
    )] {
        let value = value(indicator, role, area)
        switch value.selection {
        case .events(let events):
            // A zero that is not printed beside rows at fault is one that readers know: other numbers would be printed.
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

    /// Whether events of the category can be of the month: its code was in use.
    public func isInUse(_ category: Int, of source: String, in month: Month) -> Bool {
        facts.changingLists[source]?.isInUse(category, in: month) ?? true
    }

    /// Every cell of the counts of a source.
    public func forEachEvent(of source: String, _ body: (FactKey, Int) -> Void) {
        facts.events[source]?.cube.forEach(body)
    }

    /// The drug codes that any episode of the source has.
    public func drugCodes(of source: String) -> Set<UInt16>? {
        Set((facts.episodes[source] ?? []).lazy.flatMap(\.drugs))
    }

    /// The clients of an area by the stage that they reached in the twelve months that end with the month, and by groups.
    public func clients(
        of source: String, area: Int, groups: [TreatmentGroup], last: Month
    ) -> [(stage: TreatmentStage, groups: UInt64, clients: Int)] {
        TreatmentCohort.clients(
            facts.episodes[source] ?? [], area: area, groups: groups,
            window: Period(first: last.advanced(by: -11), last: last))
    }

    /// What a partner returned; nil when nothing, or a reason.
    public func returnedValue(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> Rational? {
        returnedRow(source, name, span, area: area)?.value
    }
}
