import Core
import Testing

@Suite struct DeliveryRuleTests {
    private static func day(_ path: String, _ rule: DeliveryRule = .fileName) -> String? {
        rule.days(ofFile: path).first(where: \.isCertain).map { "\($0.day)" }
    }

    @Test(
        "A day in the name counts, else the nearest folder with a day or a month; a month means the month's last day",
        arguments: [
            ("2019-07-10_crime.csv", "2019-07-10"),
            ("2018-01-01/2019-07-10_crime.csv", "2019-07-10"),
            ("2018-01-01/crime.csv", "2018-01-01"),
            ("2018-01-01/from 2018-02-02/crime.csv", "2018-02-02"),
            ("downloaded-2024-10/2024-04-city-street.csv", "2024-10-31"),
            ("2024-10/2024-04-city-street.csv", "2024-10-31"),
            ("batch 2024-02/a.csv", "2024-02-29"),
        ])
    func days(path: String, expected: String) { #expect(Self.day(path) == expected) }

    @Test("A folder named by a month alone may be a delivery when the file's name has no month; the rows decide")
    func uncertain() {
        let days = DeliveryRule.fileName.days(ofFile: "2024-02/range.csv")
        #expect(days.map { "\($0.day) \($0.isCertain)" } == ["2024-02-29 false"])
    }

    @Test(
        "A folder that is named after the month of its data gives no day of delivery, and the next folder counts",
        arguments: [
            ("2024-04/2024-04-city-street.csv", nil), ("2024-04/street.csv", nil), ("2024-04-city-street.csv", nil),
            ("2024-05/2024-04_2024-06.csv", nil), ("crime.csv", nil), ("crime_2018-19.csv", nil),
            ("archive-2025-01/2024-04/2024-04-city-street.csv", "2025-01-31"),
        ] as [(String, String?)])
    func dataMonths(path: String, expected: String?) { #expect(Self.day(path) == expected) }

    @Test("Other forms of date count only where the schema declares them")
    func forms() {
        let rule = DeliveryRule(forms: [.ddmmyy, .mmmyy])
        let (newer, older) = ("prc-csp-mar16-dec24-tables-240425.csv", "prc-csp-mar16-sep24.csv")
        #expect(Self.day(newer) == nil)
        #expect(Self.day(newer, rule) == "2025-04-24")
        #expect(Self.day(newer, DeliveryRule(forms: [.mmmyy])) == "2024-12-31")
        #expect(Self.day(older, rule) == "2024-09-30")
        // Six digits that are not a day, more than six digits, and words that only begin like a month are not read.
        #expect(Self.day("x-310225.csv", rule) == nil)
        #expect(Self.day("x-2404251.csv", rule) == nil)
        #expect(Self.day("march24-mar2.csv", rule) == nil)
    }

    @Test("A folder takes precedence over the end of the data, and that over the days after the period")
    func order() {
        let rule = DeliveryRule(forms: [.ddmmyy, .mmmyy], daysAfterPeriod: 60)
        let days = rule.days(ofFile: "got 2025-06/2024-10-dec24-240425.csv").map { "\($0.day)" }
        #expect(days == ["2025-04-24", "2025-06-30", "2024-12-31", "2024-12-30"])
        #expect(rule.days(ofFile: "got 2025-06/x.csv").first?.folderMonth == Month(year: 2025, month: 6))
        #expect(DeliveryRule.afterPeriod(days: 60).days(ofFile: "2024-10-x.csv").map { "\($0.day)" } == ["2024-12-30"])
    }

    @Test("A delivery is too small when it has less than half the rows of a delivery of at least five rows")
    func tooSmall() {
        let rule = DeliveryUnitRule(fields: [0])
        #expect(rule.isTooSmall(9, for: 20))
        #expect(!rule.isTooSmall(10, for: 20))
        #expect(!rule.isTooSmall(1, for: 4))
        #expect(DeliveryUnitRule(fields: [0], smallerThan: 90).isTooSmall(17, for: 20))
    }
}
