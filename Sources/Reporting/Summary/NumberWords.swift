/// Small numbers as running text has them.
enum NumberWords {
    /// `three`, but `12`.
    static func of(_ number: Int) -> String {
        words.indices.contains(number) ? words[number] : "\(number)"
    }

    private static let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
}
