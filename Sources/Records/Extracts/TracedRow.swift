package import Core
package import Normalisation

/// A sound or quarantined row as an intake saw it, kept when figures are to be traced.
package struct TracedRow: Hashable, Sendable {
    /// The physical line.
    package var line: Int
    /// The packed key of the fact that the row is, or the position of its record in the extract.
    package var payload: UInt64
    /// Its result on its own.
    package let outcome: RowOutcome
    /// Its bytes, in the extract or in the correction that replaces them.
    package let span: ByteSpan
}
