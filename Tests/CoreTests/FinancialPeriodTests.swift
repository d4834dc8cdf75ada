import Core
import Testing

@Suite struct FinancialPeriodTests {
    @Test("Q4 of 2019/20 is January to March 2020")
    func fourthQuarter() throws {
        let quarter = try #require(FinancialQuarter("2019-20-Q4"))
        #expect(quarter.period.words == "January to March 2020")
        #expect(quarter.period.description == "2020-01/2020-03")
        #expect(quarter.yearToDate.words == "April 2019 to March 2020")
        #expect(quarter.rollingYear == quarter.yearToDate)
        #expect(quarter.yearBefore.description == "2018-19-Q4")
        #expect(quarter.title == "2019/20 Quarter 4")
    }

    @Test("Every month lies in the quarter and the year that contain it")
    func containment() {
        for index in (1990 * 12)..<(2031 * 12) {
            let month = Month(index: index)
            let quarter = FinancialQuarter(containing: month)
            #expect(quarter.period.contains(month))
            #expect(FinancialYear(containing: month).period.contains(month))
            #expect(quarter.year == FinancialYear(containing: month))
            #expect(FinancialQuarter(quarter.description) == quarter)
            #expect(quarter.period.months.count == 3)
        }
    }

    @Test(
        "Years are read with a stroke or a dash", arguments: [("2019/20", 2019), ("2019-20", 2019), ("1999/00", 1999)])
    func years(text: String, start: Int) {
        #expect(FinancialYear(text)?.start == start)
        #expect(FinancialYear(text)?.title == text.replacing("-", with: "/"))
    }

    @Test(
        "Two years that do not follow each other, and other texts, are not financial years",
        arguments: [
            "2019/21", "2019/19", "2019/2020", "2019 20", "19/20", "", "2019/2", "abcd/ef", "2000/+1", "1999/-0",
            "+999/00",
            "２０19", "2019.20", "0999/00",
        ])
    func noYears(text: String) { #expect(FinancialYear(text) == nil) }

    @Test(
        "Quarters are read with a dash or a blank", arguments: ["2019-20-Q1", "2019/20 Q1", "2019/20-Q1", "2019-20 Q1"])
    func quarters(text: String) { #expect(FinancialQuarter(text)?.description == "2019-20-Q1") }

    @Test(
        "Other texts are not quarters",
        arguments: [
            "2019-20-Q5", "2019-20-Q0", "2019-20Q1", "2019-20-q1", "2019-21-Q1", "Q1 2019/20", "2019-20_Q1",
            "2000/+1-Q1", "",
        ])
    func noQuarters(text: String) { #expect(FinancialQuarter(text) == nil) }

    @Test("A quarter has a number from 1 to 4")
    func numbers() {
        let year = FinancialYear(start: 2019)
        #expect(
            (0...5).map { FinancialQuarter(year: year, number: $0) != nil } == [false, true, true, true, true, false])
    }

    @Test("Periods have words")
    func words() {
        let (april, june) = (Month(year: 2019, month: 4), Month(year: 2019, month: 6))
        #expect(Period(first: april, last: june).words == "April to June 2019")
        #expect(Period(first: april, last: june).shortWords == "Apr to Jun 2019")
        #expect(Period(first: april, last: april).words == "April 2019")
        #expect(Period(first: april, last: april).description == "2019-04")
        #expect(Period(first: april.advanced(by: -6), last: june).words == "October 2018 to June 2019")
        #expect(Period(first: april.advanced(by: -6), last: june).shortWords == "Oct 2018 to Jun 2019")
        #expect(Period(first: june, last: april) == Period(first: june, last: june))
    }

    @Test("Years and quarters are in order")
    func order() throws {
        let quarters = ["2018-19-Q4", "2019-20-Q1", "2019-20-Q2", "2020-21-Q1"].compactMap { FinancialQuarter($0) }
        #expect(quarters.count == 4)
        #expect(quarters.shuffled().sorted() == quarters)
    }
}
