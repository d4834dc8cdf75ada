public import Core

/// What may be published of an indicator's small counts of persons.
public enum DisclosurePolicy: Hashable, Sendable {
    /// Everything: the counts are public already, or not about persons who could be known by them.
    case none
    /// Counts from 1 to one less than the threshold are withheld, and what would reveal them; zero is withheld, too,
    /// when it reveals as much as a small number.
    case suppressBelow(Int, zeroToo: Bool = false)

    /// What holds for sources of personal data when a definition does not say.
    public static let usual = DisclosurePolicy.suppressBelow(5)

    /// Whether a count may not be published.
    public func withholds(_ count: Rational) -> Bool {
        guard case .suppressBelow(let threshold, let zeroToo) = self else { return false }
        return count < Rational(threshold) && (count > Rational(0) || (zeroToo && count == Rational(0)))
    }

    /// How many whole numbers must remain possible for a withheld count: all that the policy itself leaves. Nil when it
    /// withholds none.
    public var leastPossible: Int? {
        guard case .suppressBelow(let threshold, let zeroToo) = self else { return nil }
        return max(2, zeroToo ? threshold : threshold - 1)
    }

    /// The stricter of two policies for one count.
    public func stricter(_ other: DisclosurePolicy) -> DisclosurePolicy {
        switch (self, other) {
        case (.none, _): other
        case (_, .none): self
        case (.suppressBelow(let a, let zeroA), .suppressBelow(let b, let zeroB)):
            .suppressBelow(max(a, b), zeroToo: zeroA || zeroB)
        }
    }
}
