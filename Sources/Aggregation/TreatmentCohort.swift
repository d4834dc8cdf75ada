public import Core

/// The persons in treatment in one area, as known at the end of a window of twelve months: later triages and discharges
/// do not count.
///
/// Every measure is based on journeys, not spells. A person who is discharged and triaged again within `bridgedDays`
/// continues the same journey, which is neither a completion nor a re-presentation.
public struct TreatmentCohort: Sendable {
    /// Treatment is effective from this number of days on: twelve weeks.
    static let effectiveDays = 84
    /// The longest gap, in days, over which treatment is continuous.
    static let bridgedDays = 21
    /// The number of calendar months after discharge in which a return is a re-presentation.
    static let representationMonths = 6

    private let persons: [(key: RecordKey, journeys: [TreatmentJourney])]
    private let window: Period

    /// Collects the persons of the area and group. `window` is the twelve months.
    public init(_ episodes: [Episode], area: Int, group: TreatmentGroup, window: Period) {
        let end = window.last.lastDay
        var spells: [RecordKey: [TreatmentJourney]] = [:]
        var members: Set<RecordKey> = []
        // A person who was triaged by the end but starts treatment afterwards is not in treatment yet.
        for episode in episodes where episode.area == area && episode.triage <= end && episode.entry <= end {
            spells[episode.person, default: []].append(TreatmentJourney(episode, knownOn: end))
            if episode.drugs.contains(where: group.contains) { members.insert(episode.person) }
        }
        persons = spells.filter { members.contains($0.key) }.map { ($0.key, TreatmentJourney.joined($0.value)) }
        self.window = window
    }

    /// How many clients are in effective treatment.
    public var inEffectiveTreatment: Int { effectivelyTreated.counted.count }
    /// How many clients completed treatment, out of all in treatment.
    public var successfulCompletion: ClientProportion { completers.proportion }
    /// How many clients returned, out of those who completed in the first six months.
    public var representation: ClientProportion { returners.proportion }

    /// The clients in effective treatment in the window: in treatment for twelve weeks by its end, or discharged
    /// earlier after completing successfully. They are a number, not a share.
    public var effectivelyTreated: ClientShare {
        let (first, last) = (window.first.firstDay, window.last.lastDay)
        let clients = clients { journeys in
            journeys.contains { journey in
                guard journey.lasts(to: first) else { return false }
                let days = (journey.end ?? last).days(since: journey.entry)
                return days >= Self.effectiveDays || journey.completion != nil
            }
        }
        return ClientShare(counted: clients, of: nil)
    }

    /// The clients who completed treatment successfully, out of all who were in treatment. Both are for the window.
    public var completers: ClientShare {
        let (first, last) = (window.first.firstDay, window.last.lastDay)
        return ClientShare(
            counted: clients { $0.contains { $0.completion.map { (first...last).contains($0) } ?? false } },
            of: clients { $0.contains { $0.lasts(to: first) } })
    }

    /// The clients who returned, out of those who completed in the first six months of the window. A return is a new
    /// journey, triaged before the same day six calendar months after completion.
    public var returners: ClientShare {
        let half = window.first.firstDay...window.first.advanced(by: 5).lastDay
        func isFollowed(_ journey: TreatmentJourney) -> Bool { journey.completion.map(half.contains) ?? false }
        return ClientShare(
            counted: clients { journeys in
                // Journeys are in order, so that the next one is the first that could be a return.
                zip(journeys, journeys.dropFirst()).contains { journey, next in
                    guard isFollowed(journey), let day = journey.completion else { return false }
                    return next.triage < day.adding(months: Self.representationMonths)
                }
            }, of: clients { $0.contains(where: isFollowed) })
    }

    private func clients(_ condition: ([TreatmentJourney]) -> Bool) -> Set<RecordKey> {
        Set(persons.filter { condition($0.journeys) }.map(\.key))
    }
}
