import Core
import Testing

/// The ways in which tables and partners write years and quarters.
@Suite struct PeriodFormTests {
    @Test(
        "A year of a table has two or four digits for its end",
        arguments: ["2018/19", "2018-19", "2018/2019", "2018-2019"])
    func years(text: String) { #expect(FinancialYear(inTable: text) == FinancialYear(start: 2018)) }

    @Test(
        "Two years that do not follow each other are not a financial year",
        arguments: ["2018/2020", "2018/2018", "2018/20", "2018", "2018//019"])
    func noYears(text: String) { #expect(FinancialYear(inTable: text) == nil) }

    @Test(
        "A quarter is known by number or by its months",
        arguments: [
            "2018/19 Q1", "2018-19 Q1", "2018-19-Q1", "Q1 2018/19", "Q1 2018/2019", "2018/19 Quarter 1",
            "quarter 1 2018/19",
            "Apr-Jun 2018", "April to June 2018", "April - June 2018", "apr to jun 2018",
        ])
    func quarters(text: String) throws {
        let quarter = try #require(FinancialQuarter("2018-19-Q1"))
        #expect(ReturnedValue.Span(text) == .quarter(quarter))
    }

    @Test("January to March belong to the financial year before")
    func lastQuarter() throws {
        #expect(ReturnedValue.Span("Jan-Mar 2020") == .quarter(try #require(FinancialQuarter("2019-20-Q4"))))
    }

    @Test(
        "A text that names no financial year or quarter is refused",
        arguments: [
            "Apr-May 2018", "May-Jul 2018", "Apr-Jun", "Apr-Jun 18", "Q5 2018/19", "Q1", "2018", "Q1 2018", "2018/19 Q",
            "2018/19 2019/20", "Apr-Jun-Sep 2018", "", "Oct-Dec 2018/19",
        ])
    func noSpans(text: String) { #expect(ReturnedValue.Span(text) == nil) }

    @Test("Every quarter is read from its number and from its months, and never as another quarter")
    func laws() throws {
        for year in 1990..<2060 {
            for number in 1...4 {
                let quarter = try #require(FinancialQuarter(year: FinancialYear(start: year), number: number))
                let period = quarter.period
                let months = "\(period.first.name.prefix(3))-\(period.last.name.prefix(3)) \(period.last.year)"
                for text in ["Q\(number) \(quarter.year.title)", months, period.words] {
                    #expect(ReturnedValue.Span(text) == .quarter(quarter))
                }
            }
        }
    }
}
