import Core
import Ingestion
import Normalisation
import Records
import TestSupport
import Testing

@Suite struct DeliverySettlementTests {
    private static func unit(_ month: Int, _ force: String = "A") -> DeliveryUnit {
        let month = Month(year: 2023, month: month)
        return DeliveryUnit(subject: force, period: Period(first: month, last: month))
    }

    private static func extract(_ file: String, _ day: Int?, _ rows: [Int: Int]) -> DeliverySettlement.Extract {
        DeliverySettlement.Extract(
            file: file, day: day.flatMap { CalendarDate(year: 2024, month: 1, day: $0) },
            units: Dictionary(uniqueKeysWithValues: rows.map { (unit($0.key), $0.value) }))
    }

    private static func settle(
        _ extracts: [DeliverySettlement.Extract], digests: [Int: [DeliveryUnit: DeliveryUnitDigest]] = [:]
    ) -> DeliverySettlement {
        DeliverySettlement(extracts, rule: DeliveryUnitRule(fields: [0]), digests: digests)
    }

    /// Returns the units that each extract loses: the month, the cause, and the file from which it counts.
    private static func words(_ settlement: DeliverySettlement) -> [[String]] {
        settlement.lost.map { lost in
            lost.map { "\($0.key.period?.first.monthOfYear ?? 0) \($0.value.cause) \($0.value.file)" }.sorted()
        }
    }

    @Test("The later delivery of a unit counts, and units that only the earlier delivery has stay")
    func later() {
        let settlement = Self.settle([
            Self.extract("a", 1, [4: 100, 5: 90]), Self.extract("b", 2, [5: 80, 6: 70]), Self.extract("c", 3, [5: 85]),
        ])
        #expect(Self.words(settlement) == [["5 later c"], ["5 later c"], []])
        #expect(settlement.conflicts.isEmpty)
        #expect(settlement.toDigest.isEmpty)
    }

    @Test("The sheets of a workbook are one delivery: a unit counts from all of them or from none")
    func sheets() {
        let workbook = [
            Self.extract("b.xlsx/North", 2, [4: 40]), Self.extract("b.xlsx/South", 2, [4: 20]),
        ]
        let alone = Self.settle(workbook)
        #expect(Self.words(alone) == [[], []])
        #expect(alone.conflicts.isEmpty && alone.toDigest.isEmpty)
        // Each sheet alone has too few rows to replace the earlier delivery.
        let later = Self.settle([Self.extract("a.csv", 1, [4: 100])] + workbook)
        #expect(Self.words(later) == [["4 later b.xlsx/North"], [], []])
        let replaced = Self.settle(workbook + [Self.extract("c.csv", 3, [4: 60])])
        #expect(Self.words(replaced) == [["4 later c.csv"], ["4 later c.csv"], []])
    }

    @Test("A delivery of less than half the rows replaces nothing, and does not prevent a later delivery from counting")
    func tooSmall() {
        let small = [Self.extract("a", 1, [4: 100]), Self.extract("b", 2, [4: 49])]
        #expect(Self.words(Self.settle(small)) == [[], ["4 tooSmall a"]])
        let later = small + [Self.extract("c", 3, [4: 50])]
        #expect(Self.words(Self.settle(later)) == [["4 later c"], ["4 later c"], []])
        // If there are few rows, any number may be right.
        #expect(
            Self.words(Self.settle([Self.extract("a", 1, [4: 4]), Self.extract("b", 2, [4: 1])])) == [
                ["4 later b"], [],
            ])
    }

    @Test("The result does not depend on the order of extracts", arguments: 0..<30 as Range<UInt64>)
    func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let extracts = (1...6).map { day in
            var rows: [Int: Int] = [:]
            for month in 4...7 where Bool.random(using: &generator) {
                rows[month] = .random(in: 1...100, using: &generator)
            }
            return Self.extract("f\(7 - day)", day, rows)
        }
        func lost(_ extracts: [DeliverySettlement.Extract]) -> [String: [String]] {
            let settlement = Self.settle(extracts)
            return Dictionary(
                uniqueKeysWithValues: zip(settlement.extracts.map(\.file), Self.words(settlement)))
        }
        let expected = lost(extracts)
        #expect(lost(extracts.shuffled(using: &generator)) == expected)
        // Every delivered month counts from exactly one extract.
        for month in 4...7 {
            let holders = extracts.filter { $0.units[Self.unit(month)] != nil }
            let standing = holders.filter { !(expected[$0.file] ?? []).contains { $0.hasPrefix("\(month) ") } }
            #expect(standing.count == min(1, holders.count))
        }
    }

    @Test("Without a known order, rows are compared: equal ones count once, others are a conflict")
    func unknownOrder() throws {
        for days in [[nil, nil], [nil, 3], [3, nil], [3, 3]] as [[Int?]] {
            let extracts = [Self.extract("a", days[0], [4: 10]), Self.extract("b", days[1], [4: 10])]
            #expect(Self.settle(extracts).toDigest == [0, 1])
            let one = try Self.digest(["x"])
            let same = Self.settle(extracts, digests: [0: one, 1: one])
            #expect(same.conflicts.isEmpty)
            #expect(same.lost.count { $0.isEmpty } == 1)
            #expect(same.lost.flatMap(\.values).map(\.cause) == [.same])
            let differing = Self.settle(extracts, digests: [0: one, 1: try Self.digest(["y"])])
            #expect(differing.conflicts.count == 1)
            let extractError = try #require(differing.extractErrors(namesUnits: true).first)
            #expect(extractError.code == "unknown-order")
            for word in ["a", "b", "A, April 2023", "NAME.delivered"] {
                #expect(extractError.description.contains(word))
            }
        }
        // Extracts that a later delivery replaces need not be compared.
        let replaced = Self.settle([
            Self.extract("a", 1, [4: 10]), Self.extract("b", 1, [4: 10]), Self.extract("c", 2, [4: 10]),
        ])
        #expect(replaced.toDigest.isEmpty)
        #expect(Self.words(replaced) == [["4 later c"], ["4 later c"], []])
    }

    private static func digest(_ types: [String]) throws -> [DeliveryUnit: DeliveryUnitDigest] {
        var schema = TableSchema.of([
            SchemaField(name: "month", type: .yearmonth, role: .month), SchemaField(name: "force", role: .force),
            SchemaField(name: "type", role: .category),
        ])
        schema.delivery = DeliveryUnitRule(fields: [0, 1])
        let areas = AreaTable(areas: [], byName: [:], byLSOA: [:], parts: [])
        var digester = try #require(DeliveryUnitDigester(schema: schema, labels: LabelMappings(), areas: areas))
        digester.add(MadeUpBatches(schema).batch(types.map { ["2023-04", "A", $0] }))
        return digester.digests
    }

    @Test("There is one finding for each pair of files, which says how many rows of each count")
    func findings() {
        let settlement = Self.settle([
            Self.extract("a", 1, [4: 1000, 5: 90]), Self.extract("b", 2, [4: 1100, 5: 95]),
            Self.extract("c", 3, [4: 12]),
        ])
        let replaced = settlement.findings(of: 0, namesUnits: true)
        #expect(replaced.map(\.rule) == [.deliveryReplaced])
        #expect(
            replaced.first?.note
                == "A, April 2023; A, May 2023: b is later, so its 1,195 rows count and 1,090 rows here do not")
        let small = settlement.findings(of: 2, namesUnits: true)
        #expect(small.map(\.rule) == [.deliveryTooSmall])
        #expect(small.first?.note == "A, April 2023: 12 rows here, 1,100 rows in b; the latter count")
        #expect(settlement.findings(of: 0, namesUnits: false).allSatisfy { $0.note?.contains("April") == false })
        #expect(settlement.findings(of: 1, namesUnits: true).isEmpty)
    }
}
