/// A note on a figure that is there. It follows the number in print and in the status column of
/// data; the shorthand is that of the Government Analysis Function.
public enum ObservationMarker: String, CaseIterable, Comparable, Sendable {
    /// More rows are expected for its period.
    case provisional
    /// It was published with another value before.
    case revised
    /// It compares or adds up months between which the count changed its meaning.
    case seriesBreak = "break"
    /// It rests on few events or persons.
    case lowReliability = "low-reliability"

    /// What follows the number: `[p]`, `[r]`, `[b]`, `[u]`.
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
            "Break: the way of counting changed between the months of the figure, so they cannot be compared; see the notes."
        case .lowReliability: "Low reliability: the figure rests on a small number, so a small change looks large."
        }
    }

    public static func < (a: ObservationMarker, b: ObservationMarker) -> Bool { a.rawValue < b.rawValue }
}
