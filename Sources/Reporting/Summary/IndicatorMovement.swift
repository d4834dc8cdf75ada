import Core
import Indicators

/// What a row of an indicator table shows for the quarter and for the same quarter of the year before.
struct IndicatorMovement {
    /// How an indicator moved in relation to its target direction.
    enum Course {
        case asAimed, otherwise, unchanged
    }

    let row: FigureTable.Row
    /// The figures of the quarter and of the year before, and their differences, if the table has them.
    let nowFigure, beforeFigure, differenceFigure, percentFigure: Figure?
    private let baselineFigure, directionFigure: Figure?
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
        baselineFigure = figure(.value, .baseline)
        directionFigure = figure(.direction)
        if case .target(let target) = figure(.target)?.value { self.target = target } else { target = nil }
    }

    var now: Rational? { nowFigure?.value.number }
    var before: Rational? { beforeFigure?.value.number }
    var difference: Rational? { differenceFigure?.value.number }

    /// Whether the numbers are so small that a percentage would mislead. The mark on the table's percentage decides,
    /// because it follows the definition's `small-base`.
    var hasSmallBase: Bool {
        guard case .count = nowFigure?.unit, let before else { return false }
        return percentFigure?.markers.contains(.lowReliability)
            ?? (before < Rational(IndicatorEvaluator.usualSmallBase))
    }

    /// The direction of travel. It is taken from the table, so that the summary cannot differ from the table. If the
    /// table has no such column, the direction is worked out from the difference.
    var travel: DirectionOfTravel? {
        if let directionFigure {
            if case .words(let words) = directionFigure.value { return words.direction }
            return nil
        }
        if differenceFigure?.markers.contains(.seriesBreak) == true { return nil }
        guard let difference, let unit = differenceFigure?.unit else { return nil }
        return DirectionOfTravel(change: difference, unit: unit, targetDirection: targetDirection)
    }

    /// How the indicator moved; nil when it has no target direction or the quarters cannot be compared.
    var course: Course? {
        guard let travel else { return nil }
        switch travel.meaning {
        case .improving: return .asAimed
        case .concerning: return .otherwise
        case .neutral: return travel.movement == Movement.none && targetDirection != nil ? .unchanged : nil
        }
    }

    private var targetDirection: Movement? { target?.targetMovement(from: baselineFigure?.value.number) }
}
