/// A note on a figure that has a number. In print its shorthand follows the number; in data its code is in the status
/// column. The shorthand follows the guidance of the Government Analysis Function.
public enum ObservationMarker: String, CaseIterable, Comparable, Sendable {
    /// More rows are expected for the figure's period.
    case provisional
    /// The figure was published with another value before.
    case revised
    /// The figure compares or adds up months between which the meaning of the count changed.
    case seriesBreak = "break"
    /// The figure rests on few events or persons.
    case lowReliability = "low-reliability"

    /// The text after the number: `[p]`, `[r]`, `[b]`, `[u]`.
    public var shorthand: String {
        switch self {
        case .provisional: "[p]"
        case .revised: "[r]"
        case .seriesBreak: "[b]"
        case .lowReliability: "[u]"
        }
    }

    /// What the shorthand means, for the notes.
    public var explanation: String {
        switch self {
        case .provisional: "Provisional: more rows are expected for the period, so the figure may change."
        case .revised: "Revised: the figure differs from the one that was issued before."
        case .seriesBreak:
            "Break: the way of counting changed between the months of the figure, so the months cannot be compared; see the notes."
        case .lowReliability: "Low reliability: the figure rests on a small number, so a small change looks large."
        }
    }

    public static func < (a: ObservationMarker, b: ObservationMarker) -> Bool { a.rawValue < b.rawValue }
}
