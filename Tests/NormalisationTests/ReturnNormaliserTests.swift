import Core
import Normalisation
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
        let normaliser = ReturnNormaliser(
            schema: schema, areas: EventFixture.areas, indicators: ReturnNames(["fires", "marac"]))
        let faults = normaliser.normalise(MadeUpBatches(schema).batch(rows)) { faulty.contains($0) }
        return (normaliser, faults)
    }

    /// Compares the rows of one extract, and returns the rows that are displaced.
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
            ["fires", "2019/20-Q2", "Hartlepool", "25.0", "NA"],
        ])
        #expect(faults.isEmpty)
        #expect(normaliser.values.map { $0.value?.sixPlaces } == ["108", nil, "25"])
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
            (["fires", "2019/20", "Hartlepool", "5.5", ""], .invalidNumber, 3),
            (["fires", "2019/20", "Hartlepool", "999999999999999", ""], .invalidNumber, 3),
            (["fires", "2019/20", "Hartlepool", "0.00000000000001", ""], .invalidNumber, 3),
        ])
    func faults(row: [String], rule: FindingRule, field: Int?) {
        let (normaliser, faults) = Self.normalise([row])
        #expect(faults == [RowFault(row: 0, rule: rule, field: field)])
        #expect(normaliser.values.isEmpty && normaliser.rows.isEmpty)
    }

    @Test("For unknown names, the names that were probably intended are suggested")
    func suggestions() {
        let (normaliser, _) = Self.normalise([])
        #expect(
            normaliser.suggestions(for: RowFault(row: 0, rule: .unknownIndicator, field: 0), value: "fire").first
                == "fires")
        #expect(
            normaliser.suggestions(for: RowFault(row: 0, rule: .unknownArea, field: 2), value: "Stockton on Tees")
                == ["Stockton-on-Tees"])
    }

    @Test("A repeat is a duplicate, a different figure supersedes, and another area, period or name is another return")
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

    @Test("Each row of another area is out of scope, and is not a repeat of another such row")
    func outside() async {
        let rows = ["Darlington", "E08000001", "E08000002"].map { ["fires", "2019/20 Q1", $0, "5", ""] }
        let (normaliser, faults) = Self.normalise(rows)
        #expect(faults.isEmpty)
        #expect(normaliser.rows.map(\.outcome) == Array(repeating: .outOfScope(.outsideArea), count: 3))
        #expect(await Self.displaced(rows).isEmpty)
    }

    private static let shares: TableSchema = {
        var shares = schema
        let value = shares.fields.firstIndex { $0.role == .value } ?? 0
        shares.fields[value].groupSeparator = ","
        shares.fields[value].allowsPercentSign = true
        let reason = shares.fields.firstIndex { $0.role == .missingReason } ?? 0
        shares.fields[reason].constraints.enumeration = ["Waiting for data"]
        return shares
    }()

    private static func normaliseForms(_ rows: [[String]]) -> (ReturnNormaliser, [RowFault], RecordBatch) {
        let names = ReturnNames(
            ["fires", "rate"], labels: [("Deliberate Fires", "fires"), ("Both", "fires"), ("Both", "rate")],
            proportions: ["rate"])
        let normaliser = ReturnNormaliser(schema: shares, areas: EventFixture.areas, indicators: names)
        let batch = MadeUpBatches(shares).batch(rows)
        return (normaliser, normaliser.normalise(batch) { _ in false }, batch)
    }

    @Test(
        "Unambiguous values are read as intended",
        arguments: [
            (["Deliberate Fires", "2019/20 Q1", "Hartlepool", "1,204", ""], "1204"),
            (["FIRES", "Apr-Jun 2019", "HARTLEPOOL", "12", ""], "12"),
            (["rate", "Q1 2019/20", "Hartlepool", "38.5%", ""], "38.5"),
            (["rate", "2019/20 Q1", "Hartlepool", "0.4%", ""], "0.4"),
            (["rate", "2019/20 Q1", "Hartlepool", "0", ""], "0"),
        ])
    func forms(row: [String], value: String) {
        let (normaliser, faults, _) = Self.normaliseForms([row])
        #expect(faults.isEmpty)
        #expect(normaliser.values.map { $0.value?.sixPlaces } == [value])
    }

    @Test(
        "A value that could be two numbers, or that is not a number, is never read as a number",
        arguments: [
            (["rate", "2019/20 Q1", "Hartlepool", "0.385", ""], "write 38.5% if this is a part of 1"),
            (["fires", "2019/20 Q1", "Hartlepool", "38%", ""], "a number, not a share"),
        ])
    func ambiguousShares(row: [String], note: String) throws {
        let (normaliser, faults, batch) = Self.normaliseForms([row])
        #expect(faults == [RowFault(row: 0, rule: .invalidNumber, field: 3)] && normaliser.values.isEmpty)
        #expect(try #require(normaliser.note(for: faults[0], batch)).contains(note))
    }

    @Test("A withheld or rounded number is a fault, not a missing value", arguments: ["<5", "*", "[c]", "1,2"])
    func noNumbers(value: String) {
        let (normaliser, faults, _) = Self.normaliseForms([
            ["fires", "2019/20 Q1", "Hartlepool", value, "Waiting for data"]
        ])
        #expect(faults == [RowFault(row: 0, rule: .invalidNumber, field: 3)] && normaliser.values.isEmpty)
    }

    @Test("A reason is found in the list however it is written; a label that two returns have names neither")
    func reasonsAndLabels() {
        let (normaliser, faults, _) = Self.normaliseForms([
            ["fires", "2019/20 Q1", "Hartlepool", "", "waiting for DATA"],
            ["Both", "2019/20 Q1", "Hartlepool", "1", ""],
        ])
        #expect(normaliser.values.map(\.reason) == ["Waiting for data"])
        #expect(faults == [RowFault(row: 1, rule: .unknownIndicator, field: 0)])
    }
}
