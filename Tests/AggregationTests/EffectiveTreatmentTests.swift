import Aggregation
import Testing

/// The window is July 2018 to June 2019, its last day 30 June 2019.
@Suite struct EffectiveTreatmentTests {
    private typealias Fixture = CohortFixture

    @Test("84 days from triage to the window's end are effective, 83 are not")
    func twelveWeeks() {
        // 7 April (23 days left in April) + 31 + 30 = 84 days to 30 June.
        #expect(Fixture.cohort([Fixture.episode(from: "2019-04-07")]).inEffectiveTreatment == 1)
        // One day later: 83.
        #expect(Fixture.cohort([Fixture.episode(from: "2019-04-08")]).inEffectiveTreatment == 0)
    }

    @Test("84 days from triage to an unplanned discharge are effective, 83 are not")
    func twelveWeeksToDischarge() {
        // 1 September + 84 days: 29 left in September, 31 October, 24 November = 84.
        #expect(Fixture.cohort([Fixture.episode(from: "2018-09-01", left: "2018-11-24")]).inEffectiveTreatment == 1)
        #expect(Fixture.cohort([Fixture.episode(from: "2018-09-01", left: "2018-11-23")]).inEffectiveTreatment == 0)
    }

    @Test("Leaving early counts when it is a successful completion, and only then")
    func earlyLeaver() {
        #expect(
            Fixture.cohort([Fixture.episode(from: "2018-09-01", completed: "2018-09-20")]).inEffectiveTreatment == 1)
        #expect(Fixture.cohort([Fixture.episode(from: "2018-09-01", left: "2018-09-20")]).inEffectiveTreatment == 0)
    }

    @Test("A gap of 21 days does not end a journey, and a gap of 22 days does")
    func gaps() {
        // 40 days (1 September to 11 October), a gap, and another 40 days: 101 days in all when bridged, otherwise 40
        // and 40.
        let first = Fixture.episode(from: "2018-09-01", left: "2018-10-11")
        // 11 October + 21 days = 1 November; from then to 11 December is 40 days.
        let bridged = Fixture.episode(from: "2018-11-01", left: "2018-12-11")
        let apart = Fixture.episode(from: "2018-11-02", left: "2018-12-12")
        #expect(Fixture.cohort([first, bridged]).inEffectiveTreatment == 1)
        #expect(Fixture.cohort([bridged, first]).inEffectiveTreatment == 1)
        #expect(Fixture.cohort([first, apart]).inEffectiveTreatment == 0)
    }

    @Test("Treatment that ended before the window does not count; treatment that ended on the window's first day does")
    func beforeTheWindow() {
        #expect(Fixture.cohort([Fixture.episode(from: "2018-01-01", left: "2018-06-30")]).inEffectiveTreatment == 0)
        #expect(Fixture.cohort([Fixture.episode(from: "2018-01-01", left: "2018-07-01")]).inEffectiveTreatment == 1)
        #expect(
            Fixture.cohort([Fixture.episode(from: "2018-01-01", completed: "2018-06-30")]).inEffectiveTreatment == 0)
    }

    @Test("Events after the window are not used")
    func afterTheWindow() {
        // Triage on the last day: zero days. The discharge in July is not known yet, so treatment goes on.
        let late = Fixture.episode(from: "2019-06-30", completed: "2019-07-10")
        #expect(Fixture.cohort([late]).inEffectiveTreatment == 0)
        #expect(Fixture.cohort([late]).successfulCompletion.fraction == "0/1")
        // A triage in July does not exist yet.
        let future = Fixture.episode(from: "2019-07-01")
        #expect(Fixture.cohort([future]).successfulCompletion.fraction == "0/0")
        #expect(Fixture.cohort([future]).successfulCompletion.share == nil)
        // 90 days by 30 June; the unplanned discharge on 1 July comes after the window.
        #expect(Fixture.cohort([Fixture.episode(from: "2019-04-01", left: "2019-07-01")]).inEffectiveTreatment == 1)
    }

    @Test("One person is one client, whatever the number of agencies")
    func twoAgencies() {
        let episodes = [
            Fixture.episode(1, from: "2018-09-01"), Fixture.episode(1, from: "2018-10-01"),
            Fixture.episode(2, from: "2018-09-01"),
        ]
        #expect(Fixture.cohort(episodes).inEffectiveTreatment == 2)
        // Episodes at two agencies overlap, 50 days each: 1 September to 11 November is 71 days, and to 24 November 84.
        let overlapping = [
            Fixture.episode(3, from: "2018-09-01", left: "2018-10-21"),
            Fixture.episode(3, from: "2018-10-05", left: "2018-11-24"),
        ]
        #expect(Fixture.cohort(overlapping).inEffectiveTreatment == 1)
        // A short episode inside a long one does not end it.
        let nested = [
            Fixture.episode(4, from: "2018-09-01", left: "2018-11-24"),
            Fixture.episode(4, from: "2018-09-10", left: "2018-09-20"),
        ]
        #expect(Fixture.cohort(nested).inEffectiveTreatment == 1)
    }

    @Test("Any opiate makes an opiate client, in whichever episode; other areas and groups are not counted")
    func groups() {
        let episodes = [
            Fixture.episode(1, from: "2018-09-01", drugs: [7000, 9997, 1105]),
            Fixture.episode(2, from: "2018-09-01", drugs: [3000]),
            Fixture.episode(3, from: "2018-09-01", drugs: [7000]), Fixture.episode(4, from: "2018-09-01", area: 1),
            Fixture.episode(5, from: "2018-09-01", drugs: [3000]),
            Fixture.episode(5, from: "2018-12-01", drugs: [1000]),
            Fixture.episode(6, from: "2018-09-01", drugs: [999, 2000]),
        ]
        #expect(Fixture.cohort(episodes).inEffectiveTreatment == 2)
        #expect(Fixture.cohort(episodes, Fixture.drugs).inEffectiveTreatment == 4)
        #expect(Fixture.cohort(episodes, area: 1).inEffectiveTreatment == 1)
    }
}
