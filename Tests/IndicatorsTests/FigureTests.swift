import Core
import Indicators
import Testing

@Suite struct FigureTests {
    private static func figure(_ value: FigureValue, _ unit: FigureUnit, decimals: Int = 1) -> Figure {
        Figure(
            table: "t", section: "s", row: "r", area: "a", measure: .value, period: "2019-20-Q1", value: value,
            unit: unit,
            decimals: decimals)
    }

    @Test("Figures are printed with their unit, except counts and rates")
    func display() throws {
        let number = try #require(Rational(-16_485, over: 10))
        #expect(Self.figure(.number(number), .count("crimes"), decimals: 0).display == "-1,649")
        #expect(Self.figure(.number(number), .percent).display == "-1,648.5%")
        #expect(Self.figure(.number(number), .percentagePoints).display == "-1,648.5 pp")
        #expect(Self.figure(.number(number), .rate(denominator: "residents")).display == "-1,648.5")
    }

    @Test("A share that rounds to zero has no sign")
    func noMinusNought() throws {
        let small = try #require(Rational(-1, over: 100))
        #expect(Self.figure(.number(small), .percent).display == "0.0%")
    }

    @Test("Reasons have a stable code, a marker and an explanation")
    func reasons() {
        let reasons: [(MissingReason, String, String)] = [
            (.notDelivered(source: "crime", month: Month(year: 2019, month: 4)), "not-delivered", "[x]"),
            (.notReturned, "not-returned", "[x]"), (.notDivided, "not-in-source", "[x]"),
            (.noDenominator, "no-denominator", "[x]"),
            (.partMissing, "part-missing", "[x]"), (.changeFromZero, "change-from-zero", "[z]"),
            (.notCompared, "not-compared", "[z]"), (.notApplicable, "not-applicable", "[z]"),
            (.nobody, "nobody", "[z]"),
            (.partner("Waiting for data"), "waiting-for-data", "Waiting for data"),
        ]
        for (reason, code, display) in reasons {
            let figure = Self.figure(.missing(reason), .percent)
            #expect(figure.status == code)
            #expect(figure.display == display)
            #expect(reason.explanation.hasPrefix(display))
        }
    }

    @Test("Only a target that is not agreed has a status")
    func targets() {
        #expect(Self.figure(.target(Target(aim: .reduce, isConfirmed: false)), .words).status == "to-be-confirmed")
        #expect(Self.figure(.target(Target(aim: .reduce, isConfirmed: true)), .words).status.isEmpty)
        #expect(Self.figure(.number(Rational(0)), .percent).status.isEmpty)
    }

    @Test("Periods are named for figures and counted in months")
    func periodRoles() throws {
        let quarter = try #require(FinancialQuarter("2019-20-Q4"))
        let names = PeriodRole.allCases.map { $0.name(for: quarter) }
        #expect(names == ["2018-19", "2018-19-Q4", "2019-20-Q4", "2019-20-to-Q4"])
        let months = PeriodRole.allCases.map { $0.months(for: quarter).description }
        #expect(months == ["2018-04/2019-03", "2019-01/2019-03", "2020-01/2020-03", "2019-04/2020-03"])
    }
}
