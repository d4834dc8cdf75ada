import Core
import Indicators

/// A number that figures of a release rest on, and what may be published of it.
struct DisclosedCount {
    /// A figure's place in the tables.
    struct Place: Hashable {
        let table, row, column: Int
    }

    let subject: CountSubject
    let value: Rational
    /// What it is, for messages: that of the first figure that rests on it.
    let name: String
    /// Whether it is the sum of the numbers of shorter periods.
    let addsUp: Bool
    /// The strictest policy of the figures that rest on it.
    var policy: DisclosurePolicy
    /// Whether a row of the release counts the same, in whatever period.
    var isListed = true
    /// Whether earlier figures reveal it.
    var isPublic = false
    /// Whether it must be withheld although it is not small: another pipeline withholds it, or it was small before.
    var staysWithheld = false
    /// The figures of the release that rest on it.
    var places: [Place] = []

    /// Whether it may not be published for its own sake.
    var isSmall: Bool { policy.withholds(value) }

    /// Whether it must be withheld before anything else is looked at.
    var isPrimary: Bool { isSmall || staysWithheld }

    /// How many values must remain possible when it is withheld; nil when it need not be.
    var leastPossible: Int? { isSmall ? policy.leastPossible : staysWithheld ? 2 : nil }
}

/// The numbers that the figures of a release rest on, each once, in the order in which they first occur.
struct DisclosedCounts {
    private(set) var counts: [DisclosedCount] = []
    private var positions: [CountSubject: Int] = [:]
    /// The strictest policy of each selection.
    private var policies: [IndicatorSubject: DisclosurePolicy] = [:]

    /// Every number that a figure of the tables rests on, of the given sources.
    init(_ layouts: [TableLayout], sources: Set<String>, _ evaluator: IndicatorEvaluator) {
        // What one row withholds, another row of the same must not show in another period.
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

    /// The positions of the numbers that an indicator's value rests on; those that are new are added.
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

    /// Takes up that a number must be withheld although it is not small.
    mutating func withhold(_ position: Int) { counts[position].staysWithheld = true }

    /// Marks a number that earlier figures reveal.
    mutating func publish(_ position: Int) { counts[position].isPublic = true }
}
