import Aggregation
import Core
import Testing

/// The window is July 2018 to June 2019. Treatment begins on the day of entry, which the definition declares.
@Suite struct TreatmentEntryTests {
    private typealias Fixture = CohortFixture

    @Test("The twelve weeks count from the first entry of the journey")
    func firstEntry() {
        // 84 days from triage to 30 June, 83 from the first modality.
        #expect(Fixture.cohort([Fixture.episode(from: "2019-04-07")]).inEffectiveTreatment == 1)
        #expect(Fixture.cohort([Fixture.episode(from: "2019-04-07", entry: "2019-04-08")]).inEffectiveTreatment == 0)
        let later = Fixture.episode(from: "2019-04-07", entry: "2019-05-01")
        let first = Fixture.episode(from: "2019-04-07", entry: "2019-04-07")
        for episodes in [[later, first], [first, later]] {
            #expect(Fixture.cohort(episodes).inEffectiveTreatment == 1)
        }
        // A journey of two spells, 20 days apart: it begins with the entry of the first.
        let left = Fixture.episode(from: "2019-03-01", entry: "2019-03-20", left: "2019-04-20")
        let back = Fixture.episode(from: "2019-05-10", entry: "2019-05-20")
        #expect(Fixture.cohort([left, back]).inEffectiveTreatment == 1)
        #expect(Fixture.cohort([back]).inEffectiveTreatment == 0)
    }

    @Test("A person who has not entered by the window's end is not in treatment")
    func notYet() {
        let waiting = Fixture.episode(from: "2019-06-01", entry: "2019-07-01")
        #expect(Fixture.cohort([waiting]).successfulCompletion.fraction == "0/0")
        let entered = Fixture.episode(from: "2019-06-01", entry: "2019-06-30")
        #expect(Fixture.cohort([entered]).successfulCompletion.fraction == "0/1")
    }

    @Test("Gaps and re-presentations are measured to the new triage, whenever its treatment begins")
    func gaps() {
        let completed = Fixture.episode(from: "2018-01-10", completed: "2018-10-15")
        // Triaged after 21 days, started after 40: the journey goes on.
        let bridged = Fixture.episode(from: "2018-11-05", entry: "2018-11-24")
        #expect(Fixture.cohort([completed, bridged]).representation.fraction == "0/0")
        // Triaged a day before the six months are over, and started after them.
        let back = Fixture.episode(from: "2019-04-14", entry: "2019-04-20")
        #expect(Fixture.cohort([completed, back]).representation.fraction == "1/1")
    }

    @Test("The first and last dates of the calendar are treated like any other date")
    func farAway() {
        let endless = Fixture.episode(from: "2018-09-01", left: "9999-12-31")
        let first = Fixture.episode(2, from: "0001-01-01", completed: "0001-01-02")
        let never = Fixture.episode(3, from: "9999-12-31")
        #expect(Fixture.cohort([endless, first, never]).inEffectiveTreatment == 1)
        #expect(Fixture.cohort([endless, first, never]).successfulCompletion.fraction == "0/1")
        // The last possible window: its last day is the last day of the calendar.
        let last = Month(year: 9999, month: 12)
        let window = Period(first: last.advanced(by: -11), last: last)
        let cohort = TreatmentCohort(
            [
                Fixture.episode(from: "9999-01-01", completed: "9999-06-30"),
                Fixture.episode(2, from: "9998-01-01", completed: "9999-07-01"), never,
            ], area: 0, group: Fixture.opiate,
            window: window)
        #expect(cohort.successfulCompletion.fraction == "2/3")
        #expect(cohort.representation.fraction == "0/1")
    }
}
