import Normalisation
import Tabular
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
        "Anything else is unknown, never a silent other",
        arguments: [
            "4.40", "4.4.1", "4", "44", "N8", "8 N", " 8N", "8N ", "8NN", "4/", "/4", "4//4", "0044", "-4.4", "4.-4",
            "４.４", "8Ñ", "105",
            "injury", "999", "004/4/1", "4.004",
        ])
    func unknown(text: String) {
        let result = EventFixture().normalise([EventFixture.row("2019-04-01", text)])
        #expect(result.faults == [RowFault(row: 0, rule: .unknownCategory, field: 1)])
        #expect(result.outcomes == [.quarantined])
    }

    @Test("A code that belongs to nobody here is out of scope, in any dialect", arguments: ["51", "051"])
    func outOfScope(text: String) {
        #expect(EventFixture().normalise([EventFixture.row("2019-04-01", text)]).outcomes == [.outOfScope(.category)])
    }

    @Test("An unknown code comes with the one that was probably meant")
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
