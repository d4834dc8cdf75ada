import Core
import Indicators
import ReleaseStore

/// The directions of travel that a release's figures show its readers, by row and area. They come from the words;
/// otherwise from the difference, the percentage, or the two quarters side by side, in this order. Withheld figures
/// show nothing.
struct ReleasedDirections {
    private struct Subject: Hashable {
        let table, section, row, area: String

        init(_ key: FigureKey) {
            (table, section, row, area) = (key.table, key.section, key.row, key.area)
        }
    }

    private var reported: [Subject: (rank: Int, movement: Movement)] = [:]

    /// Finds the directions for the quarter.
    init(_ figures: [PublishedFigure], quarter: FinancialQuarter) {
        let names = (now: PeriodRole.quarter.name(for: quarter), before: PeriodRole.yearBefore.name(for: quarter))
        var values: [Subject: (now: Rational?, before: Rational?)] = [:]
        for figure in figures {
            let (subject, measure) = (Subject(figure.key), figure.measure)
            if measure == .value {
                if figure.key.period == names.now { values[subject, default: (nil, nil)].now = figure.number }
                if figure.key.period == names.before { values[subject, default: (nil, nil)].before = figure.number }
            } else if figure.key.period == names.now, let rank = measure.definition.directionRank,
                let movement = Movement(reportedBy: measure, number: figure.number, display: figure.display),
                reported[subject].map({ rank < $0.rank }) ?? true
            {
                reported[subject] = (rank: rank, movement: movement)
            }
        }
        for (subject, pair) in values where reported[subject] == nil {
            guard let now = pair.now, let before = pair.before else { continue }
            reported[subject] = (rank: .max, movement: Movement(from: before, to: now))
        }
    }

    /// Returns the direction for the row and area of a figure; nil if no figure shows it.
    func direction(of key: FigureKey) -> Movement? { reported[Subject(key)]?.movement }
}
