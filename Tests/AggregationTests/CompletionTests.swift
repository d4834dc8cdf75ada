import Aggregation
import Core
import TestSupport
import Testing

/// The window is July 2018 to June 2019; its first half ends on 31 December 2018.
@Suite struct CompletionTests {
    private typealias Fixture = CohortFixture

    @Test("Completions are a share of all clients in treatment in the window, effectively or not")
    func completion() {
        let episodes = [
            Fixture.episode(1, from: "2018-03-01", completed: "2018-07-01"),  // on the first day: completed
            Fixture.episode(2, from: "2018-03-01", completed: "2019-06-30"),  // on the last day: completed
            Fixture.episode(3, from: "2018-03-01", completed: "2018-06-30"),  // before: not in treatment in the window
            Fixture.episode(4, from: "2019-06-25"),  // in treatment for five days
            Fixture.episode(5, from: "2018-08-01", left: "2018-08-03"),  // dropped out
            Fixture.episode(6, from: "2018-08-01", completed: "2019-07-01"),  // still in treatment
        ]
        #expect(Fixture.cohort(episodes).successfulCompletion.fraction == "2/5")
        #expect(Fixture.cohort(episodes).successfulCompletion.share == Rational(2, over: 5))
    }

    @Test("A completion does not count while another episode of the person is open")
    func openElsewhere() {
        let completed = Fixture.episode(from: "2018-08-01", completed: "2018-10-01")
        let goesOn = Fixture.episode(from: "2018-09-01")
        let endsLater = Fixture.episode(from: "2018-09-01", left: "2018-10-02")
        let endsBefore = Fixture.episode(from: "2018-08-10", left: "2018-09-30")
        let endsTheSameDay = Fixture.episode(from: "2018-08-10", left: "2018-10-01")
        #expect(Fixture.cohort([completed, goesOn]).successfulCompletion.fraction == "0/1")
        #expect(Fixture.cohort([completed, endsLater]).successfulCompletion.fraction == "0/1")
        #expect(Fixture.cohort([completed, endsBefore]).successfulCompletion.fraction == "1/1")
        #expect(Fixture.cohort([completed, endsTheSameDay]).successfulCompletion.fraction == "1/1")
        // Where the other episode is completed later, its completion counts.
        let completedLater = Fixture.episode(from: "2018-09-01", completed: "2018-12-01")
        #expect(Fixture.cohort([completed, completedLater]).successfulCompletion.fraction == "1/1")
        #expect(Fixture.cohort([completed, completedLater]).representation.fraction == "0/1")
    }

    @Test(
        "A new triage is a re-presentation from 22 days after discharge to the day before six months later",
        arguments: [
            ("2018-10-15", "2018-11-06", 1), ("2018-10-15", "2019-04-14", 1), ("2018-10-15", "2019-04-15", 0),
            ("2018-08-31", "2019-02-27", 1),  // 31 August + 6 months = 28 February
            ("2018-08-31", "2019-02-28", 0), ("2018-12-31", "2019-06-29", 1), ("2018-12-31", "2019-06-30", 0),
            ("2018-07-01", "2018-12-31", 1), ("2018-07-01", "2019-01-01", 0),
        ])
    func boundaries(discharge: String, triage: String, expected: Int) {
        let episodes = [Fixture.episode(from: "2018-01-10", completed: discharge), Fixture.episode(from: triage)]
        #expect(Fixture.cohort(episodes).representation.fraction == "\(expected)/1")
        #expect(Fixture.cohort(episodes).successfulCompletion.fraction == "1/1")
    }

    @Test(
        "A discharge with a new triage within 21 days is neither a completion nor a re-presentation",
        arguments: [
            ("2018-10-14", 0),  // the day before: it was open across the discharge
            ("2018-10-15", 0), ("2018-10-16", 0), ("2018-11-05", 0), ("2018-11-06", 1),
        ])
    func bridged(triage: String, completers: Int) {
        let completed = Fixture.episode(from: "2018-01-10", completed: "2018-10-15")
        for back in [Fixture.episode(from: triage), Fixture.episode(from: triage, left: "2019-02-01")] {
            for episodes in [[completed, back], [back, completed]] {
                #expect(Fixture.cohort(episodes).successfulCompletion.fraction == "\(completers)/1")
                #expect(Fixture.cohort(episodes).representation.fraction == "\(completers)/\(completers)")
            }
        }
    }

    @Test("A journey is completed by the spell that ends it, on the day that it ends")
    func lastSpell() {
        let left = Fixture.episode(from: "2018-01-10", left: "2018-10-15")
        let completes = Fixture.episode(from: "2018-11-05", completed: "2019-01-02")
        // One journey, completed in January: in the window, but not in its first half.
        #expect(Fixture.cohort([left, completes]).successfulCompletion.fraction == "1/1")
        #expect(Fixture.cohort([left, completes]).representation.fraction == "0/0")
        let completesSooner = Fixture.episode(from: "2018-11-05", completed: "2018-12-30")
        #expect(Fixture.cohort([left, completesSooner]).representation.fraction == "0/1")
    }

    @Test("Events in the 21 days after the window's end are not used")
    func afterTheEnd() {
        let completed = Fixture.episode(from: "2018-01-10", completed: "2019-06-25")
        #expect(
            Fixture.cohort([completed, Fixture.episode(from: "2019-07-02")]).successfulCompletion.fraction == "1/1")
        #expect(
            Fixture.cohort([completed, Fixture.episode(from: "2019-06-30")]).successfulCompletion.fraction == "0/1")
    }

    @Test("Only completions of the window's first six months are followed up")
    func firstHalf() {
        let back = Fixture.episode(from: "2019-03-01")
        for (discharge, completers) in [("2018-06-30", 0), ("2018-07-01", 1), ("2018-12-31", 1), ("2019-01-01", 0)] {
            let representation = Fixture.cohort([Fixture.episode(from: "2018-01-10", completed: discharge), back])
                .representation
            #expect(representation.denominator == completers)
        }
    }

    @Test("A person who completes twice and comes back twice counts once")
    func twice() {
        let episodes = [
            Fixture.episode(from: "2018-01-10", completed: "2018-07-10"),
            Fixture.episode(from: "2018-08-02", completed: "2018-09-01"),
            Fixture.episode(from: "2018-10-01", left: "2018-10-20"),
            Fixture.episode(2, from: "2018-01-10", completed: "2018-07-10"),
        ]
        #expect(Fixture.cohort(episodes).representation.fraction == "1/2")
        #expect(Fixture.cohort(episodes).successfulCompletion.fraction == "2/2")
    }

    @Test("A later triage and an unplanned discharge do not count, but a triage at another agency does")
    func others() {
        let completed = Fixture.episode(from: "2018-01-10", completed: "2018-12-30")
        // Six months later is 30 June: the triage of 1 July does not count, but that of 29 June does.
        #expect(Fixture.cohort([completed, Fixture.episode(from: "2019-07-01")]).representation.fraction == "0/1")
        #expect(
            Fixture.cohort([completed, Fixture.episode(from: "2019-06-29", drugs: [7000])]).representation.fraction
                == "1/1")
        let left = Fixture.episode(from: "2018-01-10", left: "2018-10-01")
        #expect(Fixture.cohort([left, Fixture.episode(from: "2018-11-01")]).representation.fraction == "0/0")
    }

    @Test("Two rows of one spell are not a return to treatment, and a spell of zero days is not a return to itself")
    func sameSpell() {
        let completed = Fixture.episode(from: "2018-09-01", completed: "2018-10-01")
        #expect(Fixture.cohort([completed, completed]).representation.fraction == "0/1")
        let oneDay = Fixture.episode(from: "2018-10-01", completed: "2018-10-01")
        #expect(Fixture.cohort([oneDay]).representation.fraction == "0/1")
    }

    @Test("The order of the episodes makes no difference")
    func order() {
        var generator = SeededGenerator(seed: 21)
        var episodes: [Episode] = []
        for person in 0..<120 {
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let triage = CalendarDate(day: Fixture.day("2018-01-01").day + .random(in: 0...540, using: &generator))
                let days = Int32.random(in: 0...200, using: &generator)
                let isOpen = Int.random(in: 0..<4, using: &generator) == 0
                episodes.append(
                    Episode(
                        person: RecordKey(high: UInt64(person), low: 0), area: 0, triage: triage,
                        discharge: isOpen ? nil : CalendarDate(day: triage.day + days),
                        successful: Bool.random(using: &generator), drugs: [1000]))
            }
        }
        let cohort = Fixture.cohort(episodes)
        for _ in 0..<5 {
            episodes.shuffle(using: &generator)
            let other = Fixture.cohort(episodes)
            #expect(other.inEffectiveTreatment == cohort.inEffectiveTreatment)
            #expect(other.successfulCompletion == cohort.successfulCompletion)
            #expect(other.representation == cohort.representation)
        }
        #expect(cohort.representation.denominator > 5)
    }
}
