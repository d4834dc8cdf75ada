public import Core

/// The quality of the deliveries: the row account of each extract, and what is missing.
public struct DataQuality: Sendable {
    /// One extract.
    public struct Extract: Sendable {
        /// The source's name for readers.
        public let source: String
        /// The extract's path, relative to the landing folder.
        public let file: String
        /// What happened to its rows; nil for rows about persons, because their numbers would reveal suppressed
        /// figures.
        public let account: RowAccount?

        /// Creates an extract with its account.
        public init(source: String, file: String, account: RowAccount?) {
            self.source = source
            self.file = file
            self.account = account
        }
    }

    /// The extracts in the order in which they were read.
    public let extracts: [Extract]
    /// One sentence for each delivery that is missing or incomplete.
    public let gaps: [String]

    /// Creates the data quality from its parts.
    public init(extracts: [Extract], gaps: [String] = []) {
        self.extracts = extracts
        self.gaps = gaps
    }

    /// Whether the row numbers of any extract are suppressed.
    var withholdsRows: Bool { extracts.contains { $0.account == nil } }
}
