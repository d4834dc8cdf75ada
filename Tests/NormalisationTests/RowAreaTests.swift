import Core
import Normalisation
import TestSupport
import Testing

/// Rows with columns that contradict each other about the place.
@Suite struct RowAreaTests {
    private static let fields = [
        SchemaField(name: "month", type: .yearmonth, role: .month), SchemaField(name: "code", role: .category),
        SchemaField(name: "lsoa", role: .lsoa), SchemaField(name: "name", role: .lsoaName),
        SchemaField(name: "la", role: .localAuthority), SchemaField(name: "force", role: .force),
    ]

    private static let areas = AreaTable(
        areas: [
            .init(code: "E06000001", name: "Hartlepool", shortName: "Hartlepool", inScope: true, isTotal: false),
            .init(code: "E06000004", name: "Stockton-on-Tees", shortName: "Stockton", inScope: true, isTotal: false),
            .init(code: "E23000013", name: "Cleveland", shortName: "Cleveland", inScope: false, isTotal: true),
        ],
        byName: ["Hartlepool": 0, "Stockton-on-Tees": 1, "Cleveland": 2, "Cleveland Police": 2],
        byLSOA: ["E01000001": 0, "E01000004": 1], parts: [[0], [1], [0, 1]])

    private struct Outcome {
        let areas: [Int?]
        let faults, notes: [RowFault]
        let unlisted: UnlistedLSOAs
    }

    private func locate(
        _ rows: [(lsoa: String, name: String, la: String, force: String)], from: TableSchema.AreaFrom = .lsoa,
        fields: [SchemaField] = RowAreaTests.fields
    ) -> Outcome {
        var schema = TableSchema.of(fields)
        schema.areaFrom = from
        let rules = EventRules(classification: EventFixture.classification, areas: .table(Self.areas), flags: [])
        let normaliser = EventNormaliser(schema: schema, rules: rules, capacity: rows.count)
        let values = rows.map { Array(["2019-04", "8N", $0.lsoa, $0.name, $0.la, $0.force].prefix(fields.count)) }
        let faults = normaliser.normalise(MadeUpBatches(schema).batch(values), faults: [])
        return Outcome(
            areas: rows.indices.map { row in
                normaliser.outcome(row) == .accepted ? FactKey(word: normaliser.keys[row]).area : nil
            }, faults: faults, notes: normaliser.notes, unlisted: normaliser.takeUnlisted())
    }

    @Test(
        "An LSOA that no table lists counts by its name or its authority, and is reported",
        arguments: [
            ("Hartlepool 015C", "", "", 0), ("Stockton-on-Tees 003A", "", "Elsewhere Police", 1),
            ("", "Hartlepool", "", 0), ("Hartlepool 015C", "Hartlepool", "", 0),
            ("Hartlepool 015C", "Cleveland", "", 0),
            ("", "Hartlepool", "Cleveland Police", 0),
        ])
    func unlisted(name: String, la: String, force: String, area: Int) {
        let outcome = locate([("E01035188", name, la, force), ("E01035188", name, la, force)])
        #expect(outcome.areas == [area, area])
        #expect(outcome.unlisted.counted.mapValues(\.rows) == ["E01035188": 2])
        #expect(outcome.unlisted.outside.isEmpty)
        #expect(outcome.faults.isEmpty && outcome.notes.isEmpty)
    }

    @Test(
        "A row with an unlisted LSOA is out of scope and reported when only its force is ours",
        arguments: [("Leeds 001A", ""), ("", ""), ("", "Leeds"), ("Hartlepool", ""), ("Hartlepool 15C", "")])
    func onlyForce(name: String, la: String) {
        let ours = locate([("E01099999", name, la, "Cleveland Police")])
        #expect(ours.areas == [nil] && ours.faults.isEmpty)
        #expect(ours.unlisted.outside.mapValues(\.rows) == ["E01099999": 1])
        #expect(ours.unlisted.counted.isEmpty)
        // If the force is another one, or if the file does not name forces, the row is not in the areas.
        #expect(locate([("E01099999", name, la, "Elsewhere Police")]).unlisted.isEmpty)
        #expect(locate([("E01099999", name, la, "")], fields: Array(Self.fields.dropLast())).unlisted.isEmpty)
    }

    @Test("A file without names of LSOAs, authorities or forces is read by its LSOA codes alone")
    func codesAlone() {
        let outcome = locate(
            [("E01000001", "", "", ""), ("E01099999", "", "", ""), ("E01000004", "", "", "")],
            fields: Array(Self.fields.prefix(3)))
        #expect(outcome.areas == [0, nil, 1])
        #expect(outcome.unlisted.isEmpty && outcome.notes.isEmpty)
    }

    @Test(
        "LSOA and authority that contradict each other are reported, and the schema says which counts",
        arguments: [
            ("E01000004", "", "Hartlepool", 1, 0), ("E01099999", "Stockton-on-Tees 003A", "Hartlepool", 1, 0),
            ("E01000004", "", "E08000035", 1, nil), ("E01099999", "Leeds 001A", "Hartlepool", nil, 0),
        ] as [(String, String, String, Int?, Int?)])
    func conflicts(lsoa: String, name: String, la: String, byLSOA: Int?, byAuthority: Int?) {
        let row = [(lsoa, name, la, "")]
        for (rule, area) in [(TableSchema.AreaFrom.lsoa, byLSOA), (.authority, byAuthority)] {
            let outcome = locate(row, from: rule)
            #expect(outcome.areas == [area])
            #expect(outcome.notes == [RowFault(row: 0, rule: .areaConflict, field: 4)])
            #expect(outcome.faults.isEmpty)
        }
        let neither = locate(row, from: .neither)
        #expect(neither.areas == [nil] && neither.notes.isEmpty)
        #expect(neither.faults == [RowFault(row: 0, rule: .areaConflict, field: 4)])
    }

    @Test("An authority that the table lacks contradicts an LSOA of ours; where the authority counts, it is unknown")
    func unknownAuthority() {
        let row = [("E01000001", "", "Leeds", "")]
        #expect(locate(row).areas == [0])
        #expect(locate(row).notes.map(\.rule) == [.areaConflict])
        #expect(locate(row, from: .authority).faults.map(\.rule) == [.unknownArea])
    }

    @Test(
        "Columns that agree, or one of which is empty, are not a conflict",
        arguments: [
            ("E01000001", "", "Hartlepool", 0), ("E01000001", "", "", 0), ("", "", "Hartlepool", 0),
            ("E01000001", "", "Cleveland", 0), ("", "Stockton-on-Tees 003A", "", 1),
        ])
    func agreement(lsoa: String, name: String, la: String, area: Int) {
        for rule in TableSchema.AreaFrom.allCases {
            let outcome = locate([(lsoa, name, la, "")], from: rule)
            #expect(outcome.areas == [area])
            #expect(outcome.faults.isEmpty && outcome.notes.isEmpty && outcome.unlisted.isEmpty)
        }
    }

    @Test("Rows that are in quarantine for something else are not reported again")
    func quarantined() {
        var schema = TableSchema.of(Self.fields)
        schema.areaFrom = .lsoa
        let rules = EventRules(classification: EventFixture.classification, areas: .table(Self.areas), flags: [])
        let normaliser = EventNormaliser(schema: schema, rules: rules, capacity: 2)
        let rows = [
            ["2019-04", "999", "E01000004", "", "Hartlepool", ""],
            ["2019-04", "999", "E01035188", "", "Hartlepool", ""],
        ]
        #expect(normaliser.normalise(MadeUpBatches(schema).batch(rows), faults: []).count == 2)
        #expect(normaliser.notes.isEmpty && normaliser.takeUnlisted().isEmpty)
    }
}
