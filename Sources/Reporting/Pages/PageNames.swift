/// Makes page names that spreadsheets accept: at most 31 characters, unique regardless of case, and without characters
/// that sheet names must not contain.
public struct PageNames: Sendable {
    /// The maximum length of a name. Spreadsheets count UTF-16 units.
    public static let maxCharacters = 31
    /// The names in use, in lower case. Excel reserves the name `History`.
    private var taken: Set<String> = ["history"]

    /// Creates a set of names in which no name is taken.
    public init() {}

    /// Returns a name for a page, from an identifier or a title: `recorded-crime-force` becomes `Recorded crime force`.
    public mutating func name(for text: String) -> String {
        let words = text.map { Self.separators.contains($0) || $0.isNewline ? " " : $0 }
            .split(separator: " ").map { String($0) }.joined(separator: " ")
        let base = words.isEmpty ? "Table" : words.prefix(1).uppercased() + words.dropFirst()
        var name = Self.shortened(base, to: Self.maxCharacters)
        var copy = 1
        while !taken.insert(name.lowercased()).inserted {
            copy += 1
            let suffix = " \(copy)"
            name = Self.shortened(base, to: Self.maxCharacters - suffix.count) + suffix
        }
        return name
    }

    private static func shortened(_ text: String, to length: Int) -> String {
        var short = text
        while short.utf16.count > length || short.last == " " { short.removeLast() }
        return short
    }

    /// Characters that sheet names must not contain, the apostrophe that quotes them in links, and the dashes and
    /// underscores of identifiers.
    private static let separators: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'", "-", "_"]
}
