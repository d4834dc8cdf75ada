import Aggregation
import Core

/// What is not known about values. An unknown value is never counted as zero.
extension IndicatorEvaluator {
    /// Returns how many quarantined rows may belong to the selection; for clients, how many persons these rows may add.
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

    /// Returns how many quarantined rows may belong to the selected events.
    func rowsAtFault(in selection: CountedEvents) -> Int {
        facts.faults[selection.source]?.events.rows(in: selection.possible) ?? 0
    }

    /// Returns why the number of events is not known; nil when it is known. `total` is the number without the rows in
    /// quarantine.
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

    /// Whether too many rows of the categories have no place, compared with the rows that have a place in any area.
    /// This is checked for all the months together and for each month.
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

    /// Whether so many quarantined rows may be about clients of the area that none of the area's figures is known.
    /// Persons are counted, and compared with the number of persons in treatment in the window.
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
    /// Returns the selection limited to the month.
    func within(_ month: Month) -> CountedEvents {
        CountedEvents(
            source: source, categories: categories, flag: flag, months: Period(first: month, last: month), areas: areas)
    }

    /// The selection in a form for comparison with quarantined rows.
    fileprivate var possible: EventFaults.Selection {
        EventFaults.Selection(areas: areas, months: months, categories: categories, flag: flag)
    }
}
