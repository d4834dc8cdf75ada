public import Core
public import Indicators

/// Where a figure comes from: its formula, and for each number in it the rows that it is counted from.
public struct FigureLineage: Sendable {
    /// A number of the formula, and its rows.
    public struct Part: Sendable {
        /// Which number it is.
        public let term: Term
        /// The period, as `figures.csv` names it, and its first and last month.
        public let period: String
        public let months: Period
        /// The source's name and title.
        public let source, sourceTitle: String
        /// Whether nothing of the rows but their lines may be shown.
        public let isSensitive: Bool
        /// The rows that count, by extract and line.
        public let rows: [LineageRow]
        /// The rows that would have counted but for another row or for what they say themselves.
        public let leftOut: [LineageRow]
        /// Rows of the same extracts that could not be used; some may belong here.
        public let quarantined: [QuarantinedLines]
        /// Why there is no number, even where there are rows.
        public internal(set) var missing: MissingReason?

        /// The sum of the rows: the number in the formula. Nil when it is too large.
        public var total: Rational? { try? Rational.sum(rows.lazy.map(\.weight)) }
    }

    /// The numbers that formulas are made of.
    public enum Term: String, Sendable {
        case value, now, before
        case numerator, denominator
        case nowNumerator = "now-numerator"
        case nowDenominator = "now-denominator"
        case beforeNumerator = "before-numerator"
        case beforeDenominator = "before-denominator"
    }

    /// The rows of an extract that a rule keeps in quarantine and that are of the period, or may be.
    public struct QuarantinedLines: Hashable, Sendable {
        /// The path relative to the landing folder.
        public let file: String
        /// The plain SHA-256 of the extract.
        public let sha256: String
        /// The rule.
        public let reason: FindingRule
        /// The physical lines, in order.
        public let lines: [Int]
    }

    /// How the figure is calculated from its numbers.
    public let formula: FigureFormula
    /// The numbers: none for a target.
    public let parts: [Part]
    /// Whether the rows are not shown, since other numbers of their source are withheld.
    public let keepsBack: Bool

    package init(formula: FigureFormula, parts: [Part], keepsBack: Bool = false) {
        self.formula = formula
        self.parts = parts
        self.keepsBack = keepsBack
    }

    /// The rows of all parts that have the term.
    public func part(_ term: Term) -> Part? { parts.first { $0.term == term } }

    /// What each value of a formula is to its figure.
    package static func terms(of formula: FigureFormula) -> [Term] {
        formula.values.count == 2 ? [.now, .before] : [.value]
    }
}

extension FigureLineage.Term {
    /// The number of clients that are counted, and that of those of whom they are a share.
    var share: (numerator: FigureLineage.Term, denominator: FigureLineage.Term) {
        switch self {
        case .now: (.nowNumerator, .nowDenominator)
        case .before: (.beforeNumerator, .beforeDenominator)
        default: (.numerator, .denominator)
        }
    }
}
