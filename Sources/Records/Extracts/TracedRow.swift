package import Core
package import Normalisation

/// A sound or quarantined row as it was read, kept if figures are to be traced.
package struct TracedRow: Hashable, Sendable {
    /// The physical line.
    package var line: Int
    /// The packed key of the row's fact, or the position of its record in the extract.
    package var payload: UInt64
    /// The row's result on its own.
    package let outcome: RowOutcome
    /// The row's bytes, in the extract or in the correction that replaces them.
    package let span: ByteSpan
}
