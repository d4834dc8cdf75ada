import Aggregation
import Core

/// The values of indicators in an area and a period, before a measure is applied.
extension IndicatorEvaluator {
    func value(_ indicator: Indicator, _ role: PeriodRole, _ area: Int) -> IndicatorValue {
        let (value, selection): (FigureValue, IndicatorValue.Selection) =
            switch indicator.subject {
            case .events(let source, let categories, let flag):
                eventCount(
                    CountedEvents(
                        source: source, categories: categories, flag: flag, months: role.months(for: quarter),
                        areas: areas.parts[area]))
            case .treatment(let source, let measure, let group): treatment(source, measure, group, role, area)
            case .returned(let source, let name): returned(source, name, indicator.kind, role, area)
            }
        return IndicatorValue(
            value: value, selection: selection, period: role.name(for: quarter), rowsAtFault: rowsAtFault(in: selection)
        )
    }

    private func eventCount(_ selection: CountedEvents) -> (FigureValue, IndicatorValue.Selection) {
        (eventCount(selection), .events(selection))
    }

    func eventCount(_ selection: CountedEvents) -> FigureValue {
        guard !selection.categories.isEmpty else { return .missing(.notDivided) }
        if let reason = reasonWhyMissing(selection) { return .missing(reason) }
        let total = total(of: selection)
        if isUndivided(selection, counted: total) { return .missing(.notDivided) }
        if let reason = reasonWhyUnknown(selection, counted: total) { return .missing(reason) }
        return .number(Rational(total))
    }

    private func total(of selection: CountedEvents) -> Int {
        func total(_ flag: UInt16?) -> Int {
            selection.areas.reduce(0) { sum, area in
                sum
                    + (facts.events[selection.source]?.count(
                        area: area, selection.months, categories: selection.categories, flag: flag) ?? 0)
            }
        }
        guard let lacked = selection.flag.flatMap(FlagBits.lacked) else { return total(selection.flag) }
        return total(nil) - total(lacked)
    }

    /// Whether so many events may belong to the selection that its number is not known, because their codes do not say
    /// to which sub-group they belong. `counted` is the number without them.
    private func isUndivided(_ selection: CountedEvents, counted: Int) -> Bool {
        guard let list = facts.partialLists[selection.source] else { return false }
        let others = list.undivided(beside: selection.categories)
        guard !others.isEmpty else { return false }
        let undivided = total(
            of: CountedEvents(
                source: selection.source, categories: others, flag: selection.flag, months: selection.months,
                areas: selection.areas))
        if undivided > 0, counted == 0 { return true }
        let limits = facts.faults[selection.source]?.limits ?? UncertaintyLimits()
        return limits.isExceeded(by: undivided, beside: counted)
    }

    /// Returns how many events are counted, whether or not the number is known to be complete. Nil for a selection of
    /// clients or returns.
    func eventTotal(_ selection: IndicatorValue.Selection) -> Int? {
        guard case .events(let events) = selection else { return nil }
        return total(of: events)
    }

    /// Returns why nothing can be counted. A month was not delivered, or was delivered only in part. The source counts
    /// longer periods. Or it did not use the categories in every month.
    private func reasonWhyMissing(_ selection: CountedEvents) -> MissingReason? {
        let (source, months) = (selection.source, selection.months)
        if let list = facts.partialLists[source],
            !months.months.allSatisfy({ list.divides(selection.categories, in: $0) })
        {
            return .notDivided
        }
        guard let facts = facts.events[source] else { return .notDelivered(source: source, month: months.first) }
        for area in selection.areas {
            guard facts.divide(months) else { return .coarserInTime }
            if let month = facts.firstMonthMissing(area: area, months) {
                // Quarantined rows of other areas do not explain why this area's month is missing.
                let own = CountedEvents(
                    source: source, categories: selection.categories, flag: selection.flag, months: selection.months,
                    areas: [area])
                return rowsAtFault(in: own.within(month)) > 0
                    ? .rowsAtFault(source: source) : .notDelivered(source: source, month: month)
            }
            if let partial = facts.firstMonthPartial(area: area, months) {
                return .partial(source: source, month: partial.month, shorthand: partial.shorthand)
            }
        }
        return nil
    }

    private func treatment(
        _ source: String, _ measure: TreatmentMeasure, _ group: TreatmentGroup, _ role: PeriodRole, _ area: Int
    ) -> (FigureValue, IndicatorValue.Selection) {
        let last = role.months(for: quarter).last
        let window = Period(first: last.advanced(by: -11), last: last)
        func selection(_ clients: ClientShare?) -> IndicatorValue.Selection {
            .clients(
                CountedClients(
                    source: source, measure: measure, group: group, window: window, area: area, clients: clients))
        }
        guard let episodes = facts.episodes[source], episodes.contains(where: { $0.area == area }) else {
            return (.missing(.notDelivered(source: source, month: last)), selection(nil))
        }
        if let (days, rule) = facts.treatmentDays[source], rule.expects(last, ofArea: area),
            !rule.reachesEnd(of: last, days)
        {
            let reason: MissingReason =
                days.touches(Period(first: last.advanced(by: -2), last: last))
                ? .partial(source: source, month: last, shorthand: rule.shorthand)
                : .notDelivered(source: source, month: last)
            return (.missing(reason), selection(nil))
        }
        let cohort = TreatmentCohort(episodes, area: area, group: group, window: window)
        if hidesClients(source, episodes, area: area, window) {
            return (.missing(.rowsAtFault(source: source)), selection(nil))
        }
        let clients =
            switch measure {
            case .inEffectiveTreatment: cohort.effectivelyTreated
            case .successfulCompletion: cohort.completers
            case .representation: cohort.returners
            }
        let value =
            measure == .inEffectiveTreatment
            ? .number(Rational(clients.counted.count)) : Self.percentage(clients.proportion)
        return (value, selection(clients))
    }

    private static func percentage(_ proportion: ClientProportion) -> FigureValue {
        guard let share = proportion.share else { return .missing(.nobody) }
        return FigureValue { () throws(ArithmeticOverflow) in try share * Rational(100) }
    }

    private func returned(
        _ source: String, _ name: String, _ kind: IndicatorKind, _ role: PeriodRole, _ area: Int
    ) -> (FigureValue, IndicatorValue.Selection) {
        let spans = returnedSpans(source, name, kind, role, area: area)
        let selection = CountedReturns(source: source, name: name, spans: spans, area: area)
        return (sum(of: selection), .returns(selection))
    }

    private func sum(of selection: CountedReturns) -> FigureValue {
        var values: [Rational] = []
        for span in selection.spans {
            if let faults = facts.faults[selection.source],
                faults.returns(selection.name, area: selection.area, span) > 0
            {
                return .missing(.rowsAtFault(source: selection.source))
            }
            let match = returnedRow(selection.source, selection.name, span, area: selection.area)
            guard let match else { return .missing(.notReturned) }
            guard let value = match.value else { return .missing(.partner(match.reason ?? "")) }
            values.append(value)
        }
        return FigureValue { () throws(ArithmeticOverflow) in try Rational.sum(values) }
    }
}
