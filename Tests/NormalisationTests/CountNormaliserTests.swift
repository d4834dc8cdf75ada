import Core
import Normalisation
import TestSupport
import Testing

@Suite struct CountNormaliserTests {
    private static let fields: [SchemaField] = {
        var csp = SchemaField(name: "csp", role: .csp)
        csp.unassigned = "Unassigned"
        var count = SchemaField(name: "count", type: .integer, role: .count)
        count.groupSeparator = ","
        return [
            SchemaField(name: "year", role: .financialYear), SchemaField(name: "quarter", role: .financialQuarter),
            SchemaField(name: "force", role: .force), csp, SchemaField(name: "code", role: .category), count,
        ]
    }()

    private static func schema(_ fields: [SchemaField] = fields) -> TableSchema {
        var schema = TableSchema.of(fields)
        schema.records = .counts
        return schema
    }

    private static let areas = AreaTable(
        areas: EventFixture.areas.areas
            + [.init(code: "E23000013", name: "Cleveland", shortName: "Cleveland", inScope: false, isTotal: true)],
        byName: EventFixture.areas.byName.merging(["Cleveland": 3, "Redcar": 0]) { own, _ in own }, byLSOA: [:],
        byCSP: ["Hartlepool": 0, "E22000027": 0, "Stockton-on-Tees": 1, "Darlington": 2],
        parts: [[0], [1], [2], [0, 1]])

    private static let labels = LabelMappings([
        "csp": ["Stockton on Tees": "Stockton-on-Tees"], "code": ["Assault (other)": "105A"],
    ])

    private static func normalise(_ rows: [[String]], _ schema: TableSchema = schema(), faulty: Set<Int> = [])
        -> (CountNormaliser, [RowFault])
    {
        let rules = CountRules(classification: EventFixture.classification, labels: labels)
        let normaliser = CountNormaliser(schema: schema, rules: rules, areas: areas)
        let faults = normaliser.normalise(MadeUpBatches(schema).batch(rows)) { faulty.contains($0) }
        return (normaliser, faults)
    }

    private static func row(
        _ year: String = "2019/20", _ quarter: String = "1", force: String = "Cleveland", csp: String = "Hartlepool",
        code: String = "8N", count: String = "5"
    ) -> [String] {
        [year, quarter, force, csp, code, count]
    }

    /// Returns the number of rows that a later row about the same cell replaces.
    private static func displacedCount(_ normaliser: CountNormaliser) async -> Int {
        let block = IdentifiedBlock(rows: normaliser.rows, lineBase: 0, payloadBase: 0)
        return await SupersessionResolver([[block]]) { _, _, _ in false }.displacements(threads: 1).count
    }

    @Test("Years, quarters, counts and codes mean the same in every form, and rows for one cell stay one cell")
    func forms() async {
        let (normaliser, faults) = Self.normalise([
            Self.row(), Self.row("2019/2020", "1.0", count: "7.0"),
            Self.row("2019-20", "Q1", code: "008N", count: "1,007"),
            Self.row(code: "105.0"), Self.row(code: "105/00"),
        ])
        #expect(faults.isEmpty)
        #expect(normaliser.counts.map(\.month.description) == Array(repeating: "2019-04", count: 5))
        #expect(normaliser.counts.map(\.count) == [5, 7, 1007, 5, 5])
        #expect(await Self.displacedCount(normaliser) == 3)
    }

    @Test("Two partnerships that are mapped to one name are two cells, and add up")
    func merged() async {
        let (normaliser, faults) = Self.normalise([
            Self.row(csp: "Stockton on Tees"), Self.row(csp: "Stockton-on-Tees"),
        ])
        #expect(faults.isEmpty && normaliser.counts.map(\.area) == [1, 1])
        #expect(await Self.displacedCount(normaliser) == 0)
    }

    @Test("The case of a name makes no difference, but an invisible blank does")
    func names() {
        let (normaliser, faults) = Self.normalise([
            Self.row(csp: "HARTLEPOOL"), Self.row(csp: "Hartlepool\u{A0}"), Self.row("2019/21"), Self.row(count: "7.5"),
        ])
        #expect(normaliser.counts.map(\.area) == [0])
        #expect(faults.map(\.rule) == [.unknownArea, .unknownPeriod, .invalidNumber])
    }

    @Test("A quarter's count belongs to the quarter's first month, as the whole number that is written")
    func counts() {
        let (normaliser, faults) = Self.normalise([
            Self.row(), Self.row("2019-20", "Q4", csp: "E22000027", count: "1,234"),
            Self.row("2019/20", "2", csp: "Stockton on Tees", code: "Assault (other)", count: "-3"),
            Self.row(count: "0"),
        ])
        #expect(faults.isEmpty)
        #expect(normaliser.counts.map(\.month.description) == ["2019-04", "2020-01", "2019-07", "2019-04"])
        #expect(normaliser.counts.map(\.count) == [5, 1234, -3, 0])
        #expect(normaliser.counts.map(\.area) == [0, 0, 1, 0])
        #expect(normaliser.counts.map(\.category) == [1, 1, 4, 1])
        #expect(normaliser.rows.allSatisfy { $0.outcome == .accepted })
        #expect(normaliser.rows.map(\.line) == [2, 3, 4, 5])
        #expect(normaliser.rows.map(\.payload) == [0, 1, 2, 3])
    }

    @Test(
        "Each reason to be out of scope, whatever else the row says",
        arguments: [
            (row(csp: "Unassigned Cleveland"), OutOfScope.unassigned),
            (row(force: "Durham", csp: "Unassigned Durham"), .unassigned),
            (row(force: "Durham", csp: "Darlington"), .outsideArea), (row(csp: "E22000099"), .outsideArea),
            (row(force: "Devon", csp: "Hartlepol"), .outsideArea),
            (row(force: "Devon", csp: "Exeter", code: "none", count: "x"), .outsideArea),
            (row("never", "9", force: "Devon", csp: "Exeter"), .outsideArea), (row(code: "51"), .category),
        ])
    func outOfScope(row: [String], reason: OutOfScope) {
        let (normaliser, faults) = Self.normalise([row])
        #expect(faults.isEmpty)
        #expect(normaliser.rows.map(\.outcome) == [.outOfScope(reason)])
    }

    @Test(
        "Each fault of a count",
        arguments: [
            (row("2019/21"), FindingRule.unknownPeriod, 0 as Int?), (row("1066/67"), .unknownPeriod, 0),
            (row("2019/20", "5"), .unknownPeriod, 1), (row("2019/20", ""), .unknownPeriod, 1),
            (row(csp: "Hartlepol"), .unknownArea, 3), (row(csp: "Billingham"), .unknownArea, 3),
            (row(csp: ""), .areaMissing, 3), (row(code: "999"), .unknownCategory, 4),
            (row(code: ""), .missingRequired, 4), (row(count: ""), .invalidNumber, 5),
            (row(count: "12,34"), .invalidNumber, 5), (row(count: "5.5"), .invalidNumber, 5),
            (row(count: "10000000000"), .invalidNumber, 5),
        ])
    func faults(row: [String], rule: FindingRule, field: Int?) {
        let (normaliser, faults) = Self.normalise([row])
        #expect(faults == [RowFault(row: 0, rule: rule, field: field)])
        #expect(normaliser.counts.isEmpty && normaliser.rows.isEmpty)
    }

    @Test("Without a force, a name close to a known one is a typing error, and any other name is another partnership")
    func withoutForce() {
        let fields = Self.fields.filter { $0.role != .force }
        let rows = ["Hartlepol", "Exeter"].map { csp in
            Self.row(csp: csp).enumerated().filter { $0.offset != 2 }.map(\.element)
        }
        let (normaliser, faults) = Self.normalise(rows, Self.schema(fields))
        #expect(faults.map(\.rule) == [.unknownArea])
        #expect(normaliser.rows.map(\.outcome) == [.outOfScope(.outsideArea)])
    }

    @Test("For an unknown label the nearest known label is suggested, or none when no label is near")
    func suggestions() {
        let (normaliser, _) = Self.normalise([])
        func suggestion(_ rule: FindingRule, _ value: String) -> String? {
            normaliser.suggestions(for: RowFault(row: 0, rule: rule, field: 3), value: value).first
        }
        #expect(suggestion(.unknownArea, "Hartlepol") == "Hartlepool")
        #expect(suggestion(.unknownArea, "Redcar") == "Hartlepool")
        #expect(suggestion(.unknownArea, "Billingham") == nil)
        #expect(suggestion(.unknownCategory, "105B") == "105A")
    }

    @Test("A month can replace year and quarter, and an authority can replace the partnership")
    func months() {
        let fields = [
            SchemaField(name: "month", type: .yearmonth, role: .month), SchemaField(name: "la", role: .localAuthority),
            SchemaField(name: "code", role: .category), SchemaField(name: "count", type: .integer, role: .count),
        ]
        let (normaliser, faults) = Self.normalise(
            [["2019-05", "Hartlepool", "8N", "5"], ["2019-13", "Hartlepool", "8N", "5"]], Self.schema(fields))
        #expect(normaliser.counts.map(\.month.description) == ["2019-05"])
        #expect(faults == [RowFault(row: 1, rule: .unknownPeriod, field: 0)])
        #expect(Self.schema(fields).grain == .month)
        #expect(Self.schema().grain == .quarter)
    }

    @Test("A second row for a cell is a repeat or a replacement; a different label in any column makes another cell")
    func identity() async {
        let cases: [([String], Displacement.Standing?)] = [
            (Self.row(), .duplicate), (Self.row(count: "6"), .superseded), (Self.row("2018/19"), nil),
            (Self.row("2019/20", "2"), nil), (Self.row(csp: "Stockton-on-Tees"), nil), (Self.row(code: "4.4"), nil),
            (Self.row(force: "Durham"), nil),
        ]
        for (second, standing) in cases {
            let (normaliser, _) = Self.normalise([Self.row(), second])
            let counts = normaliser.counts
            let block = IdentifiedBlock(rows: normaliser.rows, lineBase: 0, payloadBase: 0)
            let displaced = await SupersessionResolver([[block]]) { counts[Int($1)] == counts[Int($2)] }
                .displacements(threads: 1)
            #expect(displaced.map(\.standing) == (standing.map { [$0] } ?? []), "\(second)")
        }
    }

    @Test("Rows that already have a fault are skipped")
    func faulty() {
        let (normaliser, faults) = Self.normalise([Self.row(), Self.row(csp: "")], faulty: [1])
        #expect(faults.isEmpty && normaliser.counts.count == 1)
        #expect(normaliser.takeRecords().rows.count == 1)
        #expect(normaliser.takeRecords().counts.isEmpty)
    }

    @Test("Labels of events are mapped, too, and only in the column that the table is for")
    func events() {
        let schema = TableSchema.of(EventFixture.fields)
        let labels = LabelMappings(["code": ["Old injury": "8N"], "la": ["Hartlepool Town": "Hartlepool"]])
        let rules = EventRules(
            classification: EventFixture.classification, areas: .table(EventFixture.areas), flags: [], labels: labels)
        let normaliser = EventNormaliser(schema: schema, rules: rules, capacity: 2)
        let found = normaliser.normalise(
            MadeUpBatches(schema).batch([
                EventFixture.row("2019-04-30", "Old injury", lsoa: "", la: "Hartlepool Town"),
                EventFixture.row("2019-04-30", "Hartlepool Town"),
            ]), faults: [])
        #expect(found == [RowFault(row: 1, rule: .unknownCategory, field: 1)])
        #expect(FactKey(word: normaliser.keys[0]).category == 1)
    }
}
