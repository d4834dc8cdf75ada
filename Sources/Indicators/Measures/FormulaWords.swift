package import Core

/// A formula in words, including the numbers.
package struct FormulaWords: Hashable, Sendable {
    /// Where the explanation of a figure states the origin of the numbers.
    package enum Origins: Sendable {
        /// Nowhere, after the sentence, or below it with one line for each number.
        case none, inSentence, listed
    }

    /// The sentence, without a full stop.
    package let sentence: String
    /// Where the explanation of a figure states the origin of the numbers.
    package let origins: Origins

    /// Creates the words of a formula from a sentence.
    package init(_ sentence: String, origins: Origins = .none) {
        self.sentence = sentence
        self.origins = origins
    }

    /// Returns a number as printed in a formula, with at most six decimal places.
    package static func number(_ number: Rational?) -> String {
        guard let number else { return "–" }
        let (whole, places) = (number.formatted(decimals: 0, grouped: true), number.sixPlaces)
        guard number.denominator != 1, let point = places.firstIndex(of: ".") else { return whole }
        let head = Rational(decimal: places[..<point]).map { $0.formatted(decimals: 0, grouped: true) }
        let sign = places.hasPrefix("-0") ? "-" : ""
        return sign + (head ?? "") + places[point...]
    }
}

/// The result of a figure, for the words of its formula.
package struct FormulaResult {
    let value: FigureValue
    let unit: FigureUnit

    /// The figure's number with its unit.
    package var number: String { FormulaWords.number(value.number) + " " + unit.name }
    /// The figure's words; empty when it has none.
    package var words: String { if case .words(let words) = value { words.text } else { "" } }
}

extension IndicatorValue {
    /// The number as printed in a formula.
    package var digits: String { FormulaWords.number(value.number) }
}
