/// The unit of a figure.
public enum FigureUnit: Hashable, Sendable {
    /// A count, with the plural of its unit noun: `crimes`.
    case count(String)
    /// A percentage.
    case percent
    /// The difference of two percentages.
    case percentagePoints
    /// Events per thousand of the denominator, with the denominator's name and vintage.
    case rate(denominator: String)
    /// A target that is not a number, or words about numbers.
    case words

    /// Decimal places in print: none for counts, one for all other units.
    public var decimals: Int { if case .count = self { 0 } else { 1 } }

    /// The unit's name, for people and for `figures.csv`.
    public var name: String {
        switch self {
        case .count(let unitNoun): unitNoun
        case .percent: "percent"
        case .percentagePoints: "percentage points"
        case .rate(let denominator): "per 1,000 \(denominator)"
        case .words: "words"
        }
    }
}
