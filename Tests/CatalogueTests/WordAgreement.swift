/// Checks whether nouns agree with their numbers, and articles with the words after them.
enum WordAgreement {
    /// Returns the words that do not agree.
    static func problems(_ text: String) -> [String] {
        text.matches(of: /(?:^|[^\d.,\w])(-?[\d,.]+) ([a-z]+)/).compactMap { match in
            let (number, noun) = (match.1, String(match.2))
            let isOne = ["1", "-1"].contains(number)
            return (isOne ? plurals : singulars).contains(noun) ? "'\(number) \(noun)'" : nil
        }
            + text.matches(of: /\ba ([aeiou][a-z]*)/).filter { match in
                !soundsLikeConsonant.contains { match.1.hasPrefix($0) }
            }.map { "'\($0.0)'" }
            + text.matches(of: /\ban ([b-df-hj-np-tv-z][a-z]*)/).filter {
                !$0.1.hasPrefix("hour") && !$0.1.hasPrefix("hono")
            }
            .map { "'\($0.0)'" }
    }

    private static let soundsLikeConsonant = ["one", "once", "uni", "us", "eu"]

    private static let singulars: Set<String> = [
        "row", "file", "figure", "part", "count", "error", "table", "delivery", "position", "area", "finding", "number",
        "byte", "month", "source", "extract", "value", "column", "name", "line", "character", "digit", "place",
    ]
    private static let plurals = Set(
        singulars.map { $0 == "delivery" ? "deliveries" : $0 + "s" })
}
