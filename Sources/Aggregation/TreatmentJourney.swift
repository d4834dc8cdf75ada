import Core

/// A person's treatment without a gap of more than `TreatmentCohort.bridgedDays` days: one spell, or several that
/// overlap or follow each other within that gap.
struct TreatmentJourney {
    /// The first triage.
    let triage: CalendarDate
    /// When treatment began: the first entry of its spells.
    private(set) var entry: CalendarDate
    /// The last discharge; nil while the journey goes on.
    private(set) var end: CalendarDate?
    /// Whether the spell that ended the journey was successful.
    private var isSuccessful: Bool

    /// Creates the journey of one spell, as known on the day.
    init(_ episode: Episode, knownOn day: CalendarDate) {
        triage = episode.triage
        entry = episode.entry
        end = episode.discharge.flatMap { $0 <= day ? $0 : nil }
        isSuccessful = end != nil && episode.successful
    }

    /// The day of successful completion; nil when the journey ended otherwise or goes on.
    var completion: CalendarDate? { isSuccessful ? end : nil }

    /// Whether the journey goes on, or ended on the day or later.
    func lasts(to day: CalendarDate) -> Bool { end.map { $0 >= day } ?? true }

    /// Returns the journeys that the spells of one person make up, in order of time.
    static func joined(_ spells: [TreatmentJourney]) -> [TreatmentJourney] {
        guard spells.count > 1 else { return spells }
        var journeys: [TreatmentJourney] = []
        for spell in spells.sorted(by: precedes) {
            if let last = journeys.indices.last, journeys[last].continues(with: spell) {
                journeys[last].extend(by: spell)
            } else {
                journeys.append(spell)
            }
        }
        return journeys
    }

    private static func precedes(_ a: TreatmentJourney, _ b: TreatmentJourney) -> Bool {
        (a.triage, a.end ?? .distantFuture) < (b.triage, b.end ?? .distantFuture)
    }

    private func continues(with spell: TreatmentJourney) -> Bool {
        end.map { spell.triage.days(since: $0) <= TreatmentCohort.bridgedDays } ?? true
    }

    private mutating func extend(by spell: TreatmentJourney) {
        entry = min(entry, spell.entry)
        guard let end else { return }
        guard let discharge = spell.end else {
            (self.end, isSuccessful) = (nil, false)
            return
        }
        if discharge > end {
            (self.end, isSuccessful) = (discharge, spell.isSuccessful)
        } else if discharge == end {
            isSuccessful = isSuccessful || spell.isSuccessful
        }
    }
}

extension CalendarDate {
    fileprivate static let distantFuture = CalendarDate(day: .max)
}
