public import Core

/// Which of an indicator's small counts of persons may be published.
public enum DisclosurePolicy: Hashable, Sendable {
    /// All counts may be published: they are public already, or do not allow anyone to identify persons.
    case none
    /// Counts from 1 to one less than the threshold are suppressed, with secondary suppression. With `zeroToo`, zero is
    /// suppressed as well, because it reveals as much as a small number.
    case suppressBelow(Int, zeroToo: Bool = false)

    /// The policy for sources of personal data when the definition does not state one.
    public static let usual = DisclosurePolicy.suppressBelow(5)

    /// Whether the policy suppresses a count.
    public func withholds(_ count: Rational) -> Bool {
        guard case .suppressBelow(let threshold, let zeroToo) = self else { return false }
        return count < Rational(threshold) && (count > Rational(0) || (zeroToo && count == Rational(0)))
    }

    /// How many whole numbers must remain possible for a suppressed count: as many as the policy suppresses, but at
    /// least 2. Nil when the policy suppresses no count.
    public var leastPossible: Int? {
        guard case .suppressBelow(let threshold, let zeroToo) = self else { return nil }
        return max(2, zeroToo ? threshold : threshold - 1)
    }

    /// Returns the stricter of two policies for one count.
    public func stricter(_ other: DisclosurePolicy) -> DisclosurePolicy {
        switch (self, other) {
        case (.none, _): other
        case (_, .none): self
        case (.suppressBelow(let a, let zeroA), .suppressBelow(let b, let zeroB)):
            .suppressBelow(max(a, b), zeroToo: zeroA || zeroB)
        }
    }
}
