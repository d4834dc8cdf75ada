public import Tabular

/// What one delivery is about: a force and month, an area and quarter, an agency. A later delivery of the same replaces all
/// rows of an earlier one.
public struct DeliveryUnit: Hashable, Sendable {
    /// What the unit's columns say, other than those of time: `Cleveland Police`. Empty when there is none.
    public let subject: String
    /// The month or the quarter; nil when the unit has no time.
    public let period: Period?

    /// A unit from its parts.
    public init(subject: String, period: Period? = nil) {
        self.subject = subject
        self.period = period
    }

    /// `Cleveland Police, April 2023`.
    public var words: String {
        ([subject].filter { !$0.isEmpty } + (period.map { [$0.words] } ?? [])).joined(separator: ", ")
    }
}

extension DeliveryUnit: Comparable {
    /// By time, then by subject.
    public static func < (a: DeliveryUnit, b: DeliveryUnit) -> Bool {
        let (first, second) = (a.period?.first.index ?? .min, b.period?.first.index ?? .min)
        return (first, a.subject) < (second, b.subject)
    }
}
