public import Core

/// A record that is rejected and does not become a row of a batch.
public struct RejectedRecord: Hashable, Sendable {
    /// The rule about the shape of records that the record breaks.
    public let rule: FindingRule
    /// The physical line on which the record starts, counted from 1 where the scan started.
    public let line: Int
    /// The record's bytes in the file.
    public let span: ByteSpan
}

/// Receives what a reader reads.
public protocol BatchConsumer {
    /// Receives the rows; the batch is filled again afterwards.
    mutating func consume(_ batch: RecordBatch) throws
    /// Receives a record with a wrong shape.
    mutating func reject(_ record: RejectedRecord) throws
}
