public import Core

/// A record that is no row of a batch.
public struct RejectedRecord: Hashable, Sendable {
    /// Why: its shape is wrong.
    public let rule: FindingRule
    /// Physical line, from 1 where the scan started, on which it starts.
    public let line: Int
    /// Its bytes in the file.
    public let span: ByteSpan
}

/// Takes what a reader reads.
public protocol BatchConsumer {
    /// Takes the rows; the batch is filled again afterwards.
    mutating func consume(_ batch: RecordBatch) throws
    /// Takes a record whose shape is wrong.
    mutating func reject(_ record: RejectedRecord) throws
}
