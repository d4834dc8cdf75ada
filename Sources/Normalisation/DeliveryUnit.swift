public import Core

/// What one delivery is about: a force and month, an area and quarter, an agency. A later delivery of the same replaces all
/// rows of an earlier one.
public struct DeliveryUnit: Hashable, Sendable {
    /// What the unit's columns say, other than those of time: `Cleveland Police`. Empty when there is none.
    public let subject: String
    /// The month or the quarter; nil when the unit has no time.
    public let period: Period?
    /// The subject without capitals and extra blanks: the same force or area, however a file writes it.
    public let key: String

    /// A unit from its parts.
    public init(subject: String, period: Period? = nil) {
        self.subject = subject
        self.period = period
        key = Self.key(of: subject)
    }

    /// What two ways of writing one subject have in common.
    public static func key(of subject: String) -> String {
        guard subject.utf8.allSatisfy({ $0 < 0x80 }) else {
            return subject.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        // The same for plain letters, whose properties need not be looked up.
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

    /// `Cleveland Police, April 2023`.
    public var words: String {
        ([subject].filter { !$0.isEmpty } + (period.map { [$0.words] } ?? [])).joined(separator: ", ")
    }
}

extension DeliveryUnit: Comparable {
    /// By time, then by subject.
    public static func < (a: DeliveryUnit, b: DeliveryUnit) -> Bool {
        let (first, second) = (a.period?.first.index ?? .min, b.period?.first.index ?? .min)
        return (first, a.key) < (second, b.key)
    }
}
