import Core
import Normalisation
import TestSupport
import Testing

@Suite("Codes outside their time") struct CodesOutsideTimeTests {
    /// Burglary of a dwelling to March 2017, residential burglary to March 2023, then of a home or of an unconnected
    /// building. Theft is of no class. A type of its own since 2013 was counted under theft before.
    private static let list: Classification = {
        let (second, third) = (Month(year: 2017, month: 4), Month(year: 2023, month: 4))
        func code(_ code: String, _ group: Int?, from: Month? = nil, until: Month? = nil, before: Int? = nil)
            -> Classification.Code
        {
            let time = Classification.CodeTime(from: from, until: until, before: before)
            return .init(code: code, title: code, group: group, time: from == nil && until == nil ? nil : time)
        }
        return Classification(
            name: "burglary",
            codes: [
                code("28", 1), code("28A", 2, until: second.advanced(by: -1)),
                code("28E", 3, from: second, until: third.advanced(by: -1), before: 1),
                code("28I", 4, from: third, before: 2), code("28M", 5, from: third, before: 2),
                code("29", 2, until: second.advanced(by: -1)),
                code("29A", 3, from: second, until: third.advanced(by: -1), before: 5), code("46", 6),
                code("44", 7, from: Month(year: 2013, month: 5), before: 7),
                code("30A", 8, until: second.advanced(by: -1)), code("30C", 8, from: second, before: 9),
            ],
            groups: [
                ("all", nil), ("residential", 0), ("dwelling", 1), ("to 2023", 1), ("home", 1), ("unconnected", 1),
                ("theft", 0), ("bicycles", 0), ("business", 0),
            ].map { .init(name: $0.0, title: $0.0, parent: $0.1) },
            dialect: .homeOffice, aliases: [:])
    }()

    private static func normalise(_ rows: [[String]], faults: [RowFault] = []) -> EventFixture.Result {
        var fixture = EventFixture()
        fixture.classification = list
        return fixture.normalise(rows, faults: faults)
    }

    @Test(
        "A code in its time counts as itself, and otherwise in the group that it shares with the codes of the time",
        arguments: [
            ("28A", "2017-03-31", 1, false), ("28E", "2017-04-01", 2, false), ("28E", "2023-03-31", 2, false),
            ("28I", "2023-04-01", 3, false),
            // Later and earlier than the code, the sub-group is not certain.
            ("28A", "2017-04-01", 0, true), ("28I", "2023-03-31", 0, true), ("28E", "2023-04-01", 0, true),
            ("28A", "2024-01-01", 0, true), ("28M", "2016-01-01", 0, true),
            // All codes are in one group.
            ("30A", "2019-05-01", 10, true), ("30C", "2016-05-01", 9, true),
        ])
    func counted(code: String, day: String, category: Int, isOutside: Bool) {
        let result = Self.normalise([EventFixture.row(day, code)])
        #expect(result.outcomes == [.accepted] && result.faults.isEmpty)
        #expect(result.keys.map(\.category) == [category])
        #expect(result.codesOutsideTime.tallies.map(\.key.code) == (isOutside ? [code] : []))
    }

    @Test(
        "A class number counts under the class's codes of the time, or under the code for all of them",
        arguments: [
            ("28", "2016-05-01", 1), ("028/01", "2019-05-01", 2), ("28", "2024-05-01", 0), ("28/99", "2024-05-01", 0),
            ("29", "2016-05-01", 5), ("29", "2019-05-01", 6), ("029/00", "2019-05-01", 6), ("30/1", "2016-05-01", 9),
            ("30/1", "2024-05-01", 10),
        ])
    func classes(code: String, day: String, category: Int) {
        let result = Self.normalise([EventFixture.row(day, code)])
        #expect(result.outcomes == [.accepted])
        #expect(result.keys.map(\.category) == [category])
        #expect(result.codesOutsideTime.tallies.isEmpty)
    }

    @Test("Where the list does not show the group, the row is at fault, with the days of the code")
    func atFault() {
        // Bicycles have no group with theft that has a code of its own.
        let row = EventFixture.row("2012-05-01", "44")
        let result = Self.normalise([row])
        #expect(result.faults == [RowFault(row: 0, rule: .codeNotInUse, field: 1)])
        #expect(result.outcomes == [.quarantined] && result.codesOutsideTime.tallies.isEmpty)
        // When the date is at fault, it is not known whether the code was in use.
        let faults = [RowFault(row: 0, rule: .belowMinimum, field: 0)]
        #expect(Self.normalise([row], faults: faults).faults.isEmpty)
        #expect(Self.list.useOfCode(2) == "from 2017-04 to 2023-03" && Self.list.useOfCode(7) == nil)
    }

    @Test("Rows are added up by code, and only those that count")
    func tallies() {
        let rows = [
            EventFixture.row("2019-05-01", "28I"), EventFixture.row("2019-06-01", "28I"),
            EventFixture.row("2019-05-01", "28I", lsoa: "E01000005"), EventFixture.row("2019-05-01", "28A"),
            EventFixture.row("2019-05-01", "28A", cancelled: "Y"), EventFixture.row("2019-05-01", "28E"),
        ]
        let tallies = Self.normalise(rows).codesOutsideTime.tallies
        #expect(Dictionary(uniqueKeysWithValues: tallies.map { ($0.key.code, $0.value.rows) }) == ["28I": 2, "28A": 1])
        #expect(Set(tallies.keys.map(\.group)) == ["residential"])
    }

    @Test("For an unknown code of a class in several sub-groups, their common group is proposed")
    func proposal() {
        #expect(
            Self.list.note(onClassOf: "28Z") == "all codes of class 28 are in 'residential', so propose this group")
        #expect(Self.list.suggestions(for: "28Z", among: Self.list.names) == ["28"])
        #expect(Self.list.tied(with: "28Z", among: Self.list.names).isEmpty)
    }

    @Test("A table's row counts in the same way, except that a zero is not reported")
    func tables() {
        let schema = TableSchema.of([
            SchemaField(name: "year", role: .financialYear), SchemaField(name: "quarter", role: .financialQuarter),
            SchemaField(name: "la", role: .localAuthority), SchemaField(name: "code", role: .category),
            SchemaField(name: "count", type: .integer, role: .count),
        ])
        let rules = CountRules(classification: Self.list)
        let normaliser = CountNormaliser(schema: schema, rules: rules, areas: EventFixture.areas)
        func row(_ year: String, _ code: String, _ count: String) -> [String] {
            [year, "1", "Hartlepool", code, count]
        }
        let rows = [
            row("2017/18", "28A", "-2"), row("2019/20", "28I", "0"), row("2019/20", "28E", "7"),
            row("2013/14", "44", "3"), row("2012/13", "44", "3"),
        ]
        let faults = normaliser.normalise(MadeUpBatches(schema).batch(rows)) { _ in false }
        #expect(normaliser.counts.map(\.category) == [0, 3, 2, 8])
        #expect(faults == [RowFault(row: 4, rule: .codeNotInUse, field: 3)])
        #expect(normaliser.takeCodesOutsideTime().tallies.map(\.key.code) == ["28A"])
    }
}
