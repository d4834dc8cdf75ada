import Core
import Indicators

/// A number that figures of a release are calculated from, and what may be published about it.
struct DisclosedCount {
    /// A figure's place in the tables.
    struct Place: Hashable {
        let table, row, column: Int
    }

    let subject: CountSubject
    let value: Rational
    /// The number's name in messages: the name of the first figure that is calculated from it.
    let name: String
    /// Whether the numbers of shorter periods add up to it.
    let addsUp: Bool
    /// The strictest policy of the figures that are calculated from it.
    var policy: DisclosurePolicy
    /// Whether a row of the release makes the same selection, in whatever period.
    var isListed = true
    /// Whether earlier figures reveal the number.
    var isPublic = false
    /// Whether the number must be withheld although it is not small, because another pipeline withholds it or it was
    /// small before.
    var staysWithheld = false
    /// The places of the figures that are calculated from it.
    var places: [Place] = []

    /// Whether the number's own policy withholds it.
    var isSmall: Bool { policy.withholds(value) }

    /// Whether the number must be withheld by itself, whatever else is withheld (primary suppression).
    var isPrimary: Bool { isSmall || staysWithheld }

    /// How many values must remain possible when the number is withheld; nil when it need not be withheld.
    var leastPossible: Int? { isSmall ? policy.leastPossible : staysWithheld ? 2 : nil }
}

/// The numbers that the figures of a release are calculated from, each once, in the order in which they first occur.
struct DisclosedCounts {
    private(set) var counts: [DisclosedCount] = []
    private var positions: [CountSubject: Int] = [:]
    /// The strictest policy of each selection.
    private var policies: [IndicatorSubject: DisclosurePolicy] = [:]

    /// Collects every number of the given sources that a figure of the tables is calculated from.
    init(_ layouts: [TableLayout], sources: Set<String>, _ evaluator: IndicatorEvaluator) {
        // Where one row withholds small numbers, another row with the same selection must not show them for another
        // period.
        for indicator in layouts.flatMap(\.rows).map(\.indicator) {
            policies[indicator.subject] = (policies[indicator.subject] ?? .none).stricter(indicator.disclosure)
        }
        for (table, layout) in layouts.enumerated() {
            for (row, line) in layout.rows.enumerated() where sources.contains(line.indicator.subject.source) {
                for (column, heading) in layout.columns.enumerated() {
                    for role in heading.measure.bases(heading.period) {
                        let name = "\(line.label), \(evaluator.areaName(heading.area)), \(evaluator.name(role))"
                        let place = DisclosedCount.Place(table: table, row: row, column: column)
                        for position in add(line.indicator, role, heading.area, name, evaluator) {
                            counts[position].places.append(place)
                        }
                    }
                }
            }
        }
    }

    /// Returns the positions of the numbers that an indicator's value is calculated from, and adds those that are new.
    mutating func add(
        _ indicator: Indicator, _ role: PeriodRole, _ area: Int, _ name: String, _ evaluator: IndicatorEvaluator
    ) -> [Int] {
        let policy = indicator.disclosure.stricter(policies[indicator.subject] ?? .none)
        return evaluator.bases(of: indicator, role, area: area).map { subject, value in
            if let position = positions[subject] {
                counts[position].policy = counts[position].policy.stricter(policy)
                return position
            }
            positions[subject] = counts.count
            counts.append(
                DisclosedCount(
                    subject: subject, value: value, name: name, addsUp: indicator.kind == .count,
                    policy: policy, isListed: policies[indicator.subject] != nil))
            return counts.count - 1
        }
    }

    /// Marks a number that must be withheld although it is not small.
    mutating func withhold(_ position: Int) { counts[position].staysWithheld = true }

    /// Marks a number that earlier figures reveal.
    mutating func publish(_ position: Int) { counts[position].isPublic = true }
}
