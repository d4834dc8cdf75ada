import Core

/// A name in the header of an extract. Any header may contain personal data, so messages repeat it only where the
/// schema knows it, or where the source is known not to be sensitive.
public struct HeaderName: Hashable, Sendable {
    /// Which column of the file it names, from 1.
    public let position: Int
    /// What stands in the header, or the column's place where nothing does.
    public let text: String
    /// Whether the schema knows it.
    public let isKnown: Bool
    /// Whether messages, manifests and state may repeat it.
    public let isShown: Bool

    /// The name of the column at a position from 0.
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

    /// The name in a file whose source is not known: it is treated as sensitive.
    var ofUnknownSource: HeaderName { HeaderName(hiding: self) }

    /// What messages, manifests and state call the column: `weather`, or `column 7`.
    public var label: String { isShown ? text : "column \(position)" }

    /// The same in a sentence.
    var quoted: String { isShown ? "'\(VisibleText.of(text))'" : label }
}
