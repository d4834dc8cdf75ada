import Core
import Indicators
import Testing

@Suite("Process charts")
struct ProcessChartTests {
    private static func chart(_ values: [String]) throws -> ProcessChart {
        try #require(try ProcessChart(values.compactMap { Rational(decimal: $0) }))
    }

    private static func chart(_ values: [Int]) throws -> ProcessChart {
        try #require(try ProcessChart(values.map { Rational($0) }))
    }

    /// Returns the positions of the values that the rule marks.
    private static func marks(_ rule: ProcessSignal.Rule, _ values: [Int]) throws -> [Int] {
        let points = try chart(values).points
        return points.indices.filter { points[$0].signals.contains { $0.rule == rule } }
    }

    @Test("The limits equal the worked example of the NIST/SEMATECH e-Handbook, 6.3.2.2, to every printed place")
    func workedExample() throws {
        let flowrate = ["49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"]
        let chart = try Self.chart(flowrate)
        #expect(chart.mean.formatted(decimals: 2) == "50.81")
        #expect(chart.meanMovingRange.formatted(decimals: 4) == "1.8778")
        #expect(chart.upperLimit.formatted(decimals: 4) == "55.8041")
        #expect(chart.lowerLimit.formatted(decimals: 4) == "45.8159")
        #expect(chart.points.flatMap(\.signals).isEmpty)
        #expect(chart.points.map { $0.value.formatted(decimals: 1) } == flowrate)
    }

    @Test("The limits lie 2.66 mean moving ranges from the mean, as Wheeler and NHS England print it")
    func constant() throws {
        let chart = try Self.chart([10, 11, 10, 11, 10, 11])
        #expect(chart.meanMovingRange == Rational(1))
        #expect(try (chart.upperLimit - chart.mean).formatted(decimals: 2) == "2.66")
        #expect(try (chart.mean - chart.lowerLimit).formatted(decimals: 2) == "2.66")
    }

    @Test("One value has no moving range, and equal values do not vary")
    func fewValues() throws {
        #expect(try ProcessChart([]) == nil)
        #expect(try ProcessChart([Rational(3)]) == nil)
        let flat = try Self.chart([Int](repeating: 4, count: 12))
        #expect(flat.lowerLimit == flat.upperLimit)
        #expect(flat.reading(ofLast: 3, targetDirection: .down) == .commonCause)
    }

    @Test("A point outside the limits is a signal, and a point on a limit is not")
    func outside() throws {
        var values = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 30]
        #expect(try Self.marks(.outsideLimits, values) == [11])
        values[11] = 12
        #expect(try Self.marks(.outsideLimits, values) == [])
    }

    @Test("Seven on one side of the mean are a shift, six are not, and a point on the mean ends a run")
    func shift() throws {
        let low = [9, 8, 9, 8, 9, 8, 9]
        let high = [12, 11, 12, 11, 12, 11, 12]
        #expect(try Self.marks(.shift, low + high) == Array(0..<14))
        #expect(try Self.marks(.shift, Array(low.dropFirst()) + [20, 1] + Array(high.dropFirst())) == [])
        // The mean is 10, so the runs on both sides of it have only six values.
        #expect(try Self.marks(.shift, [8, 9, 8, 9, 8, 9, 10, 12, 11, 12, 11, 12, 11]) == [])
    }

    @Test("Seven values in one direction are a trend, and all seven are marked; a repeated value ends the trend")
    func trend() throws {
        #expect(try Self.marks(.trend, [5, 1, 2, 3, 4, 5, 6, 7, 3]) == Array(1...7))
        #expect(try Self.marks(.trend, [5, 9, 8, 7, 6, 5, 4, 9]) == [])
        #expect(try Self.marks(.trend, [1, 2, 3, 4, 4, 5, 6, 7, 8]) == [])
    }

    @Test("Two of three on one side in the outer third are a signal; two of three that cross the mean are not")
    func nearLimit() throws {
        // The limits are about 11.1 ± 3.4 and 10.7 ± 3.9, so 14 is in the outer third.
        let few = (0..<12).map { 10 + $0 % 2 }
        let many = (0..<20).map { 10 + $0 % 2 }
        #expect(try Self.marks(.nearLimit, few + [14, 12, 14]) == [12, 14])
        #expect(try Self.marks(.nearLimit, many + [14, 9, 14]) == [])
        #expect(try Self.marks(.nearLimit, few + [11, 14, 11]) == [])
    }

    @Test("The latest marked month of the quarter decides, and older ones do not count")
    func reading() throws {
        let usual = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
        let up = ProcessSignal(.outsideLimits, .up)
        #expect(
            try Self.chart(usual + [12, 30]).reading(ofLast: 3, targetDirection: .down)
                == .specialCause(up, .concerning))
        #expect(
            try Self.chart(usual + [30, 12]).reading(ofLast: 3, targetDirection: .up) == .specialCause(up, .improving))
        #expect(
            try Self.chart(usual + [30, 12]).reading(ofLast: 3, targetDirection: nil) == .specialCause(up, .neutral))
        #expect(try Self.chart([31, -9] + usual).reading(ofLast: 3, targetDirection: .down) == .commonCause)
        #expect(try Self.chart([31, -9] + usual).reading(ofLast: 12, targetDirection: nil) != .commonCause)
        #expect(try Self.chart(usual + [30]).reading(ofLast: 3, targetDirection: .down) == .tooFewPoints)
    }

    @Test(
        "Readings in words",
        arguments: [
            (VariationReading.specialCause(ProcessSignal(.shift, .down), .improving), "Special cause – improving"),
            (.specialCause(ProcessSignal(.trend, .up), .concerning), "Special cause – concerning"),
            (.specialCause(ProcessSignal(.nearLimit, .up), .neutral), "Special cause – up"),
            (.commonCause, "Common cause"), (.tooFewPoints, "Fewer than 12 months"),
        ])
    func words(_ reading: VariationReading, _ text: String) { #expect(FigureWords.variation(reading).text == text) }
}
