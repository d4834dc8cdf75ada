/// What the label of a row shows about whether the row is a total.
enum TotalWords {
    /// Returns how much more likely the label makes it that the row is the sum of its neighbours, in bits.
    static func prior(_ label: String) -> Double {
        let words = Label.folded(label).split(separator: " ").map(String.init)
        if isTotal(words) { return 12 }
        return words.contains(where: wholes.contains) ? 7 : 0
    }

    /// Whether the label names a total.
    static func isTotal(_ label: String) -> Bool { isTotal(Label.folded(label).split(separator: " ").map(String.init)) }

    private static func isTotal(_ words: [String]) -> Bool {
        if words.contains(where: totals.contains) { return true }
        // `All`, `All ages`, `All crime`; not `All other theft`.
        return words.first == "all" && words.count <= 3 && !words.contains("other")
    }

    /// Whether the label shows that the total covers more than the rows shown, or that one person can be in several
    /// parts.
    static func isOfMore(_ label: String) -> Bool {
        Label.folded(label).split(separator: " ").contains { distinct.contains(String($0)) }
    }

    private static let totals: Set<String> = ["total", "totals", "overall", "sum", "subtotal", "subtotals"]
    private static let wholes: Set<String> = [
        "region", "england", "wales", "scotland", "britain", "kingdom", "uk", "gb", "national", "country", "combined",
        "county", "force", "both", "europe", "world", "eu",
    ]
    private static let distinct: Set<String> = [
        "individuals", "individual", "distinct", "unique", "persons", "people", "clients", "countries",
    ]
}
