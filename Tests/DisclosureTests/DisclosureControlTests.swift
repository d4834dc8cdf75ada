import Aggregation
import Core
import Disclosure
import Indicators
import Testing

@Suite("Disclosure control of tables")
struct DisclosureControlTests {
    private static func earlier(_ period: String, _ value: Int?, _ measure: Measure = .value) -> EarlierFigure {
        earlier(
            .counted(indicator(.returned(source: "returns", name: "entrants")), area: 0), period, value, measure)
    }

    private static func earlier(
        _ meaning: EarlierFigure.Meaning, _ period: String, _ value: Int?, _ measure: Measure = .value,
        elsewhere: Bool = false
    ) -> EarlierFigure {
        EarlierFigure(
            meaning, measure: measure, period: period, value: value.map { Rational($0) }, isOfOtherPipeline: elsewhere)
    }

    private static func indicator(_ subject: IndicatorSubject, _ kind: IndicatorKind = .count) -> Indicator {
        Indicator(name: "young people", subject: subject, kind: kind, unitNoun: "persons", denominator: nil)
    }

    /// Returns for two quarters, 9 and 3, and for the same quarters of the year before, 8 and 6.
    private static func returns(_ policy: DisclosurePolicy = .usual) -> ControlFixture {
        var fixture = ControlFixture()
        fixture.returned("entrants", "2018/19 Q1", "8")
        fixture.returned("entrants", "2018/19 Q2", "6")
        fixture.returned("entrants", "2019/20 Q1", "9")
        fixture.returned("entrants", "2019/20 Q2", "3")
        fixture.row("young people", returned: "entrants", policy)
        for measure in [Measure.value, .difference, .percentDifference, .direction] { fixture.column(measure) }
        fixture.column(.value, .yearBefore)
        fixture.column(.value, .yearToDate)
        return fixture
    }

    @Test("A small count is withheld with every figure that is made from it, and their status says so")
    func derived() throws {
        let fixture = Self.returns()
        #expect(try fixture.printed() == [["[c]", "[c]", "[c]", "[c]", "6", "12"]])
        let figure = try fixture.control().apply(to: [fixture.table()])[0].figures[0]
        #expect(figure.status == "confidential")
        #expect(figure.value == .missing(.confidential))
        #expect(figure.unit == .count("persons"))
        #expect(figure.markers.isEmpty)
    }

    @Test("With the policy none everything is shown")
    func none() throws {
        #expect(try Self.returns(.none).printed() == [["3", "-3", "-50.0% [u]", "Down", "6", "12"]])
    }

    @Test("A year to date is withheld when an earlier release has the quarters before, unless it has been revised")
    func earlierRelease() throws {
        let fixture = Self.returns()
        let published = [Self.earlier("2019-20-Q1", 9)]
        #expect(try fixture.printed(published) == [["[c]", "[c]", "[c]", "[c]", "6", "[c]"]])
        #expect(try fixture.printed([Self.earlier("2019-20-to-Q1", 9)])[0][5] == "[c]")
        #expect(try fixture.printed([Self.earlier("2019-20-Q1", 1, .difference)])[0][5] == "[c]")
        #expect(try fixture.printed([Self.earlier("2019-20-Q1", 10)])[0][5] == "12")
        let control = try fixture.control(published)
        let open = try fixture.control(withSecondary: false).apply(to: [fixture.table()])
        #expect(try control.recovered(from: open) == ["young people, Home, 2019-20-Q2"])
        #expect(try control.recovered(from: control.apply(to: [fixture.table()])).isEmpty)
    }

    @Test("A figure of a release without subjects counts as any figure that it can be")
    func unknownMeaning() throws {
        let fixture = Self.returns()
        func printed(_ source: String?, _ area: String, _ value: Int) throws -> String {
            try fixture.printed([Self.earlier(.unknown(source: source, area: area), "2019-20-Q1", value)])[0][5]
        }
        #expect(try printed(nil, "Home", 9) == "[c]")
        #expect(try printed("returns", "An area that was renamed", 9) == "[c]")
        #expect(try printed("crime", "Home", 9) == "12")
        #expect(try printed(nil, "Home", 8) == "12")
        // A small number does not count as known because of a figure that may be another one.
        let small = [Self.earlier(.unknown(source: nil, area: "Home"), "2019-20-Q2", 3)]
        #expect(try fixture.printed(small) == [["[c]", "[c]", "[c]", "[c]", "6", "12"]])
    }

    @Test("Figures of earlier releases for which this release has no row can still reveal its figures")
    func otherRows() throws {
        var fixture = ControlFixture()
        for month in ["2019-07", "2019-08", "2019-09"] {
            fixture.events(1, month, 1)
            fixture.events(2, month, 20)
        }
        fixture.row("all", categories: [1, 2])
        fixture.column(.value)
        #expect(try fixture.printed() == [["63"]])
        func earlier(_ categories: Set<Int>, _ value: Int?, elsewhere: Bool = false) -> EarlierFigure {
            let indicator = Self.indicator(.events(source: "crime", categories: categories, flag: nil))
            return Self.earlier(.counted(indicator, area: 0), "2019-20-Q2", value, elsewhere: elsewhere)
        }
        let published = [earlier([1], nil), earlier([2], 60)]
        #expect(try fixture.printed(published) == [["[c]"]])
        #expect(try fixture.printed([earlier([2], 60)]) == [["[c]"]])
        #expect(try fixture.printed([earlier([2], 59)]) == [["63"]])
        // A figure that another pipeline withholds stays withheld: it may protect figures that are unknown here.
        #expect(try fixture.printed([earlier([1, 2], nil)]) == [["63"]])
        #expect(try fixture.printed([earlier([1, 2], nil, elsewhere: true)]) == [["[c]"]])
    }

    @Test("A year to date less its quarter, and a total less its rows, are protected like counts")
    func implied() throws {
        var fixture = ControlFixture()
        fixture.returned("entrants", "2019/20 Q1", "3")
        fixture.returned("entrants", "2019/20 Q2", "9")
        fixture.row("young people", returned: "entrants")
        fixture.column(.value)
        fixture.column(.value, .yearToDate)
        let printed = try fixture.printed()[0]
        #expect(printed.count { $0 == "[c]" } == 1)
        let name = "young people, Home, 2019-20-to-Q2 without young people, Home, 2019-20-Q2"
        #expect(try fixture.control().recovered(from: [fixture.table()]) == [name])

        var rows = ControlFixture()
        for month in ["2019-07", "2019-08", "2019-09"] {
            for (category, count) in [(1, 20), (2, 30), (3, 1)] { rows.events(UInt16(category), month, count) }
        }
        for (label, categories) in [("one", [1]), ("two", [2]), ("all", [1, 2, 3])] {
            rows.row(label, categories: Set(categories))
        }
        rows.column(.value)
        #expect(try rows.printed().joined().count { $0 == "[c]" } == 1)
        #expect(
            try rows.control().recovered(from: [rows.table()])
                == ["all, Home, 2019-20-Q2 without the parts shown beside it"])
    }

    @Test("A type that was not in use protects nothing, because readers know that its count is zero")
    func notInUse() throws {
        var fixture = ControlFixture()
        for month in ["2019-07", "2019-08", "2019-09"] {
            for (category, count) in [(1, 1), (2, 10), (3, 12)] { fixture.events(UInt16(category), month, count) }
        }
        for (label, categories) in [("one", [1]), ("two", [2]), ("three", [3]), ("all", [1, 2, 3, 4])] {
            fixture.row(label, categories: Set(categories))
        }
        fixture.column(.value)
        #expect(try fixture.printed().joined().count { $0 == "[c]" } == 1)
        let time = Classification.CodeTime(from: nil, until: Month("2013-04"), before: nil)
        fixture.facts.partialLists["crime"] = Classification(
            name: "types",
            codes: (0...4).map { Classification.Code(code: "\($0)", title: "", group: 0, time: $0 == 4 ? time : nil) },
            groups: [Classification.Group(name: "all", title: "", parent: nil)], dialect: .exact, aliases: [:])
        #expect(try fixture.printed().joined().count { $0 == "[c]" } == 2)
    }

    @Test("A small count that an earlier release has is still withheld, and does not block the release")
    func published() throws {
        let fixture = Self.returns()
        let control = try fixture.control([Self.earlier("2019-20-Q2", 3)])
        let tables = try control.apply(to: [fixture.table()])
        #expect(tables[0].figures.map(\.display) == ["[c]", "[c]", "[c]", "[c]", "6", "12"])
        #expect(try control.recovered(from: tables).isEmpty)
    }

    /// Two categories with their total, in two areas with their total.
    private static func events() -> ControlFixture {
        var fixture = ControlFixture()
        for month in ["2019-07", "2019-08", "2019-09"] {
            fixture.events(1, month, 1)
            fixture.events(2, month, 20)
            fixture.events(1, month, 10, area: 1)
            fixture.events(2, month, 30, area: 1)
        }
        fixture.row("one", categories: [1])
        fixture.row("two", categories: [2])
        fixture.row("all", categories: [1, 2])
        for area in 0...2 { fixture.column(.value, area: area) }
        return fixture
    }

    @Test("Totals of rows and of areas do not reveal a count")
    func totals() throws {
        let fixture = Self.events()
        #expect(
            try fixture.printed(withSecondary: false)
                == [["[c]", "30", "33"], ["60", "90", "150"], ["63", "120", "183"]])
        let printed = try fixture.printed()
        #expect(printed.joined().count { $0 == "[c]" } == 4)
        let control = try fixture.control()
        #expect(try control.recovered(from: control.apply(to: [fixture.table()])).isEmpty)
        let open = try fixture.control(withSecondary: false).apply(to: [fixture.table()])
        #expect(try control.recovered(from: open) == ["one, Home, 2019-20-Q2"])
        #expect(try control.recovered(from: [fixture.table()]) == ["one, Home, 2019-20-Q2"])
    }

    @Test("A zero that is not printed because of rows at fault is still known to readers, and protects nothing")
    func hiddenZero() throws {
        var fixture = ControlFixture()
        for month in ["2019-07", "2019-08", "2019-09"] {
            fixture.events(1, month, 1)
            fixture.events(3, month, 20)
        }
        fixture.rowAtFault(2, "2019-07")
        for (label, categories) in [("one", [1]), ("two", [2]), ("three", [3]), ("all", [1, 2, 3])] {
            fixture.row(label, categories: Set(categories))
        }
        fixture.column(.value)
        #expect(try fixture.printed(withSecondary: false) == [["[c]"], ["[x]"], ["60"], ["63"]])
        // Any number but zero would be printed in the second row, so 63 less 60 less 0 is 3.
        let control = try fixture.control()
        let open = try fixture.control(withSecondary: false).apply(to: [fixture.table()])
        #expect(try control.recovered(from: open).contains("one, Home, 2019-20-Q2"))
        let printed = try fixture.printed()
        #expect(printed[2] == ["[c]"] || printed[3] == ["[c]"])
    }

    @Test("Clients of a group in another release are distinguished by the group's drug codes")
    func groupsOfOthers() throws {
        var fixture = ControlFixture()
        fixture.clients(20, drug: 1001)
        fixture.clients(26, drug: 1044)
        fixture.clients(3, drug: 1046)
        // Six clients outside the group 'any'.
        fixture.clients(6, drug: 2000)
        fixture.row("any", group: TreatmentGroup(name: "any", codes: [1001...1046]))
        fixture.column(.value)
        func earlier(_ codes: [ClosedRange<UInt16>], _ value: Int?) -> EarlierFigure {
            let group = TreatmentGroup(name: "theirs", codes: codes)
            return Self.earlier(
                .counted(
                    Self.indicator(
                        .treatment(source: "treatment", measure: .inEffectiveTreatment, group: group), .rollingCount),
                    area: 0), "2019-20-Q2", value, elsewhere: true)
        }
        #expect(try fixture.printed() == [["49"]])
        // The earlier group has 44 of the 46 codes, and 49 less 46 is 3. A code without clients makes no difference.
        #expect(try fixture.printed([earlier([1001...1044], 46)]) == [["[c]"]])
        #expect(try fixture.printed([earlier([1001...1044, 3000...3000], 46)]) == [["[c]"]])
        // With six clients outside 'any', 49 and 52 do not show how many clients have neither.
        #expect(try fixture.printed([earlier([1001...1044, 2000...2000], 52)]) == [["49"]])
    }

    @Test("The union of two groups in earlier releases would reveal the clients who are in both")
    func unionOfOthers() throws {
        var fixture = ControlFixture()
        fixture.clients(30, drug: 1101)
        fixture.clients(3, drug: 1101, 7001)
        fixture.clients(20, drug: 7001)
        fixture.row("any", group: TreatmentGroup(name: "any", codes: [1000...1999, 7000...7999]))
        fixture.column(.value)
        func earlier(_ codes: ClosedRange<UInt16>, _ value: Int) -> EarlierFigure {
            let group = TreatmentGroup(name: "theirs", codes: [codes])
            let subject = IndicatorSubject.treatment(
                source: "treatment", measure: .inEffectiveTreatment, group: group)
            return Self.earlier(
                .counted(Self.indicator(subject, .rollingCount), area: 0), "2019-20-Q2", value, elsewhere: true)
        }
        let (opiate, alcohol) = (earlier(1000...1999, 33), earlier(7000...7999, 23))
        #expect(try fixture.printed() == [["53"]])
        #expect(try fixture.printed([opiate]) == [["53"]])
        #expect(try fixture.printed([opiate, alcohol]) == [["[c]"]])
        #expect(
            try fixture.control([opiate, alcohol]).recovered(from: [fixture.table()]).contains { $0.hasPrefix("both ") }
        )
    }

    @Test("A withheld figure stays withheld when the definition no longer has a policy")
    func policyDropped() throws {
        let earlier = [Self.earlier("2019-20-Q2", nil)]
        let printed = try Self.returns(.none).printed(earlier)[0]
        #expect(printed[0] == "[c]")
        #expect(printed == (try Self.returns().printed(earlier)[0]))
        // A lower limit does not show a number that a higher one withheld.
        let lower = EarlierFigure(
            .counted(Self.indicator(.returned(source: "returns", name: "entrants")), area: 0), measure: .value,
            period: "2019-20-Q2", value: nil, mayHaveOtherPolicy: true)
        #expect(try Self.returns(.suppressBelow(3)).printed()[0][0] == "3")
        #expect(try Self.returns(.suppressBelow(3)).printed([lower])[0][0] == "[c]")
    }

    @Test("A count that is also in a row with the policy 'none' is withheld there, too")
    func sameCount() throws {
        var fixture = Self.events()
        fixture.row("one again", categories: [1], .none)
        let printed = try fixture.printed()
        #expect(printed[3] == printed[0])
        #expect(printed[3][0] == "[c]")
    }

    @Test("A percentage that is undefined because it is from zero is withheld when the zero is withheld")
    func changeFromZero() throws {
        var fixture = ControlFixture()
        fixture.returned("entrants", "2018/19 Q2", "0")
        fixture.returned("entrants", "2019/20 Q2", "8")
        fixture.row("young people", returned: "entrants", .suppressBelow(5, zeroToo: true))
        fixture.column(.value)
        fixture.column(.percentDifference)
        #expect(try fixture.printed() == [["8", "[c]"]])
    }

    @Test("A figure made from a withheld number is withheld even when another part is missing or there was nobody")
    func partMissing() throws {
        var fixture = ControlFixture()
        fixture.returned("entrants", "2019/20 Q2", "3")
        fixture.row("young people", returned: "entrants")
        for measure in [Measure.value, .difference, .percentDifference, .direction] { fixture.column(measure) }
        fixture.column(.value, .yearBefore)
        #expect(try fixture.printed() == [["[c]", "[c]", "[c]", "[c]", "[x]"]])
        func shares(_ policy: DisclosurePolicy) throws -> [[String]] {
            var fixture = ControlFixture()
            fixture.clients(20, drug: 1001)
            fixture.row("any", group: TreatmentGroup(name: "any", codes: [1000...1999]), .representation, policy)
            for measure in [Measure.value, .difference, .direction] { fixture.column(measure) }
            return try fixture.printed()
        }
        #expect(try shares(.none) == [["[z]", "[z]", "[z]"]])
        #expect(try shares(.suppressBelow(5, zeroToo: true)) == [["[c]", "[c]", "[c]"]])
    }

    @Test("Months are not shown for indicators with a policy, nor for others when their source has a withheld figure")
    func months() throws {
        var fixture = Self.events()
        fixture.row("two again", categories: [2], .none)
        let (strict, open) = (fixture.rows[0].indicator, fixture.rows[3].indicator)
        func allows(_ indicator: Indicator, _ tables: [FigureTable]) -> Bool {
            DisclosureControl.allowsMonths(of: indicator, in: tables, layouts: [fixture.layout])
        }
        #expect(try !allows(strict, [fixture.table()]))
        #expect(try allows(open, [fixture.table()]))
        #expect(try !allows(open, fixture.control().apply(to: [fixture.table()])))
    }

    @Test("A year that is less than the sum of its quarters counts as a separate number")
    func noSums() throws {
        var fixture = Self.returns()
        fixture.returned("entrants", "2018/19", "2")
        fixture.column(.value, .baseline)
        #expect(try fixture.printed()[0].last == "[c]")
        let control = try fixture.control([Self.earlier("2018-19-Q1", 8)])
        #expect(try control.recovered(from: control.apply(to: [fixture.table()])).isEmpty)
    }

    @Test("A year less three of its quarters reveals the fourth")
    func year() throws {
        var fixture = ControlFixture()
        for (quarter, value) in [(1, "9"), (2, "6"), (3, "3"), (4, "8")] {
            fixture.returned("entrants", "2018/19 Q\(quarter)", value)
        }
        fixture.returned("entrants", "2018/19", "26")
        fixture.row("young people", returned: "entrants")
        fixture.column(.value, .baseline)
        #expect(try fixture.printed() == [["26"]])
        let published = [(1, 9), (2, 6), (3, nil), (4, 8)].map { Self.earlier("2018-19-Q\($0.0)", $0.1) }
        #expect(try fixture.printed(published) == [["[c]"]])
        let control = try fixture.control(published)
        #expect(try control.recovered(from: [fixture.table()]) == ["young people, Home, 2018-19-Q3"])
        #expect(try control.recovered(from: control.apply(to: [fixture.table()])).isEmpty)
    }
}
