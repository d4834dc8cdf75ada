import Aggregation
import Core
import Testing

/// Months that are known to be delivered because files of a force cover them, not because rows happen to be there.
@Suite struct DeliveryEvidenceTests {
    private static let april = Month(year: 2023, month: 4)

    /// Returns facts of area 0 with these numbers of rows in April, May and so on.
    private static func facts(
        _ counts: [Int], units: [Int?], unproven: [Int: Set<Month>] = [:], partialBelow: Int? = 50,
        grain: TimeGrain = .month
    ) -> EventFacts {
        var cube = FactCube()
        for (index, count) in counts.enumerated() where count > 0 {
            guard let month = FactKey.packed(april.advanced(by: index)) else { continue }
            cube.add(FactKey(area: 0, month: month, category: 1, flags: 0), count)
        }
        var rows: [Month: Int] = [:]
        for (index, unit) in units.enumerated() { rows[april.advanced(by: index)] = unit }
        let rule = CompletenessRule(
            first: [0: april.advanced(by: -12), 1: april.advanced(by: -12)], dueDays: 30, partialBelow: partialBelow)
        return EventFacts(
            cube, grain: grain, evidence: DeliveryEvidence(unitRows: [0: rows, 1: rows], unproven: unproven), rule: rule
        )
    }

    @Test("A month without the force's own file is missing, whoever else has rows in it")
    func otherForce() {
        let facts = Self.facts([300, 310, 4], units: [1000, 1100, nil])
        let quarter = Period(first: Self.april, last: Self.april.advanced(by: 2))
        #expect(facts.firstMonthMissing(area: 0, quarter) == quarter.last)
        #expect(facts.months(ofArea: 0) == [Self.april, Self.april.advanced(by: 1)])
    }

    @Test("A delivered month without a row of an area is a true zero there")
    func zero() {
        let facts = Self.facts([300, 310, 290], units: [1000, 1100, 1050])
        let quarter = Period(first: Self.april, last: Self.april.advanced(by: 2))
        #expect(facts.firstMonthMissing(area: 1, quarter) == nil)
        #expect(facts.firstMonthPartial(area: 1, quarter) == nil)
        #expect(facts.count(area: 1, quarter, categories: [1]) == 0)
    }

    @Test(
        "A delivery is partial when two deliveries before or after it are much larger",
        arguments: [
            ([400, 1000, 1000], 0), ([1000, 400, 1000], 1), ([1000, 1000, 400], 2), ([1000, 500, 1000], nil),
            ([90, 60, 99], nil), ([400, 1000], nil),
        ])
    func partialDelivery(units: [Int], expected: Int?) {
        let facts = Self.facts(units.map { $0 / 3 }, units: units)
        let partial = units.indices.first { facts.partialMonth(Self.april.advanced(by: $0), ofArea: 0) != nil }
        #expect(partial == expected)
        if let expected {
            let cause = facts.partialMonth(Self.april.advanced(by: expected), ofArea: 0)?.cause
            #expect(cause == .smallDelivery(rows: 400, usual: 1000))
        }
    }

    @Test("An area in a whole delivery is partial when six of its months before or after are much larger")
    func partialArea() {
        var counts = [40, 300, 300, 300, 300, 300, 300]
        let units = counts.map { _ in Optional(1000) }
        #expect(Self.facts(counts, units: units).partialMonth(Self.april, ofArea: 0)?.cause == .few(usual: 300))
        counts.removeLast()
        #expect(Self.facts(counts, units: Array(units.dropLast())).partialMonth(Self.april, ofArea: 0) == nil)
        #expect(Self.facts(counts + [300], units: units, partialBelow: nil).partialMonth(Self.april, ofArea: 0) == nil)
    }

    @Test("Rows dated after their delivery do not show that a month was delivered")
    func unproven() {
        var cube = FactCube()
        for month in [Self.april, Self.april.advanced(by: 1)] {
            cube.add(FactKey(area: 0, month: FactKey.packed(month) ?? 0, category: 1, flags: 0), 5)
        }
        let facts = EventFacts(cube, evidence: DeliveryEvidence(unproven: [0: [Self.april.advanced(by: 1)]]))
        #expect(facts.months(ofArea: 0) == [Self.april])
        #expect(facts.monthsWithRows(ofArea: 0) == [Self.april])
    }
}
