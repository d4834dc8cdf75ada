import Indicators
import Tabular

/// What a row of a table of indicators says of the quarter and of the same quarter of the year before.
struct IndicatorMovement {
    /// How an indicator moved, seen from what is aimed at.
    enum Course {
        case asAimed, otherwise, unchanged
    }

    let row: FigureTable.Row
    /// The figures of the quarter and of the year before, when the table has them.
    let nowFigure, beforeFigure, differenceFigure, percentFigure: Figure?
    let target: Target?

    init(_ row: FigureTable.Row, _ quarter: FinancialQuarter) {
        func figure(_ measure: Measure, _ role: PeriodRole = .quarter) -> Figure? {
            row.figures.first { $0.measure == measure && $0.period == role.name(for: quarter) }
        }
        self.row = row
        nowFigure = figure(.value)
        beforeFigure = figure(.value, .yearBefore)
        differenceFigure = figure(.difference)
        percentFigure = figure(.percentDifference)
        if case .target(let target) = figure(.target)?.value { self.target = target } else { target = nil }
    }

    var now: Rational? { nowFigure?.value.number }
    var before: Rational? { beforeFigure?.value.number }
    var difference: Rational? { differenceFigure?.value.number }

    /// Whether so little happened before that a percentage would mislead.
    var hasSmallBase: Bool {
        if nowFigure?.markers.contains(.lowReliability) == true { return true }
        guard case .count = nowFigure?.unit, let before else { return false }
        return before < Rational(Self.smallBase)
    }

    /// Nil when nothing is aimed at that has a direction, or nothing can be compared.
    var course: Course? {
        guard let difference, let aimsUp else { return nil }
        if difference == Rational(0) { return .unchanged }
        return (difference > Rational(0)) == aimsUp ? .asAimed : .otherwise
    }

    /// Whether more is aimed for; nil for a level, of which nobody says from which side it is to be reached.
    private var aimsUp: Bool? {
        switch target?.aim {
        case .reduce: false
        case .increase: true
        case .relative(let change): change == Rational(0) ? nil : change > Rational(0)
        case .number, .percentage, .monitor, nil: nil
        }
    }

    private static let smallBase = 20
}
