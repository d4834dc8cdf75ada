package import Core
package import Normalisation

/// A sound or quarantined row as an intake saw it, kept when somebody wants to know where figures come from.
package struct TracedRow: Hashable, Sendable {
    /// The physical line.
    package var line: Int
    /// The packed key of the fact that the row is, or the position of its record in the extract.
    package var payload: UInt64
    /// What became of it on its own merits.
    package let outcome: RowOutcome
    /// Its bytes, in the extract or in what somebody put in their place.
    package let span: ByteSpan
}
