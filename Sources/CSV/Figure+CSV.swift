import Core
public import Indicators

extension Figure {
    /// The number to six places, not rounded for print. A target counts as one when it is a level to reach, not when
    /// it is a direction, a limit or a change on something else.
    public var plainNumber: String? {
        switch value {
        case .number(let number): number.sixPlaces
        case .missing, .words: nil
        case .target(let target):
            switch target.aim {
            case .number(let number), .percentage(let number): number.sixPlaces
            case .reduce, .increase, .monitor, .relative, .atMost, .atLeast: nil
            }
        }
    }

    /// What a table of plain values holds: the number, else its words, else nothing.
    var plainField: CSVField {
        if let number = plainNumber { return .number(number) }
        // Whether a target is confirmed stands in the status.
        if case .target(let target) = value { return .text(Target(aim: target.aim, isConfirmed: true).display) }
        if case .words(let words) = value { return .text(words.text) }
        return .empty
    }

    /// Whether words stand where tables of plain values have numbers.
    var hasPlainWords: Bool {
        if case .text(let words) = plainField { !words.isEmpty } else { false }
    }

    /// The figure as printed. Digits, separators, sign and unit are this program's; words may be a partner's.
    var displayField: CSVField {
        if case .number = value { .number(display) } else { .text(display) }
    }
}
