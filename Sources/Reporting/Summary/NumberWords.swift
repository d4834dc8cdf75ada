/// Small numbers in words, for running text.
enum NumberWords {
    /// Returns numbers up to ten in words and larger ones in digits: `three`, but `12`.
    static func of(_ number: Int) -> String {
        words.indices.contains(number) ? words[number] : "\(number)"
    }

    private static let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
}
