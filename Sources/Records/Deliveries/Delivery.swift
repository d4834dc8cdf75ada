public import Aggregation
public import Core

/// Something that the definition says must be delivered: a month of an area, a quarter of treatment data, a return.
public struct Delivery: Hashable, Sendable {
    /// The period that it is for.
    public enum Span: Hashable, Sendable {
        case month(Month)
        case quarter(FinancialQuarter)
        case year(FinancialYear)
    }

    /// How much of it is there.
    public enum State: Hashable, Sendable {
        /// All of it; for a return without a value, the partner's reason.
        case present(reason: String?)
        /// A part of it; without a cause, no row of the source is dated by the last days.
        case partial(PartialMonth.Cause?)
        /// Nothing of it.
        case missing
        /// It is not expected.
        case notExpected
    }

    /// The name and the title of the source.
    public let source: String
    public let title: String
    /// The area; for returns the indicator, with the area when there are several.
    public let subject: String
    /// The period.
    public let span: Span
    /// The rows that are there; nil where they are not counted.
    public let rows: Int?
    /// How much of it is there.
    public let state: State
    /// Whose deliveries would have it; empty where the definition does not say.
    public let deliverers: [String]
    /// The last day on which it is not yet late.
    public let due: CalendarDate
    /// With fewer rows than this share of what is usual, in percent, it counts as there only in part; nil when numbers say
    /// nothing.
    var partialBelow: Int? = nil
    /// Whether words about it state no number of rows.
    var withholdsCounts = false

    /// Whether it must be there and is not, or not as a whole.
    public var isGap: Bool {
        switch state {
        case .present, .notExpected: false
        case .partial, .missing: true
        }
    }

    /// The same, without any number of rows in its words.
    package var withoutCounts: Delivery {
        var copy = self
        copy.withholdsCounts = true
        return copy
    }

    /// Whether it should have been there by the day before.
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

    /// The first and the last month of it.
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
