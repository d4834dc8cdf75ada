import Tabular

/// How a figure comes of the values of its indicator. A figure is what its formula comes to, so that whatever explains a
/// figure by its formula explains the figure that was published.
public struct FigureFormula: Hashable, Sendable {
    /// The step from values to the figure.
    public enum Step: Hashable, Sendable {
        /// The value itself.
        case value(IndicatorValue)
        /// What is aimed at; nil when nothing is.
        case target(Target?)
        /// Value × 1,000 ÷ how many the area has of the denominator.
        case rate(IndicatorValue, Denominators.Denominator?, base: Int?)
        /// The quarter less the same quarter of the year before.
        case difference(now: IndicatorValue, before: IndicatorValue)
        /// The difference as a percentage of the year before.
        case percentDifference(now: IndicatorValue, before: IndicatorValue)
        /// The way from the year before to the quarter, and the one that is meant; nil when neither is.
        case direction(now: IndicatorValue, before: IndicatorValue, meant: Movement?)
        /// What a process chart says of the quarter's months.
        case variation(IndicatorValue, FigureValue)
    }

    /// How values of the indicator behave, and the unit that they are in.
    public let kind: IndicatorKind
    public let valueUnit: FigureUnit
    /// The step.
    public let step: Step

    /// A formula from its parts.
    package init(kind: IndicatorKind, valueUnit: FigureUnit, step: Step) {
        self.kind = kind
        self.valueUnit = valueUnit
        self.step = step
    }

    /// The values that the figure is made of: one, or the quarter's and then the year before's.
    public var values: [IndicatorValue] {
        switch step {
        case .value(let value), .rate(let value, _, _), .variation(let value, _): [value]
        case .target: []
        case .difference(let now, let before), .percentDifference(let now, let before),
            .direction(let now, let before, _):
            [now, before]
        }
    }

    /// What the figure comes to.
    public var value: FigureValue {
        switch step {
        case .value(let value): value.value
        case .target(let target): target.map { .target($0) } ?? .missing(.notApplicable)
        case .rate(let value, let denominator, let base): rate(value.value, denominator, base)
        case .difference(let now, let before): difference(now.value, before.value)
        case .percentDifference(let now, let before): percentDifference(now.value, before.value)
        case .direction(let now, let before, let meant): direction(now.value, before.value, meant)
        case .variation(_, let reading): reading
        }
    }

    /// What the figure is a number of.
    public var unit: FigureUnit {
        switch step {
        case .value: valueUnit
        case .target(let target):
            switch target?.aim {
            case .reduce, .increase, .monitor, nil: .words
            case .number, .atMost, .atLeast: valueUnit
            case .percentage, .relative: .percent
            }
        case .rate(_, let denominator, _): .rate(denominator: denominator?.title ?? "persons")
        case .difference: kind == .proportion ? .percentagePoints : valueUnit
        case .percentDifference: .percent
        case .direction, .variation: .words
        }
    }

    private func rate(_ value: FigureValue, _ denominator: Denominators.Denominator?, _ base: Int?) -> FigureValue {
        guard denominator != nil else { return .missing(.noDenominator) }
        switch value {
        // A share has no rate, whether or not there was anybody.
        case .missing(.nobody), .target, .words: return .missing(.notApplicable)
        case .missing(let reason): return .missing(reason)
        case .number(let count):
            guard kind == .count else { return .missing(.notApplicable) }
            guard let base, let rate = (count * Rational(1000)).divided(by: Rational(base)) else {
                return .missing(.noDenominator)
            }
            return .number(rate)
        }
    }

    private func difference(_ now: FigureValue, _ before: FigureValue) -> FigureValue {
        guard kind != .cumulative else { return .missing(.notCompared) }
        guard let now = now.number, let before = before.number else {
            // Nothing is missing where there was nobody to be a part of it.
            let isNobody = [now, before].contains(.missing(.nobody))
            return .missing(isNobody ? .nobody : .partMissing)
        }
        return .number(now - before)
    }

    private func direction(_ now: FigureValue, _ before: FigureValue, _ meant: Movement?) -> FigureValue {
        switch difference(now, before) {
        case .number(let change):
            let unit: FigureUnit = kind == .proportion ? .percentagePoints : valueUnit
            return .words(.direction(DirectionOfTravel(change: change, unit: unit, meant: meant)))
        case let other: return other
        }
    }

    private func percentDifference(_ now: FigureValue, _ before: FigureValue) -> FigureValue {
        switch kind {
        case .cumulative: return .missing(.notCompared)
        // A percentage of a percentage misleads: the difference in points says what there is to say.
        case .proportion: return .missing(.notApplicable)
        case .count, .rollingCount: break
        }
        guard let now = now.number, let before = before.number else { return .missing(.partMissing) }
        guard let change = ((now - before) * Rational(100)).divided(by: before) else {
            return .missing(.changeFromZero)
        }
        return .number(change)
    }
}
