/// The years in a heading or in the name of a table.
enum Period {
    /// Returns the years in text such as `Apr-Jun 19`, `2018/19` or `schools_2018`.
    static func years(_ text: String) -> Set<Int> {
        var years: Set<Int> = []
        var last = ""
        for word in Label.folded(text).split(separator: " ") {
            if word.allSatisfy(\.isNumber), let number = Int(word) {
                if (1_900...2_100).contains(number) {
                    years.insert(number)
                } else if word.count == 2, months.contains(String(last.prefix(3))) {
                    years.insert(2_000 + number)
                }
            }
            last = String(word)
        }
        return years
    }

    /// Whether the two sets of years are certainly different periods.
    static func differ(_ a: Set<Int>, _ b: Set<Int>) -> Bool { !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b) }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
