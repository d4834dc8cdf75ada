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
    let nowFigure, beforeFigure, baselineFigure, differenceFigure, percentFigure: Figure?
    /// What the table itself says in words, when it has a column for that.
    let direction: DirectionOfTravel?
    let target: Target?

    init(_ row: FigureTable.Row, _ quarter: FinancialQuarter) {
        func figure(_ measure: Measure, _ role: PeriodRole = .quarter) -> Figure? {
            row.figures.first { $0.measure == measure && $0.period == role.name(for: quarter) }
        }
        self.row = row
        nowFigure = figure(.value)
        beforeFigure = figure(.value, .yearBefore)
        baselineFigure = figure(.value, .baseline)
        differenceFigure = figure(.difference)
        percentFigure = figure(.percentDifference)
        if case .words(.direction(let words)) = figure(.direction)?.value { direction = words } else { direction = nil }
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

    /// Nil when nothing is aimed at that has a direction, or nothing can be compared. Where the table says in words what the
    /// movement means, this is what it says.
    var course: Course? {
        guard let difference else { return nil }
        switch direction?.meaning {
        case .improving: return .asAimed
        case .concerning: return .otherwise
        case .neutral, nil: break
        }
        guard let target, let aimed = target.meantMovement(from: baselineFigure?.value.number) else { return nil }
        switch Movement(from: Rational(0), to: difference) {
        case .none: return .unchanged
        case let movement: return movement == aimed ? .asAimed : .otherwise
        }
    }

    private static let smallBase = 20
}
