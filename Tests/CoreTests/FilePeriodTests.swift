import Core
import Testing

@Suite struct FilePeriodTests {
    @Test(
        "The name of a file gives a month, months or a day",
        arguments: [
            ("2014-04-cleveland-street.csv", "2014-04-01", "2014-04-30"),
            ("2014-04/2014-04-cleveland-street.csv", "2014-04-01", "2014-04-30"),
            ("2014-04/street.csv", "2014-04-01", "2014-04-30"),
            ("2014-05-12/2014-04/street.csv", "2014-04-01", "2014-04-30"), ("2014-02.csv", "2014-02-01", "2014-02-28"),
            ("crime/2019-07-10_force-crime_cleveland.csv", "2019-07-10", "2019-07-10"),
            ("2014-04_2014-06-street.csv", "2014-04-01", "2014-06-30"),
            ("2014-06 to 2014-04.csv", "2014-04-01", "2014-06-30"), ("x2016-02-29.csv", "2016-02-29", "2016-02-29"),
            ("2019-07-32.csv", "2019-07-01", "2019-07-31"),
        ])
    func periods(name: String, first: String, last: String) {
        let period = FilePeriod(fileName: name)
        #expect(period?.first.description == first)
        #expect(period?.last.description == last)
    }

    @Test(
        "Other names give none",
        arguments: [
            "", "street.csv", "2014-07-15/street.csv", "2014-13.csv", "12014-04.csv", "2014-045.csv", "2014_04.csv",
            "20140401.csv",
        ])
    func none(name: String) {
        #expect(FilePeriod(fileName: name) == nil)
    }

    @Test("A financial year is not taken for a month, unless its second number could be one")
    func financialYear() {
        #expect(FilePeriod(fileName: "crime_2018-19.csv") == nil)
        // Without other information, everyone reads 2011-12 as December 2011.
        #expect(FilePeriod(fileName: "crime_2011-12.csv")?.first.description == "2011-12-01")
    }
}
