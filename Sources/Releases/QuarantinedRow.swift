public import Core

/// A row that was kept out, and why.
public struct QuarantinedRow: Hashable, Sendable {
    /// One fault of the row.
    public struct Fault: Hashable, Sendable {
        /// The rule that it breaks.
        public let rule: FindingRule
        /// The schema's name of the column; nil when it is about the whole row.
        public let column: String?
        /// What is wrong, in the words of the schema's check; nil where the rule's own words do.
        public let detail: String?

        /// A fault from its parts.
        public init(_ rule: FindingRule, column: String? = nil, detail: String? = nil) {
            self.rule = rule
            self.column = column
            self.detail = detail
        }

        /// What is wrong, for people.
        package var explanation: String { detail ?? rule.explanation }
    }

    /// Physical line, from 1, on which it starts.
    public let line: Int
    /// Its faults.
    public let faults: [Fault]
    /// Its bytes as they stand in the extract; nil when the source is sensitive, or the row may be of one that is.
    public let bytes: [UInt8]?

    /// A row from its parts.
    public init(line: Int, faults: [Fault], bytes: [UInt8]?) {
        self.line = line
        self.faults = faults
        self.bytes = bytes
    }
}
