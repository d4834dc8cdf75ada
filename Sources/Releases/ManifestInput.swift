public import Core

/// An extract that a release was made of, and where its rows went.
public struct ManifestInput: Codable, Hashable, Sendable {
    /// How many of its rows went where. The reasons are in `data-quality.csv`.
    public struct Rows: Codable, Hashable, Sendable {
        /// Data rows in the file, those that count, and those with a finding that keeps them out.
        public internal(set) var read, accepted, quarantined: Int
        /// Rows that repeat another, that another replaces, and that were cancelled.
        public internal(set) var duplicate, superseded, cancelled: Int
        /// Rows that are none of the pipeline's business.
        public internal(set) var outOfScope: Int
        /// Rows, among those above, that were corrected.
        public internal(set) var corrected: Int

        enum CodingKeys: String, CodingKey {
            case read, accepted, quarantined, duplicate, superseded, cancelled, outOfScope, corrected
        }

        /// An account less its reasons.
        public init(_ account: RowAccount) {
            (read, accepted, quarantined) = (account.read, account.accepted, account.quarantinedTotal)
            (duplicate, superseded, cancelled) = (account.duplicate, account.superseded, account.cancelled)
            (outOfScope, corrected) = (account.outOfScopeTotal, account.corrected)
        }
    }

    /// The source of the definition that takes the file.
    public let source: String
    /// The path relative to the landing folder.
    public let file: String
    /// How the source recognised it: `name` or `header`.
    public let takenBy: String
    /// The schema that it was read by.
    public let schema: String
    /// The plain SHA-256 in hexadecimal. Nil where it is withheld, of rows about persons: whoever knows all of a small file but
    /// a number could try which number has it.
    public internal(set) var sha256: String?
    /// How long the file is; nil for rows about persons, as is everything that counts them.
    public let bytes: Int?
    /// The day on which it was delivered: `2019-07-10`; nil when not known.
    public let delivered: String?
    /// How its bytes were read as text, and what decided that.
    public let encoding, encodingDecidedBy: String
    /// What stands between two fields.
    public let delimiter: String
    /// The line of the header, from 1.
    public let headerLine: Int
    /// Columns that the schema does not know.
    public let unknownColumns: [String]
    /// Columns without a name after the last named one, and rows that are longer than the header by empty fields alone.
    public let trailingEmptyColumns: Int
    public let paddedRows: Int?
    /// Whether the last line is complete.
    public let endsWithLineBreak: Bool
    /// Where every row went; nil for rows about persons.
    public let rows: Rows?
    /// Accepted rows by group of the classification; nil for sources without one.
    public let acceptedByCategoryGroup: [String: Int]?

    /// An extract from what a file says of it.
    package init(
        source: String, file: String, takenBy: String, schema: String, sha256: String?, bytes: Int?, delivered: String?,
        encoding: String, encodingDecidedBy: String, delimiter: String, headerLine: Int, unknownColumns: [String],
        trailingEmptyColumns: Int, paddedRows: Int?, endsWithLineBreak: Bool, rows: Rows?,
        acceptedByCategoryGroup: [String: Int]?
    ) {
        (self.source, self.file, self.takenBy, self.schema) = (source, file, takenBy, schema)
        (self.sha256, self.bytes, self.delivered) = (sha256, bytes, delivered)
        (self.encoding, self.encodingDecidedBy) = (encoding, encodingDecidedBy)
        (self.delimiter, self.headerLine, self.unknownColumns) = (delimiter, headerLine, unknownColumns)
        (self.trailingEmptyColumns, self.paddedRows) = (trailingEmptyColumns, paddedRows)
        (self.endsWithLineBreak, self.rows) = (endsWithLineBreak, rows)
        self.acceptedByCategoryGroup = acceptedByCategoryGroup
    }

    /// An extract from its parts. Of rows about persons, `rows` nil, nothing that counts them is kept.
    public init(
        source: String, file: String, takenBy: String, schema: String, sha256: String, bytes: Int,
        delivered: CalendarDate? = nil, encoding: FileEncoding, encodingDecidedBy: String, delimiter: String,
        headerLine: Int, unknownColumns: [String],
        trailingEmptyColumns: Int = 0, paddedRows: Int = 0, endsWithLineBreak: Bool, rows: RowAccount?,
        acceptedByCategoryGroup: [String: Int]? = nil
    ) {
        self.init(
            source: source, file: file, takenBy: takenBy, schema: schema, sha256: sha256,
            bytes: rows == nil ? nil : bytes, delivered: delivered.map { "\($0)" }, encoding: encoding.rawValue,
            encodingDecidedBy: encodingDecidedBy, delimiter: delimiter, headerLine: headerLine,
            unknownColumns: unknownColumns, trailingEmptyColumns: trailingEmptyColumns,
            paddedRows: rows == nil ? nil : paddedRows, endsWithLineBreak: endsWithLineBreak,
            rows: rows.map { Rows($0) }, acceptedByCategoryGroup: rows == nil ? nil : acceptedByCategoryGroup)
    }
}
