public import Tabular

/// The persons in treatment of one area, as they stood at the end of a window of twelve months: later triages are not
/// known yet, and a later discharge has not happened yet.
public struct TreatmentCohort: Sendable {
    /// In effective treatment: twelve weeks.
    static let effectiveDays = 84
    /// Treatment is continuous over a gap of at most so many days.
    static let bridgedDays = 21
    /// Re-presentation is looked for during so many calendar months after discharge.
    static let representationMonths = 6

    private struct Spell {
        let triage: CalendarDate
        let discharge: CalendarDate?
        let successful: Bool
    }

    private struct Journey {
        var start: CalendarDate
        /// Nil while it goes on.
        var end: CalendarDate?
        /// Whether the episode that ended it did so successfully.
        var successful: Bool
    }

    private let persons: [(key: RecordKey, spells: [Spell])]
    private let window: Period

    /// The persons of the area and group. `window` is the twelve months.
    public init(_ episodes: [Episode], area: Int, group: TreatmentGroup, window: Period) {
        let end = window.last.lastDay
        var spells: [RecordKey: [Spell]] = [:]
        var members: Set<RecordKey> = []
        for episode in episodes where episode.area == area && episode.triage <= end {
            let discharge = episode.discharge.flatMap { $0 <= end ? $0 : nil }
            spells[episode.person, default: []].append(
                Spell(triage: episode.triage, discharge: discharge, successful: discharge != nil && episode.successful))
            if episode.drugs.contains(where: group.contains) { members.insert(episode.person) }
        }
        persons = spells.filter { members.contains($0.key) }.map { ($0.key, $0.value) }
        self.window = window
    }

    /// How many clients are in effective treatment.
    public var inEffectiveTreatment: Int { effectivelyTreated.counted.count }
    /// How many clients completed treatment, out of how many.
    public var successfulCompletion: ClientProportion { completers.proportion }
    /// How many clients came back, out of how many.
    public var representation: ClientProportion { returners.proportion }

    /// Clients in effective treatment in the window: in treatment for twelve weeks by its end, or left earlier having
    /// completed successfully. They are a number, not a share.
    public var effectivelyTreated: ClientShare {
        let (first, last) = (window.first.firstDay, window.last.lastDay)
        let clients = clients { spells in
            Self.journeys(spells).contains { journey in
                guard journey.end.map({ $0 >= first }) ?? true else { return false }
                let days = (journey.end ?? last).days(since: journey.start)
                return days >= Self.effectiveDays || (journey.end != nil && journey.successful)
            }
        }
        return ClientShare(counted: clients, of: nil)
    }

    /// Clients who completed treatment successfully in the window, out of all who were in treatment in it.
    public var completers: ClientShare {
        let (first, last) = (window.first.firstDay, window.last.lastDay)
        return ClientShare(
            counted: clients { spells in Self.completions(spells).contains { (first...last).contains($0) } },
            of: clients { spells in spells.contains { $0.discharge.map { $0 >= first } ?? true } })
    }

    /// Of the clients who completed in the first six months of the window, those who came back: a new triage on or
    /// after the discharge and before the same day six calendar months on.
    public var returners: ClientShare {
        let half = window.first.firstDay...window.first.advanced(by: 5).lastDay
        return ClientShare(
            counted: clients { spells in
                Self.completions(spells).contains { discharge in
                    guard half.contains(discharge) else { return false }
                    let limit = discharge.adding(months: Self.representationMonths)
                    return spells.contains { Self.isReturn($0, after: discharge, spells) && $0.triage < limit }
                }
            }, of: clients { spells in Self.completions(spells).contains { half.contains($0) } })
    }

    private func clients(_ condition: ([Spell]) -> Bool) -> Set<RecordKey> {
        Set(persons.filter { condition($0.spells) }.map(\.key))
    }

    /// Whether the spell began on or after the discharge. One that began and ended on the day of the discharge is the
    /// spell that the discharge ended, or one like it, and not a return.
    private static func isReturn(_ spell: Spell, after discharge: CalendarDate, _ spells: [Spell]) -> Bool {
        spell.triage >= discharge && !(spell.triage == discharge && spell.discharge == discharge)
    }

    /// The days on which the person left treatment successfully: a successful discharge with no other spell open
    /// across it.
    private static func completions(_ spells: [Spell]) -> [CalendarDate] {
        spells.compactMap { spell in
            guard spell.successful, let day = spell.discharge else { return nil }
            let goesOn = spells.contains { $0.triage < day && $0.discharge.map { $0 > day } ?? true }
            return goesOn ? nil : day
        }
    }

    /// The person's spells, joined where they overlap or lie at most `bridgedDays` apart.
    private static func journeys(_ spells: [Spell]) -> [Journey] {
        var journeys: [Journey] = []
        for spell in spells.sorted(by: {
            ($0.triage, $0.discharge ?? .distantFuture) < ($1.triage, $1.discharge ?? .distantFuture)
        }) {
            guard var last = journeys.last,
                last.end.map({ spell.triage.days(since: $0) <= bridgedDays }) ?? true
            else {
                journeys.append(Journey(start: spell.triage, end: spell.discharge, successful: spell.successful))
                continue
            }
            if let end = last.end {
                if let discharge = spell.discharge {
                    if discharge > end {
                        (last.end, last.successful) = (discharge, spell.successful)
                    } else if discharge == end {
                        last.successful = last.successful || spell.successful
                    }
                } else {
                    (last.end, last.successful) = (nil, false)
                }
            }
            journeys[journeys.count - 1] = last
        }
        return journeys
    }
}

extension CalendarDate {
    fileprivate static let distantFuture = CalendarDate(day: .max)
}
