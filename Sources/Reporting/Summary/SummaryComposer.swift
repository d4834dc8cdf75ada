public import Core
public import Indicators

/// Writes the summary of an indicator table: what rose or fell, and by how much, but never why.
public struct SummaryComposer: Sendable {
    private let table: FigureTable
    private let quarter: FinancialQuarter
    private let comments: [PartnerComment]

    /// Creates a composer for the table of a quarter, with the partners' comments on its rows.
    public init(_ table: FigureTable, quarter: FinancialQuarter, comments: [PartnerComment] = []) {
        self.table = table
        self.quarter = quarter
        self.comments = comments
    }

    /// Returns the summary with the title.
    public func compose(title: String) -> ReportSummary {
        var titles: [String] = []
        for row in table.rows where !titles.contains(row.section) { titles.append(row.section) }
        return ReportSummary(
            title: title,
            opening: "\(quarter.period.words) compared with \(quarter.yearBefore.period.words). In each section the "
                + "largest differences come first. The figures say what changed; they do not say why.",
            sections: titles.map { title in
                let movements = table.rows.filter { $0.section == title }.map { IndicatorMovement($0, quarter) }
                return ReportSummary.Section(
                    title: title, lead: Self.lead(movements),
                    points: Self.ordered(movements).map { SummarySentence(movement: $0).text },
                    comments: comments.filter { $0.section == title })
            })
    }

    /// Returns the movements in order: the largest differences first, whatever their unit, then indicators that cannot
    /// be compared, then those without a figure.
    private static func ordered(_ movements: [IndicatorMovement]) -> [IndicatorMovement] {
        let sizes = movements.map { movement -> Rational in
            if movement.now == nil { return Rational(-2) }
            return movement.difference.map { (try? $0.magnitude()) ?? Rational(.max) } ?? Rational(-1)
        }
        return movements.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.map { movements[$0] }
    }

    /// Returns a sentence on how many indicators moved in their target direction.
    private static func lead(_ movements: [IndicatorMovement]) -> String {
        let directed = movements.compactMap(\.course)
        let parts = [
            (directed.count { $0 == .asAimed }, "moved in the target direction"),
            (directed.count { $0 == .otherwise }, "moved in the opposite direction"),
            (directed.count { $0 == .unchanged }, "did not change"),
        ].filter { $0.0 > 0 }
        guard let first = parts.first else { return "" }
        let isWhole = directed.count == movements.count
        if directed.count == 1 {
            return isWhole
                ? "The indicator \(first.1)."
                : "One indicator has a target direction and can be compared: it \(first.1)."
        }
        let kind = isWhole ? "indicators" : "indicators that have a target direction and can be compared"
        if parts.count == 1 {
            let all = directed.count == 2 ? "Both" : "All \(NumberWords.of(directed.count))"
            return "\(all) \(kind) \(first.1)."
        }
        let list = parts.enumerated().map { index, part in
            // The verb is not repeated: "three moved in the target direction and two in the opposite direction".
            let words = index > 0 && part.1.hasPrefix("moved ") ? String(part.1.dropFirst(6)) : part.1
            return "\(NumberWords.of(part.0)) \(words)"
        }
        let counts = list.dropLast().joined(separator: ", ") + " and \(list[list.count - 1])."
        let number = NumberWords.of(directed.count)
        guard !isWhole else { return "Of the \(number) indicators, \(counts)" }
        let start = number.prefix(1).uppercased() + number.dropFirst()
        return "\(start) indicators have a target direction and can be compared. Of these, \(counts)"
    }
}
