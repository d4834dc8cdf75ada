import Aggregation
import Core
import Disclosure
import Indicators
import Testing

/// What three or more groups, or two that overlap, reveal together: the cells of their cross-classification.
@Suite("Groups taken together")
struct CrossClassificationTests {
    private static let quarter = ["2019-07", "2019-08", "2019-09"]

    private static func group(_ codes: UInt16...) -> TreatmentGroup {
        TreatmentGroup(name: "\(codes)", codes: codes.map { $0...$0 })
    }

    /// Returns three groups with three clients in all of them, and at least five in each pair or in only one group.
    private static func threeGroups() -> ControlFixture {
        var fixture = ControlFixture()
        for code in [1, 2, 3] as [UInt16] { fixture.clients(20, drug: code) }
        fixture.clients(6, drug: 1, 2)
        fixture.clients(7, drug: 1, 3)
        fixture.clients(8, drug: 2, 3)
        fixture.clients(3, drug: 1, 2, 3)
        return fixture
    }

    private static let unions: [[UInt16]] = [[1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]]

    private static func group(of codes: [UInt16]) -> TreatmentGroup {
        TreatmentGroup(name: "\(codes)", codes: codes.map { $0...$0 })
    }

    @Test("Three groups and all their unions reveal the clients who are in all three")
    func threeGroupsInOneRelease() throws {
        var fixture = Self.threeGroups()
        for codes in Self.unions { fixture.row("\(codes)", group: Self.group(of: codes)) }
        fixture.column(.value)
        #expect(try fixture.printed(withSecondary: false).joined().allSatisfy { $0 != "[c]" })
        let names = try fixture.control().recovered(from: [fixture.table()])
        #expect(names.contains { $0.hasPrefix("a part of ") }, "\(names)")
        #expect(try fixture.printed().joined().count { $0 == "[c]" } == 1)
        let control = try fixture.control()
        #expect(try control.recovered(from: control.apply(to: [fixture.table()])).isEmpty)
    }

    @Test("Unions in earlier releases count, too; when one union is missing, nothing is revealed")
    func threeGroupsInSeveralReleases() throws {
        var fixture = Self.threeGroups()
        fixture.row("any", group: Self.group(of: [1, 2, 3]))
        fixture.column(.value)
        func earlier(_ codes: [UInt16], _ value: Int) -> EarlierFigure {
            let subject = IndicatorSubject.treatment(
                source: "treatment", measure: .inEffectiveTreatment, group: Self.group(of: codes))
            let indicator = Indicator(
                name: "", subject: subject, kind: .rollingCount, unitNoun: "", denominator: nil)
            return EarlierFigure(
                .counted(indicator, area: 0), measure: .value, period: "2019-20-Q2", value: Rational(value),
                isOfOtherPipeline: true)
        }
        let figures = zip(Self.unions, [36, 37, 38, 64, 64, 64]).map(earlier)
        #expect(try fixture.printed() == [["84"]])
        #expect(try fixture.printed(figures) == [["[c]"]])
        #expect(try fixture.printed(Array(figures.dropLast())) == [["84"]])
    }

    @Test("Two groups of offences that share a code, and their union, reveal the number of the code")
    func offences() throws {
        var fixture = ControlFixture()
        for month in Self.quarter {
            for (category, count) in [(1, 8), (2, 1), (3, 9)] {
                fixture.events(UInt16(category), month, count)
            }
        }
        fixture.row("one", categories: [1, 2])
        fixture.row("two", categories: [2, 3])
        fixture.row("all", categories: [1, 2, 3])
        fixture.column(.value)
        #expect(try fixture.printed(withSecondary: false) == [["27"], ["30"], ["54"]])
        #expect(try fixture.printed().joined().count { $0 == "[c]" } == 1)
        let control = try fixture.control()
        #expect(try control.recovered(from: control.apply(to: [fixture.table()])).isEmpty)
        #expect(
            try control.recovered(from: [fixture.table()])
                == ["a part of one, Home, 2019-20-Q2 and two, Home, 2019-20-Q2 and all, Home, 2019-20-Q2"])
        // Without a policy nothing is withheld.
        fixture.rows = []
        fixture.row("one", categories: [1, 2], .none)
        fixture.row("two", categories: [2, 3], .none)
        fixture.row("all", categories: [1, 2, 3], .none)
        #expect(try fixture.printed() == [["27"], ["30"], ["54"]])
    }

    @Test("Overlapping groups with a flag, and their union with the flag, reveal the number that they share")
    func flags() throws {
        var fixture = ControlFixture()
        for month in Self.quarter {
            for (category, count) in [(1, 4), (2, 1), (3, 5)] {
                fixture.events(UInt16(category), month, count, flags: 1)
                fixture.events(UInt16(category), month, 20)
            }
        }
        for (label, categories) in [("one", [1, 2]), ("two", [2, 3]), ("all", [1, 2, 3])] {
            fixture.row(label, categories: Set(categories), .none)
            fixture.row("\(label) with hate", categories: Set(categories), flag: 1)
        }
        fixture.column(.value)
        #expect(try fixture.printed(withSecondary: false).joined().allSatisfy { $0 != "[c]" })
        let printed = try fixture.printed()
        #expect(printed.joined().count { $0 == "[c]" } == 1)
        // Groups without a policy are still shown.
        for row in [0, 2, 4] { #expect(printed[row] != ["[c]"]) }
    }

    @Test("A number that follows only from rows and periods together is protected, too")
    func twoRespects() throws {
        var fixture = ControlFixture()
        fixture.events(1, "2019-04", 3)
        for month in ["2019-04", "2019-05", "2019-06"] + Self.quarter { fixture.events(2, month, 10) }
        for month in Self.quarter { fixture.events(1, month, 4) }
        fixture.row("all", categories: [1, 2])
        fixture.row("two", categories: [2])
        fixture.column(.value)
        fixture.column(.value, .yearToDate)
        // 75 less 60 is 15, and 42 less 30 is 12, which leaves 3 in the first quarter.
        #expect(try fixture.printed(withSecondary: false) == [["42", "75"], ["30", "60"]])
        #expect(try fixture.printed().joined().count { $0 == "[c]" } == 1)
    }

    @Test("A total less two of its rows is protected, too, when the other rows are withheld")
    func rests() throws {
        var fixture = ControlFixture()
        for month in Self.quarter {
            for (category, count) in [(1, 10), (2, 20)] { fixture.events(UInt16(category), month, count) }
        }
        fixture.events(3, "2019-07", 1)
        fixture.events(4, "2019-08", 3)
        for category in 1...4 { fixture.row("\(category)", categories: [category]) }
        fixture.row("all", categories: [1, 2, 3, 4])
        fixture.column(.value)
        // Each of the two can be anything from zero to four, and both together are four.
        #expect(try fixture.printed(withSecondary: false) == [["30"], ["60"], ["[c]"], ["[c]"], ["94"]])
        #expect(try fixture.printed().joined().count { $0 == "[c]" } == 3)
        let open = try fixture.control(withSecondary: false).apply(to: [fixture.table()])
        #expect(
            try fixture.control().recovered(from: open).contains {
                $0.hasPrefix("all, Home, 2019-20-Q2 without ")
            })
    }

    @Test("Windows of clients that together cover another window give a bound on it")
    func windows() throws {
        // The second group has four clients in the year before, eight in the twelve months to March and five now.
        func fixture(_ columns: [PeriodRole]) -> ControlFixture {
            var fixture = ControlFixture()
            fixture.clients(1, drug: 1, from: "2017-11-02", to: "2018-03-02")
            fixture.clients(3, drug: 2, from: "2017-11-02", to: "2018-08-02")
            fixture.clients(1, drug: 2, from: "2017-11-02", to: "2018-07-02")
            fixture.clients(4, drug: 2, from: "2018-11-02")
            fixture.clients(1, drug: 2, from: "2019-05-02")
            fixture.row("any", group: Self.group(1, 2))
            fixture.row("second", group: Self.group(2))
            for column in columns { fixture.column(.value, column) }
            return fixture
        }
        let open = fixture([.quarter, .yearBefore, .baseline])
        #expect(try open.printed(withSecondary: false) == [["5", "5", "8"], ["5", "[c]", "8"]])
        // At least three of the five clients of the year before are in the second group: eight less five.
        #expect(try open.printed().joined().count { $0 == "[c]" } > 1)
        let narrower = fixture([.quarter, .yearBefore])
        #expect(try narrower.printed().joined().count { $0 == "[c]" } == 1)
    }

    @Test("Groups that cross too many others are withheld, and most groups are still shown")
    func manyGroups() throws {
        var fixture = ControlFixture()
        for code in (1...24) as ClosedRange<UInt16> { fixture.clients(9, drug: code, code % 24 + 1) }
        for code in (1...24) as ClosedRange<UInt16> { fixture.row("\(code)", group: Self.group(code)) }
        fixture.column(.value)
        let taken = try ContinuousClock().measure {
            let printed = try fixture.printed().joined()
            #expect(printed.count { $0 == "[c]" } < 12)
            #expect(printed.contains("[c]"))
            #expect(try fixture.control().recovered(from: fixture.control().apply(to: [fixture.table()])).isEmpty)
        }
        #expect(taken < .seconds(60))
    }
}
