public import Core

/// An extract that a release was made of, and where its rows went.
public struct ManifestInput: Codable, Hashable, Sendable {
    /// The account of the extract's rows.
    public struct Rows: Codable, Hashable, Sendable {
        /// Data rows in the file, and those that count.
        public let read, accepted: Int
        /// Rows with a finding that keeps them out, by the rule's code.
        public let quarantined: [String: Int]
        /// Rows that repeat another, that another replaces, and that were cancelled.
        public let duplicate, superseded, cancelled: Int
        /// Rows that are none of the pipeline's business, by reason.
        public let outOfScope: [String: Int]
        /// Rows, among those above, that were corrected.
        public let corrected: Int
        /// Lines that are not data.
        public let blankLines, titleLines, totalsRows, repeatedHeaders, footerLines: Int

        /// The account by the codes that files carry.
        public init(_ account: RowAccount) {
            read = account.read
            accepted = account.accepted
            quarantined = Self.byCode(account.quarantined)
            duplicate = account.duplicate
            superseded = account.superseded
            cancelled = account.cancelled
            outOfScope = Self.byCode(account.outOfScope)
            corrected = account.corrected
            blankLines = account.blankLines
            titleLines = account.titleLines
            totalsRows = account.totalsRows
            repeatedHeaders = account.repeatedHeaders
            footerLines = account.footerLines
        }

        private static func byCode<Reason: RawRepresentable<String>>(_ rows: [Reason: Int]) -> [String: Int] {
            Dictionary(rows.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
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
    /// The plain SHA-256 in hexadecimal.
    public let sha256: String
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

    /// An extract from its parts. Of rows about persons, `rows` nil, nothing that counts them is kept.
    public init(
        source: String, file: String, takenBy: String, schema: String, sha256: String, bytes: Int,
        delivered: CalendarDate? = nil, encoding: FileEncoding, encodingDecidedBy: String, delimiter: String,
        headerLine: Int, unknownColumns: [String],
        trailingEmptyColumns: Int = 0, paddedRows: Int = 0, endsWithLineBreak: Bool, rows: RowAccount?,
        acceptedByCategoryGroup: [String: Int]? = nil
    ) {
        self.source = source
        self.file = file
        self.takenBy = takenBy
        self.schema = schema
        self.sha256 = sha256
        self.bytes = rows == nil ? nil : bytes
        self.delivered = delivered.map { "\($0)" }
        self.encoding = encoding.rawValue
        self.encodingDecidedBy = encodingDecidedBy
        self.delimiter = delimiter
        self.headerLine = headerLine
        self.unknownColumns = unknownColumns
        self.trailingEmptyColumns = trailingEmptyColumns
        self.paddedRows = rows == nil ? nil : paddedRows
        self.endsWithLineBreak = endsWithLineBreak
        self.rows = rows.map { Rows($0) }
        self.acceptedByCategoryGroup = rows == nil ? nil : acceptedByCategoryGroup
    }
}
