import Disclosure
import Indicators
import Testing

@Suite("Releases together")
struct ReleasesTogetherTests {
    private static func returned(
        _ value: Int, _ periods: [String], isShown: Bool = true, below: Int? = 5
    ) -> DisclosureRecord.Count {
        var subject = SubjectCode(source: "returns", kind: .count)
        subject.returned = "entrants"
        return .init(
            name: "entrants \(periods.joined(separator: "+"))", subject: subject, periods: periods, areas: ["E01"],
            value: value, isShown: isShown, below: below)
    }

    private static func clients(_ value: Int, _ drugs: [String], isShown: Bool = true) -> DisclosureRecord.Count {
        var subject = SubjectCode(source: "treatment", kind: .rollingCount)
        subject.drugs = drugs
        return .init(
            name: "clients \(drugs)", subject: subject, stage: 1, periods: ["2019-06"], areas: ["E01"], value: value,
            isShown: isShown, below: 5)
    }

    private static func revealed(_ releases: [DisclosureRecord.Count]...) throws -> [String] {
        try ReleasesTogether(releases.map { DisclosureRecord($0) }).revealed()
    }

    @Test("A year to date and the quarters before give the last quarter back")
    func quarters() throws {
        let first = [Self.returned(9, ["2019-20-Q1"])]
        let second = [
            Self.returned(12, ["2019-20-Q1", "2019-20-Q2"]), Self.returned(3, ["2019-20-Q2"], isShown: false),
        ]
        #expect(try Self.revealed(second).isEmpty)
        #expect(try Self.revealed(second, first) == ["entrants 2019-20-Q2"])
        #expect(try Self.revealed(first, second) == ["entrants 2019-20-Q2"])
        // What others reveal among themselves is not this release's doing.
        #expect(try Self.revealed([Self.returned(30, ["2018-19-Q1"])], first, second).isEmpty)
        // A number that was revised since says nothing exact.
        #expect(
            try Self.revealed(second, [Self.returned(8, ["2019-20-Q1"]), Self.returned(9, ["2019-20-Q1"])]).isEmpty
                == false)
    }

    @Test("Groups that overlap give back the clients who are in one alone")
    func groups() throws {
        let drug = [Self.clients(46, ["1000-6999"])]
        let any = [Self.clients(50, ["1000-9999"]), Self.clients(4, ["7000-9999"], isShown: false)]
        #expect(try Self.revealed(any).isEmpty)
        #expect(try Self.revealed(any, drug) == ["clients [\"1000-9999\"] without clients [\"1000-6999\"]"])
    }

    @Test("Releases of deliveries that contradict each other are compared as far as they agree")
    func contradiction() throws {
        let year = [Self.returned(20, ["2019-20-Q1", "2019-20-Q2"]), Self.returned(3, ["2019-20-Q2"], isShown: false)]
        #expect(try Self.revealed(year, [Self.returned(25, ["2019-20-Q1"])]).isEmpty)
        #expect(try Self.revealed(year, [Self.returned(17, ["2019-20-Q1"])]) == ["entrants 2019-20-Q2"])
    }
}
