public import Core

/// What a figure says.
public enum FigureValue: Hashable, Sendable {
    /// An exact number in the figure's unit.
    case number(Rational)
    /// What is aimed at.
    case target(Target)
    /// Words that follow from numbers.
    case words(FigureWords)
    /// Why there is no number.
    case missing(MissingReason)

    /// The result of a calculation. Where it divides by zero there is none for the reason; where it does not fit there is none
    /// either.
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
