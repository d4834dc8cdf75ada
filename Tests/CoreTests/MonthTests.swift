import Core
import Testing

@Suite struct MonthTests {
    @Test(
        "Only yyyy-mm is a month",
        arguments: [
            "2019-4", "2019-13", "2019-00", "2019/04", "19-04", "2019-04-01", " 2019-04", "2019-04 ", "+019-04",
            "2019-+4",
            "-019-04", "2019–04", "", "２０１９-04",
        ])
    func refused(text: String) { #expect(Month(text) == nil) }

    @Test("A month reads back from its description")
    func roundTrip() {
        for year in 1900...2100 {
            for number in 1...12 {
                let month = Month(year: year, month: number)
                #expect(Month(month.description) == month)
                #expect(month.year == year && month.monthOfYear == number)
            }
        }
    }

    @Test("First and last days enclose the month, leap years included")
    func days() {
        for index in (1900 * 12)..<(2101 * 12) {
            let month = Month(index: index)
            #expect(month.firstDay.civil.day == 1)
            #expect(month.lastDay.civil.day == CalendarDate.daysIn(month: month.monthOfYear, year: month.year))
            #expect(month.lastDay.month == month)
            #expect(CalendarDate(day: month.lastDay.day + 1) == month.advanced(by: 1).firstDay)
        }
    }

    @Test("Months have names, and the distance between two months is known")
    func names() {
        #expect(Month(year: 2019, month: 1).name == "January")
        #expect(Month(year: 2019, month: 12).name == "December")
        #expect(Month(year: 2019, month: 11).distance(to: Month(year: 2020, month: 2)) == 3)
    }
}
