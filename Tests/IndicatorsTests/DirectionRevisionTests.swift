import Core
import Indicators
import Testing

@Suite("A direction of travel then and now")
struct DirectionRevisionTests {
    private func revision(
        _ measure: Measure, was: String, wasDisplay: String? = nil, now: FigureValue, row: String = "Arson",
        direction: DirectionRevision? = nil
    ) -> FigureRevision {
        FigureRevision(
            figure: Figure(
                table: "t", section: "", row: row, area: "A", measure: measure, period: "2019-20-Q1", value: now,
                unit: measure == .direction ? .words : .count("crimes"), decimals: 0),
            previousValue: was, previousDisplay: wasDisplay ?? was, shares: [.init(.lateRows, nil)],
            direction: direction)
    }

    private func number(_ whole: Int) -> FigureValue { .number(Rational(whole)) }
    private func way(_ movement: Movement, _ meaning: ChangeMeaning = .neutral) -> FigureValue {
        .words(.direction(DirectionOfTravel(movement, meaning)))
    }

    @Test("A direction turns from a rise to a fall or the reverse; it does not turn from or to no change")
    func numbers() {
        #expect(revision(.difference, was: "3", now: number(-2)).turnsDirection)
        #expect(revision(.percentDifference, was: "-2.8", now: number(1)).turnsDirection)
        for (was, now) in [("0", 2), ("0", -2), ("3", 0), ("-3", 0), ("3", 1), ("-3", -1)] {
            #expect(!revision(.difference, was: was, now: number(now)).turnsDirection)
        }
        #expect(
            revision(.difference, was: "0", now: number(2)).direction?.words == "no change then, a rise now")
    }

    @Test("A difference that prints as zero is no change")
    func printedAsZero() throws {
        let small = try #require(Rational(decimal: "0.02"))
        let revision = FigureRevision(
            figure: Figure(
                table: "t", section: "", row: "Share", area: "A", measure: .difference, period: "2019-20-Q1",
                value: .number(small), unit: .percentagePoints, decimals: 1),
            previousValue: "-1.200000", previousDisplay: "-1.2 pp", shares: [.init(.lateRows, nil)])
        #expect(!revision.turnsDirection && revision.direction?.words == "a fall then, no change now")
    }

    @Test("Words give the direction as numbers do, whether they call it improving or concerning")
    func words() {
        #expect(
            revision(.direction, was: "", wasDisplay: "Up (concerning)", now: way(.down, .improving)).turnsDirection)
        #expect(revision(.direction, was: "", wasDisplay: "Down", now: way(.up)).turnsDirection)
        #expect(!revision(.direction, was: "", wasDisplay: "Up", now: way(.up, .improving)).turnsDirection)
        #expect(!revision(.direction, was: "", wasDisplay: "No change", now: way(.up)).turnsDirection)
        #expect(!revision(.direction, was: "", wasDisplay: "[x]", now: way(.up)).turnsDirection)
    }

    @Test("For a figure that was missing, the direction comes from its row; without one, nothing turned")
    func missing() {
        let turned = DirectionRevision(was: .up, now: .down)
        #expect(
            revision(.percentDifference, was: "", wasDisplay: "[z]", now: number(-4), direction: turned).turnsDirection)
        let unknown = revision(.difference, was: "", wasDisplay: "[x]", now: number(-4))
        #expect(!unknown.turnsDirection && unknown.direction?.words == "not known then, a fall now")
        let gone = revision(.difference, was: "4", now: .missing(.partMissing))
        #expect(!gone.turnsDirection && gone.direction?.words == "a rise then, not known now")
    }

    @Test("A count, a rate and a target have no direction", arguments: [Measure.value, .rate, .target, .variation])
    func none(measure: Measure) {
        let revision = revision(
            measure, was: "3", now: number(-2), direction: DirectionRevision(was: .up, now: .down))
        #expect(revision.direction == nil && !revision.turnsDirection)
    }

    @Test("A direction that turned is counted once for a row and area, however many figures show it")
    func once() {
        let figures = [
            revision(.percentDifference, was: "-2.8", now: number(1)), revision(.difference, was: "-7", now: number(2)),
            revision(.direction, was: "", wasDisplay: "Down", now: way(.up)),
            revision(.difference, was: "-7", now: number(-2)),
            revision(.direction, was: "", wasDisplay: "Up", now: way(.down), row: "Theft"),
        ]
        #expect(figures.turned.map(\.figure.row) == ["Arson", "Theft"])
        #expect(figures.turned.first?.figure.measure == .difference)
    }
}
