import Core

/// A name in the header of an extract. Any header may contain personal data. Messages therefore repeat a name only if
/// the schema contains it, or if the source is known not to be sensitive.
public struct HeaderName: Hashable, Sendable {
    /// The column's position in the file, from 1.
    public let position: Int
    /// The name as written in the header, or the column's position where it has no name.
    public let text: String
    /// Whether the name is in the schema.
    public let isKnown: Bool
    /// Whether messages, manifests and state may repeat the name.
    public let isShown: Bool

    /// Creates the name of the column at a position, counted from 0.
    public init(_ text: String, column: Int, isKnown: Bool, sensitive: Bool) {
        let isNamed = !VisibleText.plain(text).isEmpty
        position = column + 1
        self.text = isNamed ? text : "column \(column + 1), without a name"
        self.isKnown = isKnown
        isShown = isKnown || !sensitive || !isNamed
    }

    private init(hiding name: HeaderName) {
        (position, text, isKnown) = (name.position, name.text, name.isKnown)
        isShown = name.isKnown
    }

    /// The name for a file of unknown source, which is treated as sensitive.
    var ofUnknownSource: HeaderName { HeaderName(hiding: self) }

    /// What messages, manifests and state call the column: `weather`, or `column 7`.
    public var label: String { isShown ? text : "column \(position)" }

    /// The label for use in a sentence, with quotation marks around a name that may be shown.
    var quoted: String { isShown ? "'\(VisibleText.of(text))'" : label }
}
