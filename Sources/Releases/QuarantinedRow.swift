public import Core

/// A row that was put in quarantine, and why.
public struct QuarantinedRow: Hashable, Sendable {
    /// One fault of the row.
    public struct Fault: Hashable, Sendable {
        /// The rule that the row breaks.
        public let rule: FindingRule
        /// The column's name in the schema; nil when the fault concerns the whole row.
        public let column: String?
        /// What is wrong, in the words of the schema's check; nil where the rule's own words are used.
        public let detail: String?

        /// Creates a fault from its parts.
        public init(_ rule: FindingRule, column: String? = nil, detail: String? = nil) {
            self.rule = rule
            self.column = column
            self.detail = detail
        }

        /// What is wrong, for people.
        package var explanation: String { detail ?? rule.explanation }
    }

    /// The physical line, from 1, on which the row starts.
    public let line: Int
    /// The row's faults.
    public let faults: [Fault]
    /// The row's bytes as they are in the extract; nil when the source is sensitive, or when the row may come from a
    /// sensitive source.
    public let bytes: [UInt8]?

    /// Creates a row from its parts.
    public init(line: Int, faults: [Fault], bytes: [UInt8]?) {
        self.line = line
        self.faults = faults
        self.bytes = bytes
    }
}
