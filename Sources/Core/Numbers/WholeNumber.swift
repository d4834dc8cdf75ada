/// Whole numbers as people write them in tables.
public enum WholeNumber {
    /// The largest number that is read: sums of larger counts might exceed exact arithmetic.
    public static let largest = 1_000_000_000

    /// Returns the number with thousands separators: `1,204`.
    public static func grouped(_ number: Int) -> String { Rational(number).formatted(decimals: 0, grouped: true) }

    /// Returns the text without its thousands separators: `1,234` becomes `1234`, `1,234.5` becomes `1234.5`. A text
    /// with its separators anywhere else stays as it is, so that it is not read as a number.
    public static func ungrouped(_ text: String, separator: String?) -> String {
        guard let separator, text.contains(separator) else { return text }
        let isNegative = text.hasPrefix("-")
        let point = separator == "." ? nil : text.firstIndex(of: ".")
        let whole = text[..<(point ?? text.endIndex)].dropFirst(isNegative ? 1 : 0)
        let parts = whole.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = parts.first, (1...3).contains(first.utf8.count),
            parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return text }
        return (isNegative ? "-" : "") + parts.joined() + (point.map { text[$0...] } ?? "")
    }

    /// Returns the text without decimals that are all zero: `3.0` becomes `3`. Software without a whole-number type
    /// writes such decimals. Any other text stays as it is.
    public static func withoutZeroDecimals(_ text: String) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[1].utf8.allSatisfy({ $0 == 48 }) else {
            return text
        }
        return String(parts[0])
    }

    /// Reads a whole number: digits, with an optional minus sign, thousands separators and zero decimals. Nil for
    /// anything else, and for numbers above `largest` or below its negative.
    public static func read(_ text: String, separator: String? = nil) -> Int? {
        let plain = ungrouped(text, separator: separator)
        // Where '.' separates thousands, it cannot also be the decimal point.
        let whole = separator == "." ? plain : withoutZeroDecimals(plain)
        guard !whole.contains("."), let number = Rational(decimal: whole), number.numerator.magnitude <= UInt(largest)
        else { return nil }
        return number.numerator
    }
}
