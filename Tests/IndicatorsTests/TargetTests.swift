import Core
import Indicators
import Testing

@Suite struct TargetTests {
    private static func tenths(_ number: Int) -> Rational { Rational(number, over: 10) ?? Rational(0) }

    @Test(
        "Targets are printed as papers print them",
        arguments: [
            (Target.Aim.reduce, true, "Reduce"), (.increase, true, "Increase"), (.monitor, false, "Monitor (TBC)"),
            (.number(Rational(1000)), true, "1,000"), (.percentage(Rational(12)), false, "12% (TBC)"),
            (.relative(Rational(3)), false, "3% increase (TBC)"), (.relative(Rational(-5)), true, "5% reduction"),
            (.number(tenths(10_001)), true, "1,000.1"), (.percentage(tenths(121)), true, "12.1%"),
            (.relative(tenths(-1)), true, "0.1% reduction"), (.number(Rational(0)), true, "0"),
            (.atMost(Rational(1000), isShare: false), true, "At most 1,000"),
            (.atLeast(Rational(1000), isShare: false), false, "At least 1,000 (TBC)"),
            (.atMost(Rational(12), isShare: true), true, "At most 12%"),
            (.atLeast(tenths(121), isShare: true), true, "At least 12.1%"),
        ])
    func display(aim: Target.Aim, isConfirmed: Bool, text: String) {
        #expect(Target(aim: aim, isConfirmed: isConfirmed).display == text)
    }

    @Test(
        "A target has the unit of its number, or is in words",
        arguments: [
            (Target.Aim.reduce, FigureUnit.words), (.increase, .words), (.monitor, .words),
            (.number(Rational(5)), .count("crimes")),
            (.percentage(Rational(5)), .percent), (.relative(Rational(5)), .percent),
            (.atMost(Rational(5), isShare: false), .count("crimes")),
            (.atLeast(Rational(5), isShare: false), .count("crimes")),
        ])
    func units(aim: Target.Aim, unit: FigureUnit) {
        var fixture = EvaluatorFixture()
        fixture.targets["crime"] = Target(aim: aim, isConfirmed: true)
        let (value, found) = fixture.evaluate(EvaluatorFixture.crime(), .target)
        #expect(value == .target(Target(aim: aim, isConfirmed: true)))
        #expect(found == unit)
    }

    @Test("An indicator without a target has none")
    func none() {
        let (value, unit) = EvaluatorFixture().evaluate(EvaluatorFixture.crime(), .target)
        #expect(value == .missing(.notApplicable))
        #expect(unit == .words)
    }

    @Test("A target has a number only when its aim states one")
    func numbers() {
        #expect(Target(aim: .reduce, isConfirmed: true).number == nil)
        #expect(Target(aim: .relative(Rational(-5)), isConfirmed: true).number == Rational(-5))
        #expect(Target(aim: .atMost(Rational(5), isShare: false), isConfirmed: true).number == Rational(5))
    }
}
