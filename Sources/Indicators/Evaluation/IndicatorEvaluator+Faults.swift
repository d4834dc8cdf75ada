import Aggregation
import Core

/// What is not known of values: unknown is never zero.
extension IndicatorEvaluator {
    /// How many quarantined rows may belong to what is selected.
    func rowsAtFault(in selection: IndicatorValue.Selection) -> Int {
        switch selection {
        case .events(let events): rowsAtFault(in: events)
        case .clients(let clients):
            facts.faults[clients.source]?.clients(ofArea: clients.area, upTo: clients.window.last.lastDay) ?? 0
        case .returns(let returns):
            returns.spans.reduce(0) { sum, span in
                sum + (facts.faults[returns.source]?.returns(returns.name, area: returns.area, span) ?? 0)
            }
        }
    }

    /// How many quarantined rows may be among the events.
    func rowsAtFault(in selection: CountedEvents) -> Int {
        facts.faults[selection.source]?.events.rows(in: selection.possible) ?? 0
    }

    /// Why the number of events, which is `total` without the rows in quarantine, is not known; nil when it is.
    func reasonWhyUnknown(_ selection: CountedEvents, counted total: Int) -> MissingReason? {
        guard let faults = facts.faults[selection.source] else { return nil }
        if !faults.events.isEmpty {
            var rows: [Int: [Month: Int]] = [:]
            let hides = faults.events.hide(selection.possible, counted: total, faults.limits) { area, month in
                let own = rows[area] ?? facts.events[selection.source]?.rowsByMonth(ofArea: area) ?? [:]
                rows[area] = own
                return own[month] ?? 0
            }
            if hides { return .rowsAtFault(source: selection.source) }
        }
        if faults.lacksCell(areas: selection.areas, selection.months, selection.categories) {
            return .notPublishedAgain(source: selection.source)
        }
        if faults.unassignedAboveLimit(areas: selection.areas, selection.months) != nil {
            return .unassigned(source: selection.source)
        }
        return hidesPlaces(selection, faults) ? .unplaced(source: selection.source) : nil
    }

    /// Whether so many rows of the categories have no place, in the months or in one of them, beside those of all areas.
    private func hidesPlaces(_ selection: CountedEvents, _ faults: SourceFaults) -> Bool {
        let unplaced = faults.unplaced(selection.months, selection.categories, flag: selection.flag)
        guard !unplaced.isEmpty, let events = facts.events[selection.source] else { return false }
        let placed = events.areas.reduce(into: [Month: Int]()) { sum, area in
            let own = events.countByMonth(area: area, categories: selection.categories, flag: selection.flag)
            sum.merge(own.filter { selection.months.contains($0.key) }, uniquingKeysWith: +)
        }
        return faults.limits.isExceeded(
            byUnplaced: unplaced.values.reduce(0, +), beside: placed.values.reduce(0, +), inMonth: false)
            || unplaced.contains { month, rows in
                faults.limits.isExceeded(byUnplaced: rows, beside: placed[month] ?? 0, inMonth: true)
            }
    }

    /// Whether so many quarantined rows may be about clients of the area that none of its figures is known: judged by
    /// persons, beside those who are in treatment in the window.
    func hidesClients(_ source: String, _ episodes: [Episode], area: Int, _ window: Period) -> Bool {
        guard let faults = facts.faults[source], !faults.clients.isEmpty else { return false }
        let (first, last) = (window.first.firstDay, window.last.lastDay)
        let persons = Set(
            episodes.lazy.filter { episode in
                episode.area == area && episode.triage <= last && episode.discharge.map { $0 >= first } ?? true
            }.map(\.person))
        return faults.limits.isExceeded(by: faults.clients(ofArea: area, upTo: last), beside: persons.count)
    }
}

extension CountedEvents {
    /// What of the selection is of the month.
    func within(_ month: Month) -> CountedEvents {
        CountedEvents(
            source: source, categories: categories, flag: flag, months: Period(first: month, last: month), areas: areas)
    }

    /// The selection as quarantined rows are compared with it.
    fileprivate var possible: EventFaults.Selection {
        EventFaults.Selection(areas: areas, months: months, categories: categories, flag: flag)
    }
}
