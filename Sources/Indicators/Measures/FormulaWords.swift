package import Core

/// A formula as people read it, with the numbers in it.
package struct FormulaWords: Hashable, Sendable {
    /// Where the numbers' origin is stated.
    package enum Origins: Sendable {
        /// Nowhere, behind the sentence, or below it in a line for each number.
        case none, inSentence, listed
    }

    /// The sentence, without a full stop.
    package let sentence: String
    /// Where the numbers' origin is stated.
    package let origins: Origins

    /// A sentence.
    package init(_ sentence: String, origins: Origins = .none) {
        self.sentence = sentence
        self.origins = origins
    }

    /// A number as people read it, to six places at most.
    package static func number(_ number: Rational?) -> String {
        guard let number else { return "–" }
        let (whole, places) = (number.formatted(decimals: 0, grouped: true), number.sixPlaces)
        guard number.denominator != 1, let point = places.firstIndex(of: ".") else { return whole }
        let head = Rational(decimal: places[..<point]).map { $0.formatted(decimals: 0, grouped: true) }
        let sign = places.hasPrefix("-0") ? "-" : ""
        return sign + (head ?? "") + places[point...]
    }
}

/// What a figure comes to, for the words of its formula.
package struct FormulaResult {
    let value: FigureValue
    let unit: FigureUnit

    /// The figure's number with its unit.
    package var number: String { FormulaWords.number(value.number) + " " + unit.name }
    /// What the figure says when it says words.
    package var words: String { if case .words(let words) = value { words.text } else { "" } }
}

extension IndicatorValue {
    /// The number as people read it.
    package var digits: String { FormulaWords.number(value.number) }
}
