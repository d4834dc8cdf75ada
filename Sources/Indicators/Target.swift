public import Core

/// What a partnership aims to reach with an indicator.
public struct Target: Hashable, Sendable {
    /// The kinds of aim.
    public enum Aim: Hashable, Sendable {
        /// Fewer, more, or no direction.
        case reduce, increase, monitor
        /// A number to reach.
        case number(Rational)
        /// A share to reach, in percent.
        case percentage(Rational)
        /// A change from the baseline, in percent; positive for an increase.
        case relative(Rational)
        /// A ceiling or a floor: a number, or a share in percent.
        case atMost(Rational, isShare: Bool)
        case atLeast(Rational, isShare: Bool)
    }

    /// The aim.
    public let aim: Aim
    /// Whether the partnership has agreed the target.
    public let isConfirmed: Bool

    /// Creates a target from its parts.
    public init(aim: Aim, isConfirmed: Bool) {
        self.aim = aim
        self.isConfirmed = isConfirmed
    }

    /// The target as printed: `Reduce`, `1,000`, `12% (TBC)`, `3% increase (TBC)`, `At most 1,000`.
    public var display: String {
        let words =
            switch aim {
            case .reduce: "Reduce"
            case .increase: "Increase"
            case .monitor: "Monitor"
            case .number(let number): Self.plain(number)
            case .atMost(let level, let isShare): "At most " + Self.level(level, isShare)
            case .atLeast(let level, let isShare): "At least " + Self.level(level, isShare)
            case .percentage(let share): Self.percent(share)
            case .relative(let change):
                change < Rational(0)
                    ? Self.percent(change, signed: false) + " reduction" : Self.percent(change) + " increase"
            }
        return isConfirmed ? words : words + " (TBC)"
    }

    private static func plain(_ number: Rational) -> String {
        number.formatted(decimals: number.denominator == 1 ? 0 : 1, grouped: true)
    }

    private static func level(_ level: Rational, _ isShare: Bool) -> String {
        isShare ? percent(level) : plain(level)
    }

    private static func percent(_ share: Rational, signed: Bool = true) -> String {
        share.formatted(decimals: share.denominator == 1 ? 0 : 1, signed: signed) + "%"
    }

    /// The number in the target, if there is one.
    public var number: Rational? {
        switch aim {
        case .reduce, .increase, .monitor: nil
        case .number(let number), .percentage(let number), .relative(let number), .atMost(let number, _),
            .atLeast(let number, _):
            number
        }
    }
}
