/// Whole numbers as people write them into tables.
public enum WholeNumber {
    /// Past this, sums of counts could not be sure to stay within exact arithmetic.
    public static let largest = 1_000_000_000

    /// The number with thousands separators: `1,204`.
    public static func grouped(_ number: Int) -> String { Rational(number).formatted(decimals: 0, grouped: true) }

    /// The text without its thousands separators: `1,234` becomes `1234`, `1,234.5` becomes `1234.5`. A text whose
    /// separators do not stand after every third digit from the right stays as it is, so that it is no number.
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

    /// The text without decimals that are all zero, as software that knows no whole numbers writes them: `3.0` becomes
    /// `3`. Any other text stays as it is.
    public static func withoutZeroDecimals(_ text: String) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[1].utf8.allSatisfy({ $0 == 48 }) else {
            return text
        }
        return String(parts[0])
    }

    /// The number that the text is; nil for anything but digits with a sign in front and zeros after the point, or when
    /// it is out of bounds.
    public static func read(_ text: String, separator: String? = nil) -> Int? {
        let plain = ungrouped(text, separator: separator)
        // Where '.' sets thousands apart it stands before no decimals.
        let whole = separator == "." ? plain : withoutZeroDecimals(plain)
        guard !whole.contains("."), let number = Rational(decimal: whole), number.numerator.magnitude <= UInt(largest)
        else { return nil }
        return number.numerator
    }
}
