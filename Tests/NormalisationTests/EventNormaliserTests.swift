import Core
import Normalisation
import TestSupport
import Testing

@Suite struct EventNormaliserTests {
    private typealias Fixture = EventFixture

    @Test(
        "The LSOA takes precedence; the authority's name is used for rows without an LSOA",
        arguments: [
            ("E01000001", "", 0), ("E01000001", "Stockton-on-Tees", 0), ("", "Stockton-on-Tees", 1),
            ("NA", "E06000004", 1),
            ("E01000001", "Nowhere", 0), ("E01000001", "Darlington", 0),
        ])
    func areas(lsoa: String, la: String, area: Int) {
        let result = Fixture().normalise([Fixture.row(lsoa: lsoa, la: la)])
        #expect(result.outcomes == [.accepted])
        #expect(result.keys.map(\.area) == [area])
        #expect(result.faults.isEmpty)
    }

    @Test(
        "Areas that are not counted are out of scope",
        arguments: [
            ("E01000005", ""), ("E01999999", ""), ("E01999999", "Leeds"), ("", "Darlington"), ("", "E08000001"),
        ])
    func outside(lsoa: String, la: String) {
        #expect(Fixture().normalise([Fixture.row(lsoa: lsoa, la: la)]).outcomes == [.outOfScope(.outsideArea)])
    }

    @Test("An unknown name is a finding; a row without a place is a finding or out of scope, as the schema says")
    func unknownAndMissing() {
        var fixture = Fixture()
        let rows = [Fixture.row(lsoa: "", la: "Hartlepol"), Fixture.row(lsoa: "", la: "NA")]
        #expect(
            fixture.normalise(rows).faults == [
                RowFault(row: 0, rule: .unknownArea, field: 3), RowFault(row: 1, rule: .areaMissing, field: nil),
            ])
        fixture.schema.noArea = .outOfScope
        let lenient = fixture.normalise(rows)
        #expect(lenient.outcomes == [.quarantined, .outOfScope(.noLocation)])
    }

    @Test("With areas of the whole country, each area comes from the name of an LSOA")
    func openAreas() {
        let open = OpenAreas()
        var fixture = Fixture()
        fixture.areas = .lsoaName(open)
        fixture.schema.fields[2].role = .lsoaName
        let rows = ["Hartlepool 001A", "County Durham 012B", "Hartlepool 013C", "", "St. Helens 001A"].map {
            Fixture.row(lsoa: $0)
        }
        let result = fixture.normalise(rows)
        #expect(result.keys.map(\.area) == [0, 1, 0, 0, 2])
        #expect(open.names == ["Hartlepool", "County Durham", "St. Helens"])
        #expect(result.outcomes.map { $0 == .accepted } == [true, true, true, false, true])
    }

    @Test("A fact has its own month and flags, and nothing from rows next to it")
    func facts() {
        let result = Fixture().normalise([
            Fixture.row("2019-04-30", hate: "Y"), Fixture.row("2019-05-01", domestic: "Y"),
            Fixture.row("2019-12-31", hate: "Y", domestic: "Y"), Fixture.row("2020-01-01", hate: "", domestic: "NA"),
        ])
        #expect(result.keys.map(\.month.description) == ["2019-04", "2019-05", "2019-12", "2020-01"])
        #expect(result.keys.map(\.flags) == [2, 1, 3, 0])
    }

    @Test("Flags that no indicator counts have no bit")
    func unusedFlags() {
        var fixture = Fixture()
        fixture.flags = ["hate"]
        let result = fixture.normalise([Fixture.row(hate: "Y", domestic: "Y"), Fixture.row(domestic: "Y")])
        #expect(result.keys.map(\.flags) == [1, 0])
    }

    @Test("A cancelled crime counts as cancelled, unless it is out of scope or at fault")
    func cancelled() {
        let result = Fixture().normalise(
            [
                Fixture.row(cancelled: "Y"), Fixture.row(cancelled: "N"),
                Fixture.row(lsoa: "E01000005", cancelled: "Y"),
                Fixture.row("2019-04-01", "51", cancelled: "Y"), Fixture.row("2019-04-01", "?", cancelled: "Y"),
                Fixture.row(cancelled: "Y"),
            ], faults: [RowFault(row: 5, rule: .invalidBoolean, field: 4)])
        #expect(
            result.outcomes == [
                .cancelled, .accepted, .outOfScope(.outsideArea), .outOfScope(.category), .quarantined, .quarantined,
            ])
        #expect(result.faults.map(\.rule) == [.unknownCategory])
    }

    @Test("A row counts only when its month is plausible; any other month is one finding")
    func months() {
        let result = Fixture().normalise(
            [
                Fixture.row(""), Fixture.row("1849-01-01"), Fixture.row("2019-04-01"), Fixture.row("2019-02-30"),
                Fixture.row("9999-12-31"),
            ],
            faults: [RowFault(row: 3, rule: .invalidDate, field: 0)])
        #expect(result.outcomes == [.quarantined, .quarantined, .accepted, .quarantined, .quarantined])
        #expect(
            result.faults == [
                RowFault(row: 0, rule: .missingRequired, field: 0), RowFault(row: 1, rule: .invalidDate, field: 0),
                RowFault(row: 4, rule: .invalidDate, field: 0),
            ])
    }

    @Test("The meaning of a value does not depend on its batch")
    func laterBatches() {
        let schema = Fixture().schema
        let rules = EventRules(classification: Fixture.classification, areas: .table(Fixture.areas), flags: [])
        let normaliser = EventNormaliser(schema: schema, rules: rules, capacity: 2)
        let batches = MadeUpBatches(schema)
        let rows = [
            Fixture.row("2019-04-01", "8N"), Fixture.row("2019-05-01", "4.4", lsoa: "E01000004"),
            Fixture.row("2019-04-01", "105A"),
            Fixture.row("2019-06-01", "?"),
        ]
        var words: [UInt64] = []
        for pair in [rows[0...1], rows[2...3], rows[0...1]] {
            _ = normaliser.normalise(batches.batch(Array(pair)), faults: [])
            words += [normaliser.keys[0], normaliser.keys[1]]
        }
        #expect(words[0] == words[4] && words[1] == words[5])
        #expect(words[..<3].map { FactKey(word: $0).category } == [1, 0, 4])
        #expect(words[..<3].map { FactKey(word: $0).area } == [0, 1, 0])
    }

    @Test("The days of rows are recorded where they are needed, but not the days of rows in quarantine")
    func days() {
        for notesDays in [true, false] {
            let rules = EventRules(
                classification: EventFixture.classification, areas: .table(EventFixture.areas), flags: [],
                notesDays: notesDays)
            let normaliser = EventNormaliser(schema: EventFixture().schema, rules: rules, capacity: 8)
            let batches = MadeUpBatches(EventFixture().schema)
            let rows = [
                EventFixture.row("2019-04-11"), EventFixture.row("2019-04-20", lsoa: "E01000005"),
                EventFixture.row("2019-04-25", "999"), EventFixture.row("2019-04-12", cancelled: "Y"),
                EventFixture.row("2019-04-28"),
            ]
            _ = normaliser.normalise(batches.batch(rows), faults: [RowFault(row: 4, rule: .patternMismatch, field: 2)])
            let april = Month(year: 2019, month: 4)
            #expect(normaliser.takeDays().monthDays(upTo: nil).days[april] == (notesDays ? 11...20 : nil))
            #expect(normaliser.takeDays() == DayCounts())
        }
    }
}
