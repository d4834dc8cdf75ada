/// One extract of a release, and the results for its rows.
public struct LedgerExtract: Hashable, Sendable {
    /// One line of the account.
    public struct Count: Hashable, Sendable {
        /// The result for the rows, and the reason; the reason is empty where there is none.
        public let measure, reason: String
        /// The number of rows.
        public let rows: Int

        /// Creates a line from its parts.
        public init(measure: String, reason: String = "", rows: Int) {
            self.measure = measure
            self.reason = reason
            self.rows = rows
        }
    }

    /// The source's name, and the file relative to the landing folder.
    public let source, file: String
    /// The plain SHA-256 in hexadecimal.
    public let sha256: String
    /// The length of the file.
    public let bytes: Int
    /// The account of the extract's rows.
    public let account: [Count]

    /// Creates an extract from its parts.
    public init(source: String, file: String, sha256: String, bytes: Int, account: [Count]) {
        self.source = source
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
        self.account = account
    }
}
