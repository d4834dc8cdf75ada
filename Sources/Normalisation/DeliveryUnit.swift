public import Core

/// The unit of a delivery: a force and month, an area and quarter, or an agency. A later delivery of a unit replaces
/// all rows of an earlier one.
public struct DeliveryUnit: Hashable, Sendable {
    /// The values of the unit's columns, except columns of time: `Cleveland Police`. Empty if there are none.
    public let subject: String
    /// The month or the quarter; nil if the unit has no time.
    public let period: Period?
    /// The subject in lower case and without extra spaces: the same for every way in which files write a force or area.
    public let key: String

    /// Creates a unit from its parts.
    public init(subject: String, period: Period? = nil) {
        self.subject = subject
        self.period = period
        key = Self.key(of: subject)
    }

    /// Returns the key that all ways of writing a subject share.
    public static func key(of subject: String) -> String {
        guard subject.utf8.allSatisfy({ $0 < 0x80 }) else {
            return subject.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        // This gives the same result for ASCII text, without looking up the properties of characters.
        return subject.lowercased().utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map {
            String(Substring($0))
        }
        .joined(separator: " ")
    }

    public static func == (a: DeliveryUnit, b: DeliveryUnit) -> Bool { a.period == b.period && a.key == b.key }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(period)
        hasher.combine(key)
    }

    /// The unit in words: `Cleveland Police, April 2023`.
    public var words: String {
        ([subject].filter { !$0.isEmpty } + (period.map { [$0.words] } ?? [])).joined(separator: ", ")
    }
}

extension DeliveryUnit: Comparable {
    /// Orders units by time, then by subject.
    public static func < (a: DeliveryUnit, b: DeliveryUnit) -> Bool {
        let (first, second) = (a.period?.first.index ?? .min, b.period?.first.index ?? .min)
        return (first, a.key) < (second, b.key)
    }
}
