import Core
import Indicators

/// The sentences about one indicator.
struct SummarySentence {
    let movement: IndicatorMovement

    var text: String {
        ([main, targetSentence, provisional].compactMap(\.self)).joined(separator: " ")
    }

    private var subject: String { movement.row.phrase ?? movement.row.label }

    /// The subject at the start of a sentence.
    private var start: String { subject.prefix(1).uppercased() + subject.dropFirst() }

    private var main: String {
        guard let figure = movement.nowFigure, let now = movement.now else { return absence }
        let value = amount(now, figure)
        guard let difference = movement.difference, let before = movement.before else {
            return "\(start) stood at \(withUnit(value, figure))." + uncompared
        }
        let earlier = amount(before, figure)
        if movement.differenceFigure?.markers.contains(.seriesBreak) == true {
            return
                "\(start) stood at \(withUnit(value, figure)). A year before it stood at \(earlier), but the way of counting "
                + "has changed since."
        }
        if difference == Rational(0) { return "\(start) was \(value) in both quarters." }
        if movement.travel?.movement == Movement.none {
            return "\(start) hardly changed: \(value) after \(earlier)."
        }
        let verb = difference > Rational(0) ? "rose" : "fell"
        if movement.hasSmallBase {
            return "\(start) \(verb) from \(withUnit(earlier, figure)) to \(value); with numbers this small, a "
                + "percentage would mislead."
        }
        return "\(start) \(verb) by \(change(difference, figure)), from \(earlier) to \(value)."
    }

    /// Returns the size of a change: `266 crimes (9.5%)` or `21.3 percentage points`.
    private func change(_ difference: Rational, _ figure: Figure) -> String {
        guard case .count = figure.unit else {
            let digits = difference.formatted(
                decimals: movement.differenceFigure?.decimals ?? figure.decimals, signed: false)
            return figure.unit == .percent ? "\(digits) percentage points" : digits
        }
        let digits = withUnit(
            difference.formatted(decimals: figure.decimals, grouped: true, signed: false), figure)
        guard let percent = movement.percentFigure?.value.number else { return digits }
        return "\(digits) (\(percent.formatted(decimals: 1, signed: false))%)"
    }

    private func amount(_ number: Rational, _ figure: Figure) -> String {
        number.formatted(decimals: figure.decimals, grouped: true) + (figure.unit == .percent ? "%" : "")
    }

    /// Returns the digits with the unit noun, unless the subject, such as `the number of clients`, already says what is
    /// counted.
    private func withUnit(_ digits: String, _ figure: Figure) -> String {
        guard case .count(let unitNoun) = figure.unit, !subject.lowercased().contains("number of") else {
            return digits
        }
        return "\(digits) \(UnitNoun(plural: unitNoun).words(beside: digits))"
    }

    private var absence: String {
        guard case .missing(let reason) = movement.nowFigure?.value else { return "There is no figure for \(subject)." }
        if reason == .confidential {
            let what = subject.lowercased().hasPrefix("the ") ? start : "The figure for \(subject)"
            return "\(what) is withheld, because small numbers of persons are protected."
        }
        return "There is no figure for \(subject): \(Self.words(reason))."
    }

    private var uncompared: String {
        guard case .missing(let reason) = movement.differenceFigure?.value, reason != .partMissing else { return "" }
        return reason == .notCompared ? "" : " It is not compared: \(Self.words(reason))."
    }

    /// Returns a partner's words with a small first letter, or the explanation of any other reason without the mark
    /// that is used in cells.
    private static func words(_ reason: MissingReason) -> String {
        if case .partner(let words) = reason { return words.prefix(1).lowercased() + words.dropFirst() }
        let explanation = reason.explanation
        guard let colon = explanation.firstIndex(of: ":") else { return explanation }
        return explanation[explanation.index(after: colon)...].trimmingPrefix(" ").trimmingSuffix(".")
    }

    /// A sentence about a target that is a level or a change. Targets that are only directions are covered by the lead
    /// of the section.
    private var targetSentence: String? {
        guard let target = movement.target, movement.now != nil else { return nil }
        let level: String
        switch target.aim {
        case .reduce, .increase, .monitor: return nil
        case .number, .percentage: level = "of " + Target(aim: target.aim, isConfirmed: true).display
        case .atMost, .atLeast:
            let limit = Target(aim: target.aim, isConfirmed: true).display
            level = "of " + limit.prefix(1).lowercased() + limit.dropFirst()
        case .relative: level = "of a " + Target(aim: target.aim, isConfirmed: true).display + " on the baseline"
        }
        return target.isConfirmed
            ? "The target is \(level.dropFirst(3))." : "A target \(level) is still to be confirmed."
    }

    private var provisional: String? {
        movement.now != nil && movement.nowFigure?.markers.contains(.provisional) == true
            ? "The figure is provisional." : nil
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : String(self)
    }
}
