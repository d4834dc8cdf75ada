public import Core

/// A row of an extract, and what it contributes to a figure.
public struct LineageRow: Sendable {
    /// The place of another row, of a row in a corrections file, or of a whole file.
    public struct Place: Hashable, Sendable {
        /// The path relative to the landing folder, and the physical line; no line for a whole file.
        public let file: String
        public let line: Int?
    }

    /// Why a row is left out of a figure.
    public enum LeftOut: String, CaseIterable, Sendable {
        /// The row repeats another row of the same extract.
        case duplicate
        /// A later row with the same identifier is counted instead, in the same figure.
        case superseded
        /// The later row with the same identifier has another category, area, month or flag.
        case reclassified
        case movedArea = "moved-area"
        case movedMonth = "moved-month"
        case flagChanged = "flag-changed"
        /// The later row is outside the areas of the definition, or is out of scope for another reason.
        case movedOutOfArea = "moved-out-of-area"
        case outOfScope = "out-of-scope"
        /// The crime was cancelled, by this row or by a later one.
        case cancelled
        /// A later extract replaces the area and period.
        case replaced
        /// The area of the event is not known.
        case noLocation = "no-location"
    }

    /// Whether a row is counted.
    public enum Standing: Hashable, Sendable {
        case counted
        /// The row is left out. If another row or a file is the reason, `by` has its place.
        case leftOut(LeftOut, by: Place?)
    }

    /// The extract, by its position in the run, and the path relative to the landing folder.
    let extract: Int
    public let file: String
    /// The plain SHA-256 of the extract.
    public let sha256: String
    /// The physical line.
    public let line: Int
    /// What the row adds to the figure's number. This is 1 for an event, the count in a row of counts, the value of a
    /// return, or 1 for a person's first row. Zero when the row is left out.
    public let weight: Rational
    /// Whether the row is counted.
    public let standing: Standing
    /// Where the row was corrected; nil when it was not.
    public let correction: Place?
    /// The month, and the codes of the category and the area. A return has its own name as the category and no month; a
    /// client's row has none of the three.
    public let month: Month?
    public let category, area: String?
    /// The person's number, in the order of rows; it means nothing outside the list.
    public let person: Int?
    let span: ByteSpan
}
