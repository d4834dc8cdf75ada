public import Core

/// The results of all that was delivered: the account of each extract, and what is missing.
public struct DataQuality: Sendable {
    /// One extract.
    public struct Extract: Sendable {
        /// What it is, for people.
        public let source: String
        /// The path relative to the landing folder.
        public let file: String
        /// Where its rows went; nil for rows about persons, whose numbers would reveal withheld figures.
        public let account: RowAccount?

        /// An extract and its account.
        public init(source: String, file: String, account: RowAccount?) {
            self.source = source
            self.file = file
            self.account = account
        }
    }

    /// The extracts in the order in which they were read.
    public let extracts: [Extract]
    /// A sentence for everything that should have been delivered and was not, or not as a whole.
    public let gaps: [String]

    /// The quality from its parts.
    public init(extracts: [Extract], gaps: [String] = []) {
        self.extracts = extracts
        self.gaps = gaps
    }

    /// Whether the numbers of an extract's rows are withheld.
    var withholdsRows: Bool { extracts.contains { $0.account == nil } }
}
