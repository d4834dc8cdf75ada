import Indicators

extension PublishedFigure {
    /// Returns whether the two figures show the same value, even if their numbers have different origins.
    public func says(_ other: PublishedFigure) -> Bool {
        value == other.value && plainDisplay == other.plainDisplay
    }

    /// The figure as printed, without the markers after it.
    public var plainDisplay: String {
        var text = display
        while let marker = ObservationMarker.allCases.first(where: { text.hasSuffix(" " + $0.shorthand) }) {
            text.removeLast(marker.shorthand.count + 1)
        }
        return text
    }

    /// Whether the figure's value is withheld.
    public var isConfidential: Bool { status.split(separator: " ").contains("confidential") }
}
