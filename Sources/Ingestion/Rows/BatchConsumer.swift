public import Core

/// A record that is rejected and does not become a row of a batch.
public struct RejectedRecord: Hashable, Sendable {
    /// The rule on the shape of a record that this record breaks.
    public let rule: FindingRule
    /// The physical line on which the record starts, counted from 1 where the scan started.
    public let line: Int
    /// The record's bytes in the file.
    public let span: ByteSpan
}

/// Receives the rows and the rejected records that a reader finds.
public protocol BatchConsumer {
    /// Receives the rows; the batch is filled again afterwards.
    mutating func consume(_ batch: RecordBatch) throws
    /// Receives a record with a wrong shape.
    mutating func reject(_ record: RejectedRecord) throws
}
