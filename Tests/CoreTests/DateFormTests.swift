import Core
import Testing

@Suite struct DateFormTests {
    @Test(
        "A text in the form is the day that it names",
        arguments: [
            ("dd/mm/yyyy", "01/04/2019", "2019-04-01"), ("yyyy-mm-dd", "2020-02-29", "2020-02-29"),
            ("yyyymmdd", "20190401", "2019-04-01"), ("dd.mm.yyyy hh:mm", "30.06.2019 23:59", "2019-06-30"),
            ("yyyy-mm-ddThh:mm:ss", "2019-04-01T00:00:00", "2019-04-01"),
            ("yyyy-mm-ddThh:mm:ss+00:00", "2019-04-01T12:34:56+00:00", "2019-04-01"),
            ("mm/dd/yyyy", "04/01/2019", "2019-04-01"),
        ])
    func read(form: String, text: String, day: String) throws {
        #expect(try #require(DateForm(form)).date(text)?.description == day)
    }

    @Test(
        "A text with another width, or a day that does not exist, is refused",
        arguments: [
            "1/4/19", "1/4/2019", "31/02/2019", "29/02/2019", "01/13/2019", "00/04/2019", "01/00/2019", "01-04-2019",
            "01/04/2019 ", " 01/04/2019", "01/04/201", "01/04/20190", "+1/04/2019", "01/04/-019", "01/04/0000", "",
            "01/04/2019\r", "０1/04/2019",
        ])
    func refused(text: String) throws { #expect(try #require(DateForm("dd/mm/yyyy")).date(text) == nil) }

    @Test("After hh, mm is the minute", arguments: ["2019-04-01 23:60", "2019-04-01 24:00", "2019-13-01 10:00"])
    func times(text: String) throws {
        let form = try #require(DateForm("yyyy-mm-dd hh:mm"))
        #expect(form.date(text) == nil)
        #expect(form.date("2019-04-01 23:59")?.description == "2019-04-01")
    }

    @Test(
        "A form that lacks the day, the month or the year is refused",
        arguments: ["", "dd/mm", "mm/yyyy", "dd/mm/yy", "hh:mm dd/yyyy", "DD/MM/YYYY"])
    func noForm(text: String) { #expect(DateForm(text) == nil) }

    @Test(
        "One-digit days and months, and months by name, are read where the form says so",
        arguments: [
            ("d/m/yyyy", "28/4/2019", "2019-04-28"), ("d/m/yyyy", "04/05/2019", "2019-05-04"),
            ("d.mm.yyyy", "4.05.2019", "2019-05-04"), ("dd-mmm-yy", "04-May-19", "2019-05-04"),
            ("dd mmm yyyy", "04 MAY 2019", "2019-05-04"), ("d mmmm yyyy", "4 September 2019", "2019-09-04"),
            ("d/m/yyyy hh:mm", "1/7/2019 09:30", "2019-07-01"),
        ])
    func names(form: String, text: String, day: String) throws {
        #expect(try #require(DateForm(form, century: 2000)).date(text)?.description == day)
    }

    @Test(
        "Texts that do not fit such a form are refused",
        arguments: [
            ("d/m/yyyy", "1/7/19"), ("d/m/yyyy", "31/2/2019"), ("d/m/yyyy", "001/7/2019"), ("d/m/yyyy", "/7/2019"),
            ("dd-mmm-yy", "04-Mai-19"), ("dd-mmm-yy", "4-May-19"), ("dd-mmm-yy", "04-May-2019"),
            ("dd mmm yyyy", "31 Jun 2019"),
            ("dd-mmm-yy", "04-Sept-19"),
        ])
    func refusedNames(form: String, text: String) throws {
        #expect(try #require(DateForm(form, century: 2000)).date(text) == nil)
    }

    @Test("A two-digit year needs a century, and is a year of that century")
    func centuries() throws {
        #expect(DateForm("dd-mmm-yy") == nil && DateForm.needsCentury("dd-mmm-yy"))
        #expect(!DateForm.needsCentury("dd/mm/yyyy") && !DateForm.needsCentury("dd/mm"))
        #expect(try #require(DateForm("dd/mm/yy", century: 1900)).date("01/02/03")?.description == "1903-02-01")
    }

    @Test("A number without a fixed width needs a separator after it", arguments: ["dmyyyy", "dmmyyyy", "yyyymd"])
    func ambiguous(text: String) { #expect(DateForm(text) == nil) }

    @Test(
        "Every day is read back from every form that has a day, a month and a year",
        arguments: ["d/m/yyyy", "dd mmm yyyy", "d-mmmm-yyyy"])
    func roundTrip(form: String) throws {
        let read = try #require(DateForm(form))
        for number in stride(from: Int32(-20_000), to: 40_000, by: 37) {
            let date = CalendarDate(day: number)
            let (year, month, day) = date.civil
            let name = Month(year: year, month: month).name
            let years = Digits.padded(year, to: 4)
            let text =
                switch form {
                case "d/m/yyyy": "\(day)/\(month)/\(years)"
                case "dd mmm yyyy": "\(Digits.padded(day, to: 2)) \(name.prefix(3)) \(years)"
                default: "\(day)-\(name)-\(years)"
                }
            #expect(read.date(text) == date)
        }
    }

    @Test("After hh, mm means minutes, so a form that begins with hh has no mm for the month")
    func minutesFirst() { #expect(DateForm("hh:mm dd/mm/yyyy") == nil) }

    @Test("Every day of a leap year comes back from each form", arguments: ["dd/mm/yyyy", "yyyy-mm-dd", "mm.dd.yyyy"])
    func everyDay(text: String) throws {
        let form = try #require(DateForm(text))
        let first = try #require(CalendarDate(year: 2020, month: 1, day: 1))
        for offset in 0..<366 {
            let date = CalendarDate(day: first.day + Int32(offset))
            let (year, month, day) = date.civil
            let written = text.replacing("yyyy", with: Digits.padded(year, to: 4))
                .replacing("mm", with: Digits.padded(month, to: 2)).replacing("dd", with: Digits.padded(day, to: 2))
            #expect(form.date(written) == date)
        }
    }
}
