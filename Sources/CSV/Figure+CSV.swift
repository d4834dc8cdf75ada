import Core
public import Indicators

extension Figure {
    /// The number to six decimal places, not rounded for print. A target counts as a number only when it is a level to
    /// reach. A direction, a limit or a relative change is not a number.
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

    /// The field in a table of plain values: the number, or else the words, or else nothing.
    var plainField: CSVField {
        if let number = plainNumber { return .number(number) }
        // The status states whether a target is confirmed.
        if case .target(let target) = value { return .text(Target(aim: target.aim, isConfirmed: true).display) }
        if case .words(let words) = value { return .text(words.text) }
        return .empty
    }

    /// Whether the figure has words where tables of plain values have numbers.
    var hasPlainWords: Bool {
        if case .text(let words) = plainField { !words.isEmpty } else { false }
    }

    /// The figure as printed. A number is formatted by this program, but words may come from a partner, so they are
    /// guarded.
    var displayField: CSVField {
        if case .number = value { .number(display) } else { .text(display) }
    }
}
