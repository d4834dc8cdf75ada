/// Periods between the ends and middles of the three twelve-month windows, which end in June 2018, March 2019 and June
/// 2019.
private enum Span {
    static let longAgo = CalendarDate(2009, 1, 1)...CalendarDate(2017, 2, 28)
    static let julyToDecember2017 = CalendarDate(2017, 7, 1)...CalendarDate(2017, 12, 31)
    static let januaryToMarch2018 = CalendarDate(2018, 1, 1)...CalendarDate(2018, 3, 31)
    static let aprilToJune2018 = CalendarDate(2018, 4, 1)...CalendarDate(2018, 6, 30)
    static let julyToSeptember2018 = CalendarDate(2018, 7, 1)...CalendarDate(2018, 9, 30)
    static let octoberToDecember2018 = CalendarDate(2018, 10, 1)...CalendarDate(2018, 12, 31)
    static let januaryToMarch2019 = CalendarDate(2019, 1, 1)...CalendarDate(2019, 3, 31)
    static let aprilToJune2019 = CalendarDate(2019, 4, 1)...CalendarDate(2019, 6, 30)
    static let afterTheWindows = CalendarDate(2019, 7, 1)...CalendarDate(2019, 7, 12)

    static let firstWindow = CalendarDate(2017, 7, 1)...CalendarDate(2018, 6, 30)
    static let allWindows = CalendarDate(2017, 7, 1)...CalendarDate(2019, 6, 30)
}

/// A group of people with similar treatment.
struct TreatmentCohort {
    /// How the first episode of each person ended.
    enum Ending {
        case open
        case completed(in: ClosedRange<CalendarDate>)
        case left(in: ClosedRange<CalendarDate>)
        case completedAfter(days: ClosedRange<Int>)
        case leftAfter(days: ClosedRange<Int>)
    }

    let count: Int
    let substance: Substance
    let triaged: ClosedRange<CalendarDate>
    let ending: Ending
    /// The number of days between discharge and return; nil for people who did not return.
    var backAfter: ClosedRange<Int>?
    var authority = Area.hartlepool.code
    var consents = true

    /// Early enough to be a re-presentation, but too late to continue the treatment journey.
    private static let soon = 22...170
    /// Too late to be a re-presentation.
    private static let late = 190...230

    static let all = opiate + otherDrugs + notCounted

    private static let opiate = [
        TreatmentCohort(count: 355, substance: .opiate, triaged: Span.longAgo, ending: .open),
        opiateCompleting(12, in: Span.julyToDecember2017),
        opiateCompleting(3, in: Span.julyToDecember2017, backAfter: soon),
        opiateCompleting(3, in: Span.januaryToMarch2018),
        opiateCompleting(2, in: Span.januaryToMarch2018, backAfter: late),
        opiateCompleting(12, in: Span.aprilToJune2018),
        opiateCompleting(3, in: Span.aprilToJune2018, backAfter: soon),
        opiateCompleting(3, in: Span.julyToSeptember2018),
        opiateCompleting(3, in: Span.julyToSeptember2018, backAfter: soon),
        opiateCompleting(2, in: Span.octoberToDecember2018),
        opiateCompleting(4, in: Span.octoberToDecember2018, backAfter: soon),
        opiateCompleting(5, in: Span.januaryToMarch2019),
        opiateCompleting(1, in: Span.aprilToJune2019),
        opiateCompleting(7, in: Span.afterTheWindows),
        // People who left after a long time.
        opiateLeaving(25, in: Span.julyToDecember2017),
        opiateLeaving(44, in: Span.aprilToJune2018),
        opiateLeaving(60, in: Span.julyToSeptember2018.lowerBound...Span.januaryToMarch2019.upperBound),
        opiateLeaving(18, in: Span.aprilToJune2019),
        opiateLeaving(6, in: Span.afterTheWindows),
        // People who are still in treatment, but began in one of the windows or after them.
        TreatmentCohort(count: 40, substance: .opiate, triaged: Span.julyToDecember2017, ending: .open),
        TreatmentCohort(
            count: 23, substance: .opiate, triaged: CalendarDate(2018, 4, 10)...CalendarDate(2018, 6, 29), ending: .open
        ),
        TreatmentCohort(
            count: 30, substance: .opiate, triaged: CalendarDate(2018, 7, 2)...CalendarDate(2018, 12, 31), ending: .open
        ),
        TreatmentCohort(
            count: 26, substance: .opiate, triaged: CalendarDate(2019, 1, 8)...CalendarDate(2019, 3, 30), ending: .open),
        TreatmentCohort(
            count: 32, substance: .opiate, triaged: CalendarDate(2019, 4, 9)...CalendarDate(2019, 6, 29), ending: .open),
        TreatmentCohort(count: 4, substance: .opiate, triaged: Span.afterTheWindows, ending: .open),
        // People who left within twelve weeks.
        opiateDroppingOut(27, triaged: CalendarDate(2017, 7, 2)...CalendarDate(2018, 1, 5)),
        opiateDroppingOut(6, triaged: CalendarDate(2018, 4, 1)...CalendarDate(2018, 4, 5)),
        opiateDroppingOut(23, triaged: CalendarDate(2018, 7, 2)...CalendarDate(2019, 1, 5)),
        opiateDroppingOut(2, triaged: CalendarDate(2019, 4, 1)...CalendarDate(2019, 4, 5)),
    ]

    private static let otherDrugs = [
        TreatmentCohort(count: 45, substance: .otherDrug, triaged: Span.longAgo, ending: .open),
        otherDrugCompleting(30, in: Span.julyToDecember2017),
        otherDrugCompleting(2, in: Span.julyToDecember2017, backAfter: soon),
        otherDrugCompleting(12, in: Span.januaryToMarch2018, backAfter: late),
        otherDrugCompleting(6, in: Span.aprilToJune2018),
        otherDrugCompleting(2, in: Span.aprilToJune2018, backAfter: soon),
        otherDrugCompleting(6, in: Span.julyToSeptember2018),
        otherDrugCompleting(2, in: Span.julyToSeptember2018, backAfter: soon),
        otherDrugCompleting(5, in: Span.octoberToDecember2018),
        otherDrugCompleting(2, in: Span.octoberToDecember2018, backAfter: soon),
        otherDrugCompleting(9, in: Span.januaryToMarch2019, backAfter: soon),
        otherDrugCompleting(11, in: Span.aprilToJune2019),
        TreatmentCohort(
            count: 40, substance: .otherDrug, triaged: Span.allWindows, ending: .leftAfter(days: 10...160)),
    ]

    /// People who are not counted in any indicator, whatever happened in their treatment.
    private static let notCounted = [
        TreatmentCohort(count: 120, substance: .alcohol, triaged: Span.longAgo, ending: .open),
        TreatmentCohort(
            count: 90, substance: .alcohol, triaged: Span.allWindows, ending: .completedAfter(days: 30...200)),
        TreatmentCohort(
            count: 30, substance: .alcohol, triaged: Span.firstWindow, ending: .completedAfter(days: 20...80),
            backAfter: soon),
        TreatmentCohort(count: 12, substance: .none, triaged: Span.allWindows, ending: .leftAfter(days: 5...60)),
        TreatmentCohort(
            count: 45, substance: .opiate, triaged: Span.longAgo, ending: .open, authority: Area.middlesbrough.code),
        TreatmentCohort(
            count: 25, substance: .opiate, triaged: Span.allWindows, ending: .completedAfter(days: 50...200),
            backAfter: soon, authority: Area.redcar.code),
        TreatmentCohort(
            count: 25, substance: .otherDrug, triaged: Span.allWindows, ending: .completedAfter(days: 50...200),
            backAfter: soon, authority: Area.stockton.code),
        TreatmentCohort(
            count: 20, substance: .opiate, triaged: Span.longAgo, ending: .completed(in: Span.allWindows),
            backAfter: soon, consents: false),
    ]

    private static func opiateCompleting(
        _ count: Int, in days: ClosedRange<CalendarDate>, backAfter: ClosedRange<Int>? = nil
    ) -> TreatmentCohort {
        TreatmentCohort(
            count: count, substance: .opiate, triaged: Span.longAgo, ending: .completed(in: days), backAfter: backAfter)
    }

    private static func opiateLeaving(_ count: Int, in days: ClosedRange<CalendarDate>) -> TreatmentCohort {
        TreatmentCohort(count: count, substance: .opiate, triaged: Span.longAgo, ending: .left(in: days))
    }

    private static func opiateDroppingOut(_ count: Int, triaged: ClosedRange<CalendarDate>) -> TreatmentCohort {
        TreatmentCohort(count: count, substance: .opiate, triaged: triaged, ending: .leftAfter(days: 7...80))
    }

    private static func otherDrugCompleting(
        _ count: Int, in days: ClosedRange<CalendarDate>, backAfter: ClosedRange<Int>? = nil
    ) -> TreatmentCohort {
        TreatmentCohort(
            count: count, substance: .otherDrug, triaged: CalendarDate(2016, 6, 1)...CalendarDate(2017, 6, 20),
            ending: .completed(in: days), backAfter: backAfter)
    }
}
