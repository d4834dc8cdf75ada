/// One extract of a release, and where its rows went.
public struct LedgerExtract: Hashable, Sendable {
    /// One line of the account.
    public struct Count: Hashable, Sendable {
        /// The result for the rows, and why; the reason is empty where there is no more to say.
        public let measure, reason: String
        /// How many.
        public let rows: Int

        /// A line from its parts.
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
    /// How long it is.
    public let bytes: Int
    /// The account of its rows.
    public let account: [Count]

    /// An extract from its parts.
    public init(source: String, file: String, sha256: String, bytes: Int, account: [Count]) {
        self.source = source
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
        self.account = account
    }
}
