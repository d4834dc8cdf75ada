/// The periods whose numbers a figure rests on.
package struct MeasuredPeriods: Hashable, Sendable {
    /// Those whose numbers count for the figure, and those that it is compared with.
    package let counted, compared: [PeriodRole]

    /// Periods that count, and periods that they are compared with.
    package init(counted: [PeriodRole], compared: [PeriodRole] = []) {
        self.counted = counted
        self.compared = compared
    }

    /// All of them, those that count first.
    package var all: [PeriodRole] { counted + compared }

    /// The quarter against the same quarter of the year before.
    package static let sinceYearBefore = MeasuredPeriods(counted: [.quarter], compared: [.yearBefore])
    /// For figures that rest on no numbers.
    package static let none = MeasuredPeriods(counted: [])
}
