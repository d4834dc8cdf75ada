import Normalisation
import Tabular
import TestSupport
import Testing

@Suite struct ReturnNormaliserTests {
    private static let schema: TableSchema = {
        var schema = TableSchema.of([
            SchemaField(name: "indicator", role: .indicator), SchemaField(name: "period", role: .period),
            SchemaField(name: "area", role: .localAuthority), SchemaField(name: "value", type: .number, role: .value),
            SchemaField(name: "reason", role: .missingReason),
        ])
        schema.records = .returns
        return schema
    }()

    private static func normalise(_ rows: [[String]], faulty: Set<Int> = []) -> (ReturnNormaliser, [RowFault]) {
        let normaliser = ReturnNormaliser(schema: schema, areas: EventFixture.areas, indicators: ["fires", "marac"])
        let faults = normaliser.normalise(MadeUpBatches(schema).batch(rows)) { faulty.contains($0) }
        return (normaliser, faults)
    }

    /// The standing of rows of one extract after comparison.
    private static func displaced(_ rows: [[String]]) async -> [Displacement] {
        let (normaliser, _) = normalise(rows)
        let values = normaliser.values
        let block = IdentifiedBlock(rows: normaliser.rows, lineBase: 0, payloadBase: 0)
        return await SupersessionResolver([[block]]) { _, first, second in values[Int(first)] == values[Int(second)] }
            .displacements(threads: 1)
    }

    @Test("A return is a value, or the partner's reason why there is none")
    func values() {
        let (normaliser, faults) = Self.normalise([
            ["fires", "2019/20 Q1", "Hartlepool", "108", ""],
            ["marac", "2018-19", "E06000004", "", "Waiting for data"],
            ["fires", "2019/20-Q2", "Hartlepool", "0.25", "NA"],
        ])
        #expect(faults.isEmpty)
        #expect(normaliser.values.map { $0.value?.sixPlaces } == ["108", nil, "0.25"])
        #expect(normaliser.values.map(\.reason) == [nil, "Waiting for data", nil])
        #expect(normaliser.values.map(\.area) == [0, 1, 0])
        #expect(normaliser.values[1].span == .year(FinancialYear(start: 2018)))
    }

    @Test(
        "Each fault of a return",
        arguments: [
            (["fire", "2019/20", "Hartlepool", "1", ""], FindingRule.unknownIndicator, 0 as Int?),
            (["", "2019/20", "Hartlepool", "1", ""], .unknownIndicator, 0),
            (["fires", "2019", "Hartlepool", "1", ""], .unknownPeriod, 1),
            (["fires", "2019/21", "Hartlepool", "1", ""], .unknownPeriod, 1),
            (["fires", "2019/20 Q5", "Hartlepool", "1", ""], .unknownPeriod, 1),
            (["fires", "2019/20", "Hartlepol", "1", ""], .unknownArea, 2),
            (["fires", "2019/20", "", "1", ""], .areaMissing, 2),
            (["fires", "2019/20", "Hartlepool", "", ""], .valueMissing, 3),
            (["fires", "2019/20", "Hartlepool", "1", "late"], .valueAndReason, 3),
            (["fires", "2019/20", "Hartlepool", "999999999999999", ""], .invalidNumber, 3),
            (["fires", "2019/20", "Hartlepool", "0.00000000000001", ""], .invalidNumber, 3),
        ])
    func faults(row: [String], rule: FindingRule, field: Int?) {
        let (normaliser, faults) = Self.normalise([row])
        #expect(faults == [RowFault(row: 0, rule: rule, field: field)])
        #expect(normaliser.values.isEmpty && normaliser.rows.isEmpty)
    }

    @Test("Unknown names come with those that were probably meant")
    func suggestions() {
        let (normaliser, _) = Self.normalise([])
        #expect(
            normaliser.suggestions(for: RowFault(row: 0, rule: .unknownIndicator, field: 0), value: "fire").first
                == "fires")
        #expect(
            normaliser.suggestions(for: RowFault(row: 0, rule: .unknownArea, field: 2), value: "Stockton on Tees")
                == ["Stockton-on-Tees"])
    }

    @Test("The same figure again is a duplicate, another one supersedes, and other areas, periods and names are others")
    func identity() async {
        let first = ["fires", "2019/20 Q1", "Hartlepool", "108", ""]
        let cases: [([String], Displacement.Standing?)] = [
            (["fires", "2019-20-Q1", "E06000001", "108.0", ""], .duplicate),
            (["fires", "2019/20 Q1", "Hartlepool", "109", ""], .superseded),
            (["fires", "2019/20 Q1", "Hartlepool", "", "late"], .superseded),
            (["fires", "2019/20", "Hartlepool", "108", ""], nil),
            (["fires", "2019/20 Q2", "Hartlepool", "108", ""], nil),
            (["marac", "2019/20 Q1", "Hartlepool", "108", ""], nil),
            (["fires", "2019/20 Q1", "Stockton-on-Tees", "108", ""], nil),
        ]
        for (second, standing) in cases {
            let displaced = await Self.displaced([first, second])
            #expect(displaced.map(\.standing) == (standing.map { [$0] } ?? []), "\(second)")
        }
    }

    @Test("Areas outside are out of scope one by one, not repeats of each other")
    func outside() async {
        let rows = ["Darlington", "E08000001", "E08000002"].map { ["fires", "2019/20 Q1", $0, "5", ""] }
        let (normaliser, faults) = Self.normalise(rows)
        #expect(faults.isEmpty)
        #expect(normaliser.rows.map(\.outcome) == Array(repeating: .outOfScope(.outsideArea), count: 3))
        #expect(await Self.displaced(rows).isEmpty)
    }
}
