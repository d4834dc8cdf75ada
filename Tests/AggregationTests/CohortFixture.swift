import Aggregation
import Core

/// Episodes of invented persons, written as briefly as possible.
enum CohortFixture {
    static let opiate = TreatmentGroup(name: "opiate", codes: [1000...1999])
    static let drugs = TreatmentGroup(name: "drugs", codes: [1000...6999])
    /// July 2018 to June 2019: the twelve months to the end of 2019/20 Q1.
    static let window = Period(first: Month(year: 2018, month: 7), last: Month(year: 2019, month: 6))

    static func day(_ text: String) -> CalendarDate {
        guard let day = DateForm("yyyy-mm-dd")?.date(text) else { preconditionFailure("no day: \(text)") }
        return day
    }

    /// Returns an episode. `completed` is the day of a successful discharge, `left` of any other discharge.
    static func episode(
        _ person: UInt64 = 1, from triage: String, entry: String? = nil, completed: String? = nil,
        left: String? = nil, drugs: [UInt16] = [1011], area: Int = 0
    ) -> Episode {
        Episode(
            person: RecordKey(high: person, low: person), area: area, triage: day(triage), entry: entry.map(day),
            discharge: (completed ?? left).map(day), successful: completed != nil, drugs: drugs)
    }

    static func cohort(_ episodes: [Episode], _ group: TreatmentGroup = opiate, area: Int = 0) -> TreatmentCohort {
        TreatmentCohort(episodes, area: area, group: group, window: window)
    }
}

extension ClientProportion {
    /// The proportion, such as `2/5`. Unlike the share, it is not reduced to lowest terms.
    var fraction: String { "\(numerator)/\(denominator)" }
}
