import Core
import Indicators
import ReleaseStore

/// The directions of travel that the figures of a release show a reader, by row and area: by the words, else by the
/// difference, else by the percentage, else by the two quarters side by side. What is withheld shows nothing.
struct ReleasedDirections {
    private struct Subject: Hashable {
        let table, section, row, area: String

        init(_ key: FigureKey) {
            (table, section, row, area) = (key.table, key.section, key.row, key.area)
        }
    }

    private var told: [Subject: (rank: Int, movement: Movement)] = [:]

    /// The directions of the quarter.
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
                told[subject].map({ rank < $0.rank }) ?? true
            {
                told[subject] = (rank: rank, movement: movement)
            }
        }
        for (subject, pair) in values where told[subject] == nil {
            guard let now = pair.now, let before = pair.before else { continue }
            told[subject] = (rank: .max, movement: Movement(from: before, to: now))
        }
    }

    /// The direction of the row and area that a figure belongs to; nil when nothing shows it.
    func direction(of key: FigureKey) -> Movement? { told[Subject(key)]?.movement }
}
