/// What follows from what a measure says of itself.
extension Measure {
    /// What it says, for a data dictionary and the help.
    public var meaning: String { definition.meaning }
    /// The usual heading of a column, for the help.
    public var heading: String { definition.heading }

    /// The periods of the numbers that a figure rests on, in a column of the period.
    public func bases(_ role: PeriodRole) -> [PeriodRole] { definition.periods(role).all }

    /// Whether it is of the quarter, in a column of any period.
    package var isOfQuarter: Bool { bases(.baseline).contains(.quarter) }

    /// Of how many of the denominator it takes rates; nil for a measure that takes none.
    package var per: Int? { if case .rate(let per) = definition.relation { per } else { nil } }
    /// Whether it takes rates of a denominator.
    package var isRate: Bool { per != nil }

    /// Whether figures of one area and period are the same in every table: denominators differ, and words may.
    package var isSameInEveryTable: Bool { !isRate && definition.relation != .unrelated }

    /// What a sentence calls the figures that are of the quarter, in a column of any period.
    package static var namesOfQuarter: String {
        var names: [String] = []
        for measure in allCases where measure.isOfQuarter && !names.contains(measure.definition.plural) {
            names.append(measure.definition.plural)
        }
        return [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
            .joined(separator: " and ")
    }
}
