/// What the heading of a column says about the column.
struct HeadingWords: Hashable, Sendable {
    /// The kinds of column that headings distinguish.
    enum Kind: Hashable, Sendable {
        case value, difference, percentChange, share, target, baseline, yearToDate
        case rate(per: Int)
    }

    let kind: Kind
    /// Whether it is the heading of a total, and whether figures under it can be added.
    let isTotal: Bool
    let isAdditive: Bool
    /// The heading without the words for its kind: the area or the period.
    let subject: String

    init(_ heading: String) {
        let folded = Label.folded(heading)
        let words = folded.split(separator: " ").map(String.init)
        let isPercent =
            words.contains { $0.contains("%") } || words.contains("percent") || words.contains("pct")
            || folded.contains("per cent")
        let isChange =
            words.contains(where: Self.changes.contains) || folded.contains("year on year")
            || Self.signs.contains { heading.contains($0) }
        if let per = Self.per(words) {
            kind = .rate(per: per)
        } else if isChange {
            kind = isPercent ? .percentChange : .difference
        } else if words.contains("target") {
            kind = .target
        } else if folded.contains("to date") || words.contains("ytd") {
            kind = .yearToDate
        } else if words.contains("baseline") {
            kind = .baseline
        } else if words.contains("share") || words.contains("proportion") || (isPercent && words.count <= 4) {
            kind = .share
        } else {
            kind = .value
        }
        isTotal = TotalWords.isTotal(heading)
        isAdditive = words.allSatisfy { !Self.means.contains($0) && !$0.contains("%") } && Self.per(words) == nil
        subject = words.filter { !Self.common.contains($0) && !$0.contains("%") && Int($0) == nil }.joined(
            separator: " ")
    }

    /// Returns the multiplier of a rate: `rate per 1,000`, `per 1,000 pop`, `per 100,000`.
    private static func per(_ words: [String]) -> Int? {
        guard let place = words.firstIndex(of: "per"), place + 1 < words.count else {
            return words.contains("rate") ? 1_000 : nil
        }
        var digits = ""
        for word in words[(place + 1)...] {
            guard word.allSatisfy({ $0.isASCII && $0.isNumber }), digits.count + word.count <= 9 else { break }
            digits += word
        }
        if let number = Int(digits), number > 0 { return number }
        return words[place + 1] == "thousand" ? 1_000 : nil
    }

    private static let changes: Set<String> = [
        "change", "changes", "difference", "diff", "variance", "var", "increase", "decrease", "growth", "gap",
    ]
    /// Words for figures that cannot be added.
    private static let means: Set<String> = [
        "mean", "average", "avg", "median", "rate", "rates", "ratio", "index", "percent", "percentage", "pct", "share",
        "proportion", "per", "density", "score", "quantile", "percentile", "rank", "code", "ranking",
    ]
    private static let signs = ["+/-", "+/−", "±", "Δ"]
    private static let common: Set<String> = [
        "rate", "rates", "per", "pop", "population", "count", "counts", "number", "numbers", "crime", "crimes",
        "incident", "incidents", "offences", "asb", "change", "difference", "diff", "on", "the", "year", "before",
        "share", "proportion", "of", "actual", "thousand", "residents", "households", "persons", "in", "per1000",
    ]
}
