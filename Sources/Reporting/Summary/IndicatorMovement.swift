import Core
import Indicators

/// What a row of a table of indicators says of the quarter and of the same quarter of the year before.
struct IndicatorMovement {
    /// How an indicator moved, seen from what is aimed at.
    enum Course {
        case asAimed, otherwise, unchanged
    }

    let row: FigureTable.Row
    /// The figures of the quarter and of the year before, when the table has them.
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

    /// Whether so little happened before that a percentage would mislead.
    var hasSmallBase: Bool {
        if nowFigure?.markers.contains(.lowReliability) == true { return true }
        guard case .count = nowFigure?.unit, let before else { return false }
        return before < Rational(Self.smallBase)
    }

    /// The direction of travel as the table has it, so that table and summary cannot differ; where the table has no such
    /// column, what it would say.
    var travel: DirectionOfTravel? {
        if let directionFigure {
            if case .words(let words) = directionFigure.value { return words.direction }
            return nil
        }
        if differenceFigure?.markers.contains(.seriesBreak) == true { return nil }
        guard let difference, let unit = differenceFigure?.unit else { return nil }
        return DirectionOfTravel(change: difference, unit: unit, meant: meant)
    }

    /// Nil when nothing is aimed at that has a direction, or nothing can be compared.
    var course: Course? {
        guard let travel else { return nil }
        switch travel.meaning {
        case .improving: return .asAimed
        case .concerning: return .otherwise
        case .neutral: return travel.movement == Movement.none && meant != nil ? .unchanged : nil
        }
    }

    private var meant: Movement? { target?.targetMovement(from: baselineFigure?.value.number) }

    private static let smallBase = 20
}
