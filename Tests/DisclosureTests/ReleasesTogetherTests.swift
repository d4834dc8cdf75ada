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

    @Test("A year to date and its earlier quarters reveal the last quarter")
    func quarters() throws {
        let first = [Self.returned(9, ["2019-20-Q1"])]
        let second = [
            Self.returned(12, ["2019-20-Q1", "2019-20-Q2"]), Self.returned(3, ["2019-20-Q2"], isShown: false),
        ]
        #expect(try Self.revealed(second).isEmpty)
        #expect(try Self.revealed(second, first) == ["entrants 2019-20-Q2"])
        #expect(try Self.revealed(first, second) == ["entrants 2019-20-Q2"])
        // What the other releases reveal among themselves is not reported for this release.
        #expect(try Self.revealed([Self.returned(30, ["2018-19-Q1"])], first, second).isEmpty)
        // Of two numbers for one quarter, the first in the list is used; the other has been revised and shows nothing
        // exact.
        #expect(
            try Self.revealed(second, [Self.returned(8, ["2019-20-Q1"]), Self.returned(9, ["2019-20-Q1"])]).isEmpty
                == false)
    }

    @Test("Groups that overlap reveal the clients who are in only one of them")
    func groups() throws {
        let drug = [Self.clients(46, ["1000-6999"])]
        let any = [Self.clients(50, ["1000-9999"]), Self.clients(4, ["7000-9999"], isShown: false)]
        #expect(try Self.revealed(any).isEmpty)
        #expect(try Self.revealed(any, drug) == ["clients [\"1000-9999\"] without clients [\"1000-6999\"]"])
    }

    @Test("The union of two groups reveals the clients who are in both, when releases have each group")
    func overlap() throws {
        let apart = [Self.clients(33, ["1000-1999"]), Self.clients(23, ["7000-7999"])]
        let any = [Self.clients(53, ["1000-1999", "7000-7999"])]
        let both = ["both clients [\"1000-1999\"] and clients [\"7000-7999\"]"]
        #expect(try Self.revealed(any, apart) == both)
        #expect(try Self.revealed(apart, any) == both)
        #expect(try Self.revealed(any, [apart[0]], [apart[1]]) == both)
        // Ten clients in both groups are not few, and one more group leaves open which groups clients are in.
        #expect(try Self.revealed([Self.clients(46, ["1000-1999", "7000-7999"])], apart).isEmpty)
        #expect(try Self.revealed([Self.clients(53, ["1000-1999", "2000-2999", "7000-7999"])], apart).isEmpty)
    }

    @Test("Releases of deliveries that contradict each other are compared as far as they agree")
    func contradiction() throws {
        let year = [Self.returned(20, ["2019-20-Q1", "2019-20-Q2"]), Self.returned(3, ["2019-20-Q2"], isShown: false)]
        #expect(try Self.revealed(year, [Self.returned(25, ["2019-20-Q1"])]).isEmpty)
        #expect(try Self.revealed(year, [Self.returned(17, ["2019-20-Q1"])]) == ["entrants 2019-20-Q2"])
    }

    @Test("A flag under another name is the same when it is read from the same column")
    func flags() throws {
        let year = [Self.events(12, "2019-09", flag: "hate", column: "hate")]
        #expect(
            try Self.revealed(year, [Self.events(9, "2019-06", flag: "bias", column: "hate")])
                == ["hate to 2019-09 without bias to 2019-06"])
        #expect(try Self.revealed(year, [Self.events(9, "2019-06", flag: "bias", column: "prejudice")]).isEmpty)
    }

    private static func events(
        _ value: Int, _ last: String, flag: String?, column: String = "hate", yes: String = "Y",
        categories: [String] = ["46"], isShown: Bool = true
    ) -> DisclosureRecord.Count {
        var subject = SubjectCode(source: "crime", kind: .count)
        subject.categoryCodes = categories
        if let flag { (subject.flag, subject.flagColumns, subject.flagValues) = (flag, [column], [yes]) }
        return .init(
            name: "\(flag ?? "all") to \(last)", subject: subject, periods: ["2019-04", last], areas: ["E01"],
            value: value, isShown: isShown, below: 5)
    }

    @Test("A flag and the other value of its column add up to the whole")
    func otherValue() throws {
        let hate = [
            Self.events(20, "2019-06", flag: "hate", categories: ["46", "8N"]),
            Self.events(3, "2019-06", flag: "hate", categories: ["8N"], isShown: false),
        ]
        func other(_ flag: String, yes: String) -> [DisclosureRecord.Count] {
            [Self.events(17, "2019-06", flag: nil), Self.events(0, "2019-06", flag: flag, yes: yes)]
        }
        // All of the 17 events have the flag, which leaves 3 of the 20.
        #expect(try Self.revealed(other("none", yes: "N"), hate).contains("hate to 2019-06"))
        #expect(try Self.revealed(other("hate", yes: "N"), hate).contains("hate to 2019-06"))
        #expect(try Self.revealed([other("none", yes: "N")[1]], hate).isEmpty)
    }

    @Test("Groups that differ in a few codes, or in codes that no client has, are compared by the codes of clients")
    func nearlyNested() throws {
        // One group has 46 codes; the other has 44 of them and one that no client has.
        let any = Self.clients(50, ["1001-1046"])
        let near = Self.clients(47, ["1001-1044", "2000-2000"])
        func revealed(_ codes: [UInt16]?) throws -> [String] {
            let records = [[any], [near]].map { DisclosureRecord($0, drugCodes: codes.map { ["treatment": $0] }) }
            return try ReleasesTogether(records).revealed()
        }
        #expect(try revealed([1001, 1046]) == ["clients [\"1001-1046\"] without \(near.name)"])
        #expect(try revealed([1001, 1046, 2000]).isEmpty)
        #expect(try revealed(nil).isEmpty)
    }

    @Test("Three groups and their unions in several releases reveal the clients who are in all three")
    func threeGroups() throws {
        func counts(_ values: [(Int, [String])]) -> [DisclosureRecord.Count] { values.map { Self.clients($0, $1) } }
        let one = counts([(36, ["1-1"]), (37, ["2-2"]), (38, ["3-3"])])
        let two = counts([(64, ["1-1", "2-2"]), (64, ["1-1", "3-3"]), (64, ["2-2", "3-3"])])
        let all = counts([(84, ["1-1", "2-2", "3-3"])])
        let revealed = try Self.revealed(all, one, two)
        #expect(revealed.count == 1 && revealed[0].hasPrefix("a part of "), "\(revealed)")
        #expect(try Self.revealed(one, two, all) == revealed)
        #expect(try Self.revealed(all, one, Array(two.dropLast())).isEmpty)
    }

    @Test("Groups of offences that share a code reveal its number together with their union")
    func offences() throws {
        func events(_ value: Int, _ categories: [String]) -> DisclosureRecord.Count {
            Self.events(value, "2019-06", flag: nil, categories: categories)
        }
        let apart = [events(23, ["34A", "34B"]), events(13, ["34B", "46"])]
        #expect(try Self.revealed([events(33, ["34A", "34B", "46"])], apart).count == 1)
        #expect(try Self.revealed([events(31, ["34A", "34B", "46"])], apart).isEmpty)
    }

    @Test("Groups that overlap in too many ways are not called safe")
    func manyGroups() throws {
        // Each client can be in any of 2 to the power of 9 sets of groups.
        let groups = (1...9).map { Self.clients(20 + $0, ["\($0)000-\($0)999"]) }
        #expect(throws: DisclosureFailure.numbersTooLarge) { try Self.revealed(groups, groups) }
    }
}
