import Core
import Indicators
import TestSupport
import Testing

@Suite("Laws of process charts")
struct ProcessChartLawTests {
    private static func series(_ generator: inout SeededGenerator) -> [Rational] {
        (0..<Int.random(in: 2...24, using: &generator)).map { _ in Rational(Int.random(in: 0...60, using: &generator)) }
    }

    @Test("A series that is moved or stretched has limits moved or stretched, and the same signals")
    func affine() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<300 {
            let values = Self.series(&generator)
            let (factor, shift) = (Rational(3), Rational(7))
            let chart = try #require(try ProcessChart(values))
            let other = try #require(try ProcessChart(values.map { try $0 * factor + shift }))
            #expect(try other.mean == chart.mean * factor + shift)
            #expect(try other.upperLimit == chart.upperLimit * factor + shift)
            #expect(other.points.map(\.signals) == chart.points.map(\.signals))
        }
    }

    @Test("Upside down, a series has the same signals in the opposite direction; backwards, the same marked places")
    func mirrored() throws {
        var generator = SeededGenerator(seed: 32)
        for _ in 0..<300 {
            let values = Self.series(&generator)
            let chart = try #require(try ProcessChart(values))
            let flipped = try #require(try ProcessChart(values.map { try -$0 }))
            #expect(flipped.points.map { $0.signals.map(\.rule) } == chart.points.map { $0.signals.map(\.rule) })
            for (signal, other) in zip(chart.points.flatMap(\.signals), flipped.points.flatMap(\.signals)) {
                #expect(signal.movement != other.movement)
            }
            let backwards = try #require(try ProcessChart(values.reversed()))
            #expect(
                backwards.points.reversed().map { $0.signals.map(\.rule) }
                    == chart.points.map { $0.signals.map(\.rule) })
        }
    }
}
