import Core
import Normalisation
import TestSupport
import Testing

@Suite struct DeliveryUnitTests {
    private static func schema(_ fields: [SchemaField], unit: [Int]) -> TableSchema {
        var schema = TableSchema.of(fields)
        schema.delivery = DeliveryUnitRule(fields: unit)
        return schema
    }

    private static let street = schema(
        [
            SchemaField(name: "id", role: .identifier), SchemaField(name: "month", type: .yearmonth, role: .month),
            SchemaField(name: "force", role: .force), SchemaField(name: "type", role: .category),
        ], unit: [1, 2])

    private static func runs(_ schema: TableSchema, _ batches: [RecordBatch], areas: AreaTable = EventFixture.areas)
        -> [String]
    {
        let labels = LabelMappings([
            "csp": ["Old Hartlepool": "Hartlepool CSP"], "force": ["Cleveland Constabulary": "Cleveland Police"],
        ])
        guard var reader = DeliveryUnitReader(schema: schema, labels: labels, areas: areas) else { return ["none"] }
        var found: [String] = []
        for batch in batches {
            var own: [(Range<Int>, Int?)] = []
            reader.forEachRun(in: batch) { own.append(($0, $1)) }
            found += own.map { "\($0.0) \($0.1.map { reader.units[$0].words } ?? "-")" }
        }
        return found
    }

    @Test(
        "A row belongs to a force and a month; rows without a force form their own unit, and rows without a month none"
    )
    func street() {
        let batches = MadeUpBatches(Self.street)
        let first = batches.batch([
            ["a", "2023-04", "Cleveland Police", "x"], ["b", "2023-04", "Cleveland Police", "y"],
            ["c", "2023-05", "Cleveland Police", "x"], ["d", "2023-05", "", "x"],
            ["e", "Apr-23", "Cleveland Police", "x"],
            ["f", "2023-05", "Cleveland Constabulary", "x"],
        ])
        #expect(
            Self.runs(Self.street, [first]) == [
                "0..<2 Cleveland Police, April 2023", "2..<3 Cleveland Police, May 2023", "3..<4 May 2023",
                "4..<5 -",
                "5..<6 Cleveland Police, May 2023",
            ])
    }

    @Test("A unit stays the same however its force is written")
    func spelling() {
        let month = Period(first: Month(year: 2023, month: 4), last: Month(year: 2023, month: 4))
        func unit(_ subject: String) -> DeliveryUnit { DeliveryUnit(subject: subject, period: month) }
        for subject in ["CLEVELAND POLICE", " cleveland  police", "Cleveland\u{A0}Police "] {
            #expect(unit(subject) == unit("Cleveland Police"))
            #expect(Set([unit(subject), unit("Cleveland Police")]).count == 1)
        }
        #expect(unit("Cleveland") != unit("Cleveland Police"))
    }

    @Test("A run of equal rows ends where a column changes", arguments: [1, 7, 8, 9, 16, 17, 40])
    func runs(length: Int) {
        let batches = MadeUpBatches(Self.street)
        let rows =
            (0..<(length * 2)).map { ["", "2023-04", $0 < length ? "A" : "B", "x"] } + [["", "2023-05", "B", "x"]]
        #expect(
            Self.runs(Self.street, [batches.batch(rows)]) == [
                "0..<\(length) A, April 2023", "\(length)..<\(2 * length) B, April 2023",
                "\(2 * length)..<\(2 * length + 1) B, May 2023",
            ])
    }

    @Test("An area has its own name whatever a table calls it, and a quarter has three months")
    func areas() {
        let schema = Self.schema(
            [
                SchemaField(name: "csp", role: .csp), SchemaField(name: "year", role: .financialYear),
                SchemaField(name: "quarter", role: .financialQuarter), SchemaField(name: "code", role: .category),
            ], unit: [0, 1, 2])
        let areas = AreaTable(
            areas: EventFixture.areas.areas, byName: [:], byLSOA: [:], byCSP: ["Hartlepool CSP": 0],
            parts: [[0], [1], [2]])
        let batch = MadeUpBatches(schema).batch([
            ["Hartlepool CSP", "2019/20", "1", "x"], ["Old Hartlepool", "2019-20", "Q1", "x"],
            ["Unassigned Cleveland", "2019/20", "4", "x"], ["Hartlepool CSP", "2019/20", "5", "x"],
        ])
        #expect(
            Self.runs(schema, [batch], areas: areas) == [
                "0..<1 Hartlepool, April to June 2019", "1..<2 Hartlepool, April to June 2019",
                "2..<3 Unassigned Cleveland, January to March 2020", "3..<4 -",
            ])
    }

    @Test("A schema that does not say what a delivery is has no units")
    func none() {
        #expect(Self.runs(EventFixture().schema, []) == ["none"])
    }

    @Test("The digest of a unit depends on the values that are read from its rows, and not on the order of rows")
    func digests() throws {
        func digest(_ rows: [[String]]) throws -> [DeliveryUnit: DeliveryUnitDigest] {
            var digester = try #require(
                DeliveryUnitDigester(schema: Self.street, labels: LabelMappings(), areas: EventFixture.areas))
            let batches = MadeUpBatches(Self.street)
            for row in rows { digester.add(batches.batch([row])) }
            return digester.digests
        }
        let rows = [
            ["a", "2023-04", "A", "x"], ["", "2023-04", "A", "y"], ["", "2023-04", "A", "y"],
            ["", "2023-04", "B", "y"],
        ]
        let first = try digest(rows)
        #expect(first.count == 2)
        #expect(try digest(rows.reversed()) == first)
        let unit = DeliveryUnit(
            subject: "A", period: Period(first: Month(year: 2023, month: 4), last: Month(year: 2023, month: 4)))
        // Rows that differ from those of the unit: one repeat less, another type, another identifier.
        for other in [
            [rows[0], rows[1]], [rows[0], rows[1], ["", "2023-04", "A", "z"]],
            [["b", "2023-04", "A", "x"], rows[1], rows[2]],
        ] {
            #expect(try digest(other)[unit] != first[unit])
        }
    }
}
