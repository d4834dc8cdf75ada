import Core
import Normalisation
import Testing

@Suite struct OffenceCodeTests {
    @Test(
        "A Home Office code is known in each of its dialects",
        arguments: [
            ("4.4", 0), ("4/4", 0), ("004/04", 0), ("004.04", 0), ("04/4", 0), ("8N", 1), ("008N", 1), ("08n", 1),
            ("8n", 1),
            ("008/06", 1), ("8/6", 1), ("8.6", 1), ("8/06", 1), ("Injury", 1), ("4.10", 2), ("4/10", 2), ("004/10", 2),
            ("4.1", 3),
            ("4/1", 3), ("004/01", 3), ("105A", 4), ("105a", 4),
        ])
    func dialects(text: String, category: Int) {
        let result = EventFixture().normalise([EventFixture.row("2019-04-01", text)])
        #expect(result.outcomes == [.accepted])
        #expect(result.keys.map(\.category) == [category])
    }

    @Test(
        "Any other text is an unknown code, and is never counted as another code",
        arguments: [
            "4.40", "4.4.1", "4", "44", "N8", "8 N", " 8N", "8N ", "8NN", "4/", "/4", "4//4", "0044", "-4.4", "4.-4",
            "４.４", "8Ñ",
            "injury", "999", "004/4/1", "4.004",
        ])
    func unknown(text: String) {
        let result = EventFixture().normalise([EventFixture.row("2019-04-01", text)])
        #expect(result.faults == [RowFault(row: 0, rule: .unknownCategory, field: 1)])
        #expect(result.outcomes == [.quarantined])
    }

    @Test(
        "A class number is resolved by its class when the whole class is in one group",
        arguments: [
            ("008/77", 1), ("8.0", 1), ("008/00", 1), ("105", 4), ("105/01", 4), ("105.0", 4),
            // The list's entry for the exact code takes precedence.
            ("8/06", 1), ("4.10", 2), ("4.1", 3),
        ])
    func classes(text: String, category: Int) {
        let result = EventFixture().normalise([EventFixture.row("2019-04-01", text)])
        #expect(result.outcomes == [.accepted])
        #expect(result.keys.map(\.category) == [category])
    }

    @Test(
        "Nothing is resolved for a divided class, a letter, or a class that the list lacks",
        arguments: ["4/77", "8Z", "77/01"])
    func dividedClasses(text: String) {
        #expect(EventFixture().normalise([EventFixture.row("2019-04-01", text)]).outcomes == [.quarantined])
    }

    @Test("An unknown code comes with the groups of its class")
    func groupsOfClass() {
        let list = EventFixture.classification
        #expect(
            list.note(onClassOf: "004/77")
                == "class 4 is divided between 'All' and 'Other'; add the code with the group that it belongs to")
        #expect(list.note(onClassOf: "8Z") == "all codes of class 8 are in 'All', so propose this group")
        #expect(list.note(onClassOf: "77/01") == nil && list.note(onClassOf: "NFIB9") == nil)
        #expect(list.suggestions(for: "4/77", among: list.names).isEmpty)
        #expect(list.suggestions(for: "8Z", among: list.names) == ["8N"])
    }

    @Test("A class out of scope is out of scope in all its numbers", arguments: ["51/03", "051/00"])
    func classOutOfScope(text: String) {
        #expect(EventFixture().normalise([EventFixture.row("2019-04-01", text)]).outcomes == [.outOfScope(.category)])
    }

    @Test("A code that belongs to no group is out of scope, in any dialect", arguments: ["51", "051"])
    func outOfScope(text: String) {
        #expect(EventFixture().normalise([EventFixture.row("2019-04-01", text)]).outcomes == [.outOfScope(.category)])
    }

    @Test("For an unknown code, the code that was probably intended is suggested")
    func suggestion() {
        let rules = EventRules(
            classification: EventFixture.classification, areas: .table(EventFixture.areas), flags: [])
        let normaliser = EventNormaliser(schema: EventFixture().schema, rules: rules, capacity: 1)
        let fault = RowFault(row: 0, rule: .unknownCategory, field: 1)
        #expect(normaliser.suggestions(for: fault, value: "105B") == ["105A"])
        #expect(normaliser.suggestions(for: fault, value: "theft of a bicycle").isEmpty)
        let area = RowFault(row: 0, rule: .unknownArea, field: 3)
        #expect(normaliser.suggestions(for: area, value: "Hartlepol") == ["Hartlepool"])
    }
}
