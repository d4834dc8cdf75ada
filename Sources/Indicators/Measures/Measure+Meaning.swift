/// Properties that follow from the definition of a measure.
extension Measure {
    /// What the measure shows, for the data dictionary and the help.
    public var meaning: String { definition.meaning }
    /// The usual heading of a column, for the help.
    public var heading: String { definition.heading }

    /// Returns the periods of the numbers that a figure rests on, in a column for this period.
    public func bases(_ role: PeriodRole) -> [PeriodRole] { definition.periods(role).all }

    /// Whether figures of the measure are always for the quarter, whatever the column's period.
    package var isOfQuarter: Bool { bases(.baseline).contains(.quarter) }

    /// The size of the denominator that rates are expressed for, such as 1,000; nil for a measure that is not a rate.
    package var per: Int? { if case .rate(let per) = definition.relation { per } else { nil } }
    /// Whether the measure is a rate of a denominator.
    package var isRate: Bool { per != nil }

    /// Whether figures of one area and period are the same in every table. Rates are not, because denominators differ.
    /// Words can differ, too.
    package var isSameInEveryTable: Bool { !isRate && definition.relation != .unrelated }

    /// The names, for sentences, of the measures that are always for the quarter, whatever the column's period.
    package static var namesOfQuarter: String {
        var names: [String] = []
        for measure in allCases where measure.isOfQuarter && !names.contains(measure.definition.plural) {
            names.append(measure.definition.plural)
        }
        return [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
            .joined(separator: " and ")
    }
}
