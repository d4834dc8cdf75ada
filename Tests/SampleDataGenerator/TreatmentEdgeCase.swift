/// Individual people with treatment at the edge of a rule.
///
/// A stay is an episode: the agency, the day of triage, and how it ended. Unless stated otherwise, people use an opiate
/// and begin treatment on the day of triage.
struct TreatmentEdgeCase {
    let stays: [TreatmentEpisode]
    /// Whether the agency registered the person as a new client at each stay.
    var isNewClientEachTime = false

    static let all = effectiveTreatment + completions + rePresentations + windowEnds + whoCounts

    private static let effectiveTreatment = [
        // Exactly twelve weeks, and one day less.
        one(.first, day(2018, 1, 10), .left(day(2018, 4, 4))),
        one(.first, day(2018, 1, 10), .left(day(2018, 4, 3))),
        one(.second, day(2019, 4, 7), .open),
        one(.second, day(2019, 4, 8), .open),
        // Twelve weeks from triage but less from the first modality; then triage without a modality.
        one(.first, day(2018, 1, 10), .left(day(2018, 4, 4)), start: .after(days: 1)),
        one(.second, day(2019, 4, 6), .open, start: .after(days: 2)),
        one(.first, day(2018, 9, 3), .open, start: .never),
        one(.second, day(2018, 9, 3), .completed(day(2018, 11, 3)), start: .never),
        // A gap of 21 days, which continues the journey, and a gap of 22 days, which does not.
        several(
            stay(.first, day(2018, 9, 1), .left(day(2018, 10, 11))),
            stay(.first, day(2018, 11, 1), .left(day(2018, 12, 11)))),
        several(
            stay(.first, day(2018, 9, 1), .left(day(2018, 10, 11))),
            stay(.second, day(2018, 11, 2), .left(day(2018, 12, 12)))),
        // Overlapping stays at two agencies: one journey of 101 days.
        several(
            stay(.first, day(2018, 10, 1), .left(day(2018, 11, 20))),
            stay(.second, day(2018, 11, 10), .left(day(2019, 1, 10)))),
        // A stay within another stay: the gap is counted from the later discharge.
        several(
            stay(.first, day(2018, 2, 1), .left(day(2018, 3, 20))),
            stay(.second, day(2018, 2, 5), .left(day(2018, 2, 15))),
            stay(.second, day(2018, 4, 5), .left(day(2018, 5, 1)))),
        // Short treatment that was completed: in one stay, in two stays, and across the end of a window.
        one(.second, day(2018, 10, 1), .completed(day(2018, 11, 5))),
        several(
            stay(.first, day(2018, 11, 1), .left(day(2018, 11, 20))),
            stay(.second, day(2018, 12, 1), .completed(day(2018, 12, 30)))),
        one(.first, day(2018, 6, 5), .completed(day(2018, 7, 20))),
        // Triaged and completed on the last day of a window.
        one(.second, day(2019, 6, 30), .completed(day(2019, 6, 30))),
        // Short treatment that was completed, but continued in a last stay that was not.
        several(
            stay(.first, day(2018, 10, 1), .completed(day(2018, 10, 20))),
            stay(.second, day(2018, 11, 1), .left(day(2018, 11, 25)))),
    ]

    private static let completions = [
        // Completed at one agency while treatment at the other continued: not a completion.
        several(
            stay(.first, day(2017, 5, 1), .completed(day(2018, 5, 10))), stay(.second, day(2018, 3, 1), .open)),
        several(
            stay(.second, day(2017, 5, 1), .completed(day(2018, 8, 10))),
            stay(.first, day(2018, 6, 1), .left(day(2018, 8, 11)))),
        // Both stays ended on the same day: a completion.
        several(
            stay(.first, day(2018, 6, 1), .completed(day(2019, 2, 14))),
            stay(.second, day(2018, 9, 1), .left(day(2019, 2, 14)))),
        // Completed twice in the same half-year: one person, who returned.
        several(
            stay(.first, day(2016, 8, 1), .completed(day(2017, 8, 1))),
            stay(.first, day(2017, 9, 10), .completed(day(2017, 12, 20)))),
    ]

    private static let rePresentations = [
        // Back after 21 days, which continues the journey, and after 22 days, which is a return.
        several(stay(.first, day(2017, 1, 9), .completed(day(2018, 5, 1))), stay(.first, day(2018, 5, 22), .open)),
        several(stay(.second, day(2017, 1, 9), .completed(day(2018, 5, 1))), stay(.first, day(2018, 5, 23), .open)),
        // Triaged again within six months, but without treatment.
        several(
            stay(.first, day(2017, 1, 11), .completed(day(2018, 5, 2))),
            stay(.second, day(2018, 8, 2), .open, start: .never)),
        // Back on the same day, which also continues the journey.
        several(stay(.first, day(2017, 1, 10), .completed(day(2018, 5, 15))), stay(.second, day(2018, 5, 15), .open)),
        // Back exactly six calendar months later, which is too late, and one day earlier.
        several(stay(.first, day(2017, 1, 12), .completed(day(2018, 4, 10))), stay(.first, day(2018, 10, 10), .open)),
        several(stay(.second, day(2017, 1, 13), .completed(day(2018, 4, 10))), stay(.first, day(2018, 10, 9), .open)),
        // Six months after 31 August is 28 February; six months after 31 December is 30 June.
        several(stay(.first, day(2017, 1, 16), .completed(day(2018, 8, 31))), stay(.second, day(2019, 2, 28), .open)),
        several(stay(.second, day(2017, 1, 17), .completed(day(2018, 8, 31))), stay(.second, day(2019, 2, 27), .open)),
        several(stay(.first, day(2016, 1, 18), .completed(day(2017, 12, 31))), stay(.first, day(2018, 6, 30), .open)),
        // Back, but in another authority, or without consent to share the record.
        several(
            stay(.first, day(2016, 5, 3), .completed(day(2018, 5, 20))),
            stay(.second, day(2018, 8, 1), .open, authority: Area.middlesbrough.code)),
        several(
            stay(.first, day(2016, 5, 4), .completed(day(2018, 7, 20))),
            stay(.second, day(2018, 9, 1), .open, consents: false)),
    ]

    /// People who were discharged or triaged on the first or last day of a window or of its first half.
    private static let windowEnds =
        [
            day(2017, 6, 30), day(2017, 7, 1), day(2018, 1, 1), day(2018, 6, 30), day(2018, 7, 1), day(2018, 9, 30),
            day(2018, 10, 1), day(2019, 3, 31), day(2019, 4, 1), day(2019, 6, 30), day(2019, 7, 1),
        ].map { one(.second, day(2016, 11, 7), .completed($0)) }
        + [day(2018, 6, 30), day(2018, 7, 1), day(2019, 3, 31), day(2019, 6, 30), day(2019, 7, 1)].map {
            one(.first, $0, .open)
        }

    private static let whoCounts = [
        // Alcohol at first, and an opiate after the first window.
        several(
            stay(.first, day(2017, 3, 1), .completed(day(2017, 12, 1)), drugs: ["7000"]),
            stay(.first, day(2018, 8, 1), .open)),
        // An opiate as the third drug, or only in an earlier stay.
        one(.second, day(2016, 2, 2), .open, drugs: ["7000", "8000", "1999"]),
        several(
            stay(.first, day(2015, 2, 2), .left(day(2016, 2, 2))),
            stay(.second, day(2018, 2, 2), .open, drugs: ["5000"])),
        // Moved to another authority, so that the home area no longer counts the person.
        several(
            stay(.first, day(2017, 1, 20), .left(day(2017, 8, 20))),
            stay(.second, day(2018, 1, 8), .open, authority: Area.middlesbrough.code)),
        // One person whom one agency registered as two clients, and who is also known to the other agency.
        TreatmentEdgeCase(
            stays: [
                stay(.first, day(2015, 9, 1), .left(day(2017, 11, 1))), stay(.first, day(2017, 11, 10), .open),
                stay(.second, day(2016, 4, 4), .open),
            ], isNewClientEachTime: true),
    ]

    /// Different people who differ only in sex, in the order of the day and month of birth, or in the order of
    /// initials.
    static let lookalikes = [
        Attributor(firstInitial: "J", surnameInitial: "S", born: day(1980, 3, 4), sex: "1"),
        Attributor(firstInitial: "J", surnameInitial: "S", born: day(1980, 4, 3), sex: "1"),
        Attributor(firstInitial: "J", surnameInitial: "S", born: day(1980, 3, 4), sex: "2"),
        Attributor(firstInitial: "S", surnameInitial: "J", born: day(1980, 3, 4), sex: "1"),
    ]

    /// A stay through all windows, for people who are needed only because they look alike.
    static let longStay = stay(.first, day(2015, 3, 2), .open)

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year, month, day)
    }

    private static func stay(
        _ agency: TreatmentAgency, _ triaged: CalendarDate, _ ending: TreatmentEnding, drugs: [String] = ["1011"],
        authority: String = Area.hartlepool.code, consents: Bool = true, start: ModalityStart = .after(days: 0)
    ) -> TreatmentEpisode {
        TreatmentEpisode(
            agency: agency, triaged: triaged, ending: ending, drugs: drugs, start: start, authority: authority,
            consents: consents)
    }

    private static func one(
        _ agency: TreatmentAgency, _ triaged: CalendarDate, _ ending: TreatmentEnding, drugs: [String] = ["1011"],
        start: ModalityStart = .after(days: 0)
    ) -> TreatmentEdgeCase {
        TreatmentEdgeCase(stays: [stay(agency, triaged, ending, drugs: drugs, start: start)])
    }

    private static func several(_ stays: TreatmentEpisode...) -> TreatmentEdgeCase {
        TreatmentEdgeCase(stays: stays)
    }
}
