import Core
import Testing
import WebPages

@Suite("The scale of a chart")
struct ChartScaleTests {
    @Test("The scale begins at zero, has few equal steps, and the largest number fits", arguments: Array(0...400))
    func fits(index: Int) throws {
        let most = try #require(Rational(index * index * 7, over: 10))
        let ticks = ChartScale(upTo: most).ticks
        #expect(ticks.first == Rational(0))
        #expect((2...8).contains(ticks.count))
        #expect(ticks.last.map { !($0 < most) } == true)
        let steps = try Set(zip(ticks.dropFirst(), ticks).map { try $0 - $1 })
        #expect(steps.count == 1)
        // One step fewer would not be enough.
        if most > Rational(0) { #expect(ticks[ticks.count - 2] < most) }
    }

    @Test("A number above the last round number that fits is itself the top of the scale")
    func tooLarge() {
        #expect(ChartScale(upTo: Rational(.max)).ticks == [Rational(0), Rational(.max)])
    }
}
