/// Whole numbers as people write them into tables.
public enum WholeNumber {
    /// Past this, sums of counts could not be sure to stay within exact arithmetic.
    public static let largest = 1_000_000_000

    /// The text without its thousands separators: `1,234` becomes `1234`. A text whose separators do not stand after
    /// every third digit from the right stays as it is, so that it is no number.
    public static func ungrouped(_ text: String, separator: String?) -> String {
        guard let separator, text.contains(separator) else { return text }
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: separator, omittingEmptySubsequences: false)
        guard let first = parts.first, (1...3).contains(first.utf8.count),
            parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return text }
        return (isNegative ? "-" : "") + parts.joined()
    }

    /// The number that the text is; nil for anything but digits with a sign in front, or when it is out of bounds.
    public static func read(_ text: String, separator: String? = nil) -> Int? {
        let plain = ungrouped(text, separator: separator)
        guard !plain.contains("."), let number = Rational(decimal: plain), number.numerator.magnitude <= UInt(largest)
        else { return nil }
        return number.numerator
    }
}
