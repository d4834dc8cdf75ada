public import Core

/// An extract that a release was made of, and the results for its rows.
public struct ManifestInput: Codable, Hashable, Sendable {
    /// How many of the extract's rows had each result. The reasons are in `data-quality.csv`.
    public struct Rows: Codable, Hashable, Sendable {
        /// The data rows in the file, the rows that count, and the rows in quarantine because of a finding.
        public internal(set) var read, accepted, quarantined: Int
        /// Rows that repeat another row, rows that another row replaces, and cancelled rows.
        public internal(set) var duplicate, superseded, cancelled: Int
        /// Rows that are out of the pipeline's scope.
        public internal(set) var outOfScope: Int
        /// Rows, among those above, that were corrected.
        public internal(set) var corrected: Int

        enum CodingKeys: String, CodingKey {
            case read, accepted, quarantined, duplicate, superseded, cancelled, outOfScope, corrected
        }

        /// Creates the numbers from an account, without its reasons.
        public init(_ account: RowAccount) {
            (read, accepted, quarantined) = (account.read, account.accepted, account.quarantinedTotal)
            (duplicate, superseded, cancelled) = (account.duplicate, account.superseded, account.cancelled)
            (outOfScope, corrected) = (account.outOfScopeTotal, account.corrected)
        }
    }

    /// The source of the definition that reads the file.
    public let source: String
    /// The path relative to the landing folder.
    public let file: String
    /// How the source recognised the file: `name` or `header`.
    public let takenBy: String
    /// The schema by which the file was read.
    public let schema: String
    /// The plain SHA-256 in hexadecimal. Nil where the hash is withheld, for rows about persons. If it were stated,
    /// anyone who knows all of a small file except one number could find that number, by trying which number gives the
    /// hash.
    public internal(set) var sha256: String?
    /// The length of the file; nil for rows about persons, like all counts of such rows.
    public let bytes: Int?
    /// The day on which the file was delivered: `2019-07-10`; nil when it is not known.
    public let delivered: String?
    /// The encoding by which the file was read, and what decided it.
    public let encoding, encodingDecidedBy: String
    /// The delimiter between two fields.
    public let delimiter: String
    /// The line of the header, from 1.
    public let headerLine: Int
    /// Columns that the schema does not know.
    public let unknownColumns: [String]
    /// The number of columns without a name after the last named column, and the number of rows that exceed the header
    /// only by empty fields.
    public let trailingEmptyColumns: Int
    public let paddedRows: Int?
    /// Whether the last line is complete.
    public let endsWithLineBreak: Bool
    /// The results for all rows; nil for rows about persons.
    public let rows: Rows?
    /// Accepted rows by group of the classification; nil for sources without one.
    public let acceptedByCategoryGroup: [String: Int]?

    /// Creates an extract from its entry in a file.
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

    /// Creates an extract from its parts. For rows about persons, when `rows` is nil, no count of the rows is kept.
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
