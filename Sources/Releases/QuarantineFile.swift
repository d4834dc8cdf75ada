public import Core

/// The quarantined rows of one extract. There may be many rows, so they are passed on one by one while the file is
/// written.
public struct QuarantineFile: Sendable {
    /// Receives the next row.
    public typealias Receiver = (QuarantinedRow) throws -> Void

    /// The extract's path relative to the landing folder.
    public let extract: String
    /// The extract's plain SHA-256 in hexadecimal.
    public let sha256: String
    /// The encoding of the rows.
    public let encoding: TextEncoding
    /// Passes all rows to the receiver, in the order of their lines.
    public let forEachRow: @Sendable (Receiver) throws -> Void

    /// Creates a file of the rows that `forEachRow` passes on.
    public init(
        extract: String, sha256: String, encoding: TextEncoding,
        forEachRow: @escaping @Sendable (Receiver) throws -> Void
    ) {
        self.extract = extract
        self.sha256 = sha256
        self.encoding = encoding
        self.forEachRow = forEachRow
    }

    /// Creates a file of the given rows.
    public init(extract: String, sha256: String, encoding: TextEncoding, rows: [QuarantinedRow]) {
        self.init(extract: extract, sha256: sha256, encoding: encoding) { receive in
            for row in rows { try receive(row) }
        }
    }

    /// The file's name in the quarantine folder.
    package var name: String { extract.lowercased().hasSuffix(".csv") ? extract : extract + ".csv" }
}
