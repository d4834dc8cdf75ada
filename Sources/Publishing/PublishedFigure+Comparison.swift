import Indicators

extension PublishedFigure {
    /// What tells the figure from the others of a release, and is the same in the next.
    public struct Identity: Hashable, Sendable {
        let table, section, row, area, measure, period: String
    }

    /// What tells the figure from the others.
    public var identity: Identity {
        Identity(table: table, section: section, row: row, area: area, measure: measure.rawValue, period: period)
    }

    /// Whether the two say the same, whatever stands behind their numbers.
    public func says(_ other: PublishedFigure) -> Bool {
        value == other.value && plainDisplay == other.plainDisplay
    }

    /// The figure as printed, without the markers behind it.
    public var plainDisplay: String {
        var text = display
        while let marker = ObservationMarker.allCases.first(where: { text.hasSuffix(" " + $0.shorthand) }) {
            text.removeLast(marker.shorthand.count + 1)
        }
        return text
    }

    /// Whether its value is withheld.
    public var isConfidential: Bool { status.split(separator: " ").contains("confidential") }
}
