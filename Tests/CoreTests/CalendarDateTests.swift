import Core
import Testing

@Suite struct CalendarDateTests {
    @Test("Every day from 1900 to 2100 follows the day before, and is made again from its year, month and day")
    func everyDay() throws {
        var expected = try #require(CalendarDate(year: 1900, month: 1, day: 1)).day
        #expect(expected == -25_567)
        for year in 1900...2100 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (index, length) in lengths.enumerated() {
                #expect(CalendarDate.daysIn(month: index + 1, year: year) == length)
                for day in 1...length {
                    let date = try #require(CalendarDate(year: year, month: index + 1, day: day))
                    let civil = date.civil
                    guard date.day == expected, civil == (year, index + 1, day) else {
                        Issue.record("\(year)-\(index + 1)-\(day) is day \(date.day), read back as \(civil)")
                        return
                    }
                    expected += 1
                }
                #expect(CalendarDate(year: year, month: index + 1, day: length + 1) == nil)
            }
        }
    }

    @Test("The epoch is day zero, and days before it are negative")
    func epoch() {
        #expect(CalendarDate(day: 0).description == "1970-01-01")
        #expect(CalendarDate(day: -1).description == "1969-12-31")
        #expect(CalendarDate(year: 1, month: 1, day: 1)?.description == "0001-01-01")
        #expect(CalendarDate(year: 9999, month: 12, day: 31)?.description == "9999-12-31")
    }

    @Test(
        "There is no such day",
        arguments: [
            (2019, 2, 29), (1900, 2, 29), (2100, 2, 29), (2019, 4, 31), (2019, 0, 1), (2019, 13, 1), (2019, 1, 0),
            (0, 1, 1),
            (10_000, 1, 1), (-5, 1, 1), (2019, 1, -1),
        ])
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "Adding months keeps the day of the month, or takes the month's last day",
        arguments: [
            ("2019-01-31", 1, "2019-02-28"), ("2020-01-31", 1, "2020-02-29"), ("2018-08-31", 6, "2019-02-28"),
            ("2019-08-30", 6, "2020-02-29"), ("2019-03-31", -1, "2019-02-28"), ("2019-12-15", 1, "2020-01-15"),
            ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"), ("2019-05-31", 0, "2019-05-31"),
            ("2019-01-15", -13, "2017-12-15"),
        ])
    func addingMonths(from: String, months: Int, to: String) throws {
        let form = try #require(DateForm("yyyy-mm-dd"))
        #expect(try #require(form.date(from)).adding(months: months).description == to)
    }

    @Test("Differences count days over leap days")
    func differences() throws {
        let first = try #require(CalendarDate(year: 2020, month: 2, day: 28))
        let last = try #require(CalendarDate(year: 2020, month: 3, day: 1))
        #expect(last.days(since: first) == 2)
        #expect(first.days(since: last) == -2)
        #expect(first < last)
    }
}
