public import Core

/// A row of an extract, and what part it has in a figure.
public struct LineageRow: Sendable {
    /// Another row, a row of a file of corrections, or a file as a whole.
    public struct Place: Hashable, Sendable {
        /// The path relative to the landing folder, and the physical line.
        public let file: String
        public let line: Int?
    }

    /// Why a row that would have been part of the figure is none.
    public enum LeftOut: String, CaseIterable, Sendable {
        /// An equal row of the same extract counts.
        case duplicate
        /// A later row of the same identifier counts in its place, in the same figure.
        case superseded
        /// The later row of the same identifier is in another category, area or month, or has another flag.
        case reclassified
        case movedArea = "moved-area"
        case movedMonth = "moved-month"
        case flagChanged = "flag-changed"
        /// The later row lies outside the areas of the definition, or is out of scope for another reason.
        case movedOutOfArea = "moved-out-of-area"
        case outOfScope = "out-of-scope"
        /// The crime was cancelled, by this row or by a later one.
        case cancelled
        /// A later extract replaces the area and period.
        case replaced
        /// It is not known in which area it was.
        case noLocation = "no-location"
    }

    /// Whether it counts.
    public enum Standing: Hashable, Sendable {
        case counted
        /// It does not, because of the other row when there is one.
        case leftOut(LeftOut, by: Place?)
    }

    /// The extract, by its position in the run, and the path relative to the landing folder.
    let extract: Int
    public let file: String
    /// The plain SHA-256 of the extract.
    public let sha256: String
    /// The physical line.
    public let line: Int
    /// What it adds to the figure's number: 1 an event, the count of a row of counts, the value of a return, 1 for a
    /// person's first row; zero when it is left out.
    public let weight: Rational
    /// Whether it counts.
    public let standing: Standing
    /// Where the row was corrected.
    public let correction: Place?
    /// When and where it happened and what it was, by code; nil where the row is not about events, and in sensitive sources.
    public let month: Month?
    public let category, area: String?
    /// The person, numbered in the order of rows; the number means nothing outside the list.
    public let person: Int?
    let span: ByteSpan
}
