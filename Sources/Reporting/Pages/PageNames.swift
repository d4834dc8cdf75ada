/// Makes names of pages that spreadsheets accept: at most 31 characters, unique in any case, and without the
/// characters that sheet names may not have.
public struct PageNames: Sendable {
    /// The most characters that a name has; spreadsheets count UTF-16 units.
    public static let maxCharacters = 31
    /// Excel keeps the name `History` for itself.
    private var taken: Set<String> = ["history"]

    /// No names taken.
    public init() {}

    /// A name for the page of the identifier or title: `recorded-crime-force` becomes `Recorded crime force`.
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

    /// What a sheet name may not have, the apostrophe that quotes it in a link, and the dashes of identifiers.
    private static let separators: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'", "-", "_"]
}
