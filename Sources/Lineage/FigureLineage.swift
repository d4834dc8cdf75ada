public import Core
public import Indicators

/// Where a figure comes from: its formula, and the rows from which each number in the formula is counted.
public struct FigureLineage: Sendable {
    /// A number of the formula, and its rows.
    public struct Part: Sendable {
        /// Which number of the formula this is.
        public let term: Term
        /// The period's name in `figures.csv`, and the months of the period.
        public let period: String
        public let months: Period
        /// The source's name and title.
        public let source, sourceTitle: String
        /// Whether only the line numbers of the rows may be shown.
        public let isSensitive: Bool
        /// The rows that are counted, by extract and line.
        public let rows: [LineageRow]
        /// The rows that are left out because of another row, or because of their own content.
        public let leftOut: [LineageRow]
        /// Quarantined rows of the same extracts; some of these rows may belong to the number.
        public let quarantined: [QuarantinedLines]
        /// Why there is no number, even if there are rows.
        public internal(set) var missing: MissingReason?

        /// The sum of the rows' weights: the number in the formula. Nil when the sum is too large.
        public var total: Rational? { try? Rational.sum(rows.lazy.map(\.weight)) }
    }

    /// The numbers that a formula can have.
    public enum Term: String, Sendable {
        case value, now, before
        case numerator, denominator
        case nowNumerator = "now-numerator"
        case nowDenominator = "now-denominator"
        case beforeNumerator = "before-numerator"
        case beforeDenominator = "before-denominator"
    }

    /// The rows of an extract that a rule keeps in quarantine and that belong, or may belong, to the period.
    public struct QuarantinedLines: Hashable, Sendable {
        /// The extract's path, relative to the landing folder.
        public let file: String
        /// The plain SHA-256 of the extract.
        public let sha256: String
        /// The rule that the rows break.
        public let reason: FindingRule
        /// The physical lines, in order.
        public let lines: [Int]
    }

    /// How the figure is calculated from its numbers.
    public let formula: FigureFormula
    /// The numbers of the formula; none for a target.
    public let parts: [Part]
    /// Whether the rows are hidden because other numbers of their source are suppressed.
    public let keepsBack: Bool

    package init(formula: FigureFormula, parts: [Part], keepsBack: Bool = false) {
        self.formula = formula
        self.parts = parts
        self.keepsBack = keepsBack
    }

    /// Returns the first part with the term; nil when there is none.
    public func part(_ term: Term) -> Part? { parts.first { $0.term == term } }

    /// Returns the term for each value of a formula.
    package static func terms(of formula: FigureFormula) -> [Term] {
        formula.values.count == 2 ? [.now, .before] : [.value]
    }
}

extension FigureLineage.Term {
    /// The terms for the numerator and the denominator of a share of clients.
    var share: (numerator: FigureLineage.Term, denominator: FigureLineage.Term) {
        switch self {
        case .now: (.nowNumerator, .nowDenominator)
        case .before: (.beforeNumerator, .beforeDenominator)
        default: (.numerator, .denominator)
        }
    }
}
