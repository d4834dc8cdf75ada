public import Aggregation
public import Core

/// A delivery that the definition expects: a month of an area, a quarter of treatment data, or a return.
public struct Delivery: Hashable, Sendable {
    /// The period of the delivery.
    public enum Span: Hashable, Sendable {
        case month(Month)
        case quarter(FinancialQuarter)
        case year(FinancialYear)
    }

    /// How much of the delivery is there.
    public enum State: Hashable, Sendable {
        /// All of it. For a return without a value, `reason` is the partner's reason.
        case present(reason: String?)
        /// A part of it. Without a cause, no row of the source is dated in the last days of the period.
        case partial(PartialMonth.Cause?)
        /// None of it.
        case missing
        /// The delivery is not expected.
        case notExpected
    }

    /// The name of the source; `title` is its title.
    public let source: String
    public let title: String
    /// The area. For a return it is the indicator, with the area if there are several areas.
    public let subject: String
    /// The period.
    public let span: Span
    /// The number of rows that are there; nil if rows are not counted.
    public let rows: Int?
    /// How much of the delivery is there.
    public let state: State
    /// The forces that would deliver it; empty if the definition does not name any.
    public let deliverers: [String]
    /// The last day on which the delivery is not yet late.
    public let due: CalendarDate
    /// The share of the usual number of rows, in per cent, below which the delivery counts as partial; nil if numbers
    /// of rows show nothing.
    var partialBelow: Int? = nil
    /// Whether words about the delivery leave out numbers of rows.
    var withholdsCounts = false

    /// Whether the delivery is expected but is missing as a whole or in part.
    public var isGap: Bool {
        switch state {
        case .present, .notExpected: false
        case .partial, .missing: true
        }
    }

    /// The same delivery, without any number of rows in its words.
    package var withoutCounts: Delivery {
        var copy = self
        copy.withholdsCounts = true
        return copy
    }

    /// Returns whether the delivery is a gap and was due before the day.
    public func isLate(on day: CalendarDate) -> Bool { isGap && due < day }
}

extension Delivery.Span: CustomStringConvertible {
    /// `2019-04`, `2019-20-Q1` or `2019-20`.
    public var description: String {
        switch self {
        case .month(let month): "\(month)"
        case .quarter(let quarter): "\(quarter)"
        case .year(let year): "\(year)"
        }
    }

    /// `April 2019`, `2019/20 Quarter 1` or `2019/20`.
    public var words: String {
        switch self {
        case .month(let month): "\(month.name) \(month.year)"
        case .quarter(let quarter): quarter.title
        case .year(let year): year.title
        }
    }

    /// The first month of the span.
    var first: Month {
        switch self {
        case .month(let month): month
        case .quarter(let quarter): quarter.period.first
        case .year(let year): year.period.first
        }
    }

    var last: Month {
        switch self {
        case .month(let month): month
        case .quarter(let quarter): quarter.period.last
        case .year(let year): year.period.last
        }
    }
}
