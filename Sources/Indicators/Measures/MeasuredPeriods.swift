/// The periods of the numbers that a figure rests on.
package struct MeasuredPeriods: Hashable, Sendable {
    /// The periods that the figure is about, and the periods that they are compared with.
    package let counted, compared: [PeriodRole]

    /// Creates the periods from their two parts.
    package init(counted: [PeriodRole], compared: [PeriodRole] = []) {
        self.counted = counted
        self.compared = compared
    }

    /// All periods: first the counted periods, then the compared ones.
    package var all: [PeriodRole] { counted + compared }

    /// The quarter, compared with the same quarter of the year before.
    package static let sinceYearBefore = MeasuredPeriods(counted: [.quarter], compared: [.yearBefore])
    /// No periods, for figures that do not rest on numbers.
    package static let none = MeasuredPeriods(counted: [])
}
