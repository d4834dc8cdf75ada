public import Core

/// The content of a figure: a number, a target, words, or the reason why there is none.
public enum FigureValue: Hashable, Sendable {
    /// An exact number in the figure's unit.
    case number(Rational)
    /// A target of the partnership.
    case target(Target)
    /// Words that follow from numbers.
    case words(FigureWords)
    /// Why there is no number.
    case missing(MissingReason)

    /// Creates the result of a calculation. If the calculation divides by zero, the value is missing for the given
    /// reason. If the result does not fit exact arithmetic, the value is missing as too large.
    package init(
        orMissing reason: MissingReason = .nobody, _ calculation: () throws(ArithmeticOverflow) -> Rational?
    ) {
        do throws(ArithmeticOverflow) {
            self = try calculation().map { .number($0) } ?? .missing(reason)
        } catch { self = .missing(.tooLarge) }
    }

    /// The number, when there is one.
    public var number: Rational? { if case .number(let number) = self { number } else { nil } }
}
