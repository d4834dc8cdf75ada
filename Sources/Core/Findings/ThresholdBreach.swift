/// A breach of a limit: more rows of an extract break a rule than its schema allows.
public struct ThresholdBreach: Hashable, Sendable {
    /// The rule, and what is wrong: in the check's words for a check of the schema, and otherwise in the rule's words.
    public let rule: FindingRule
    public let explanation: String
    /// The schema's name for the column; nil when the rule is about whole rows or the file.
    public let column: String?
    /// The result: the extract is refused, or the run stops.
    public let severity: FindingSeverity
    /// How many rows break the rule, and how many were read.
    public let count: Int
    public let read: Int
    /// The limit; nil when a single row is too many.
    public let limit: FaultLimit?
    /// The lines of the first rows that break the rule.
    public let lines: [Int]

    /// Creates a breach from its parts.
    public init(
        rule: FindingRule, explanation: String, column: String?, severity: FindingSeverity, count: Int, read: Int,
        limit: FaultLimit?, lines: [Int]
    ) {
        self.rule = rule
        self.explanation = explanation
        self.column = column
        self.severity = severity
        self.count = count
        self.read = read
        self.limit = limit
        self.lines = lines
    }
}

extension ThresholdBreach: CustomStringConvertible {
    /// What is wrong, how often, on which lines first, and what to do.
    public var description: String {
        (column.map { "\($0): " } ?? "") + explanationOfCount + "; " + remedy + " [\(rule.rawValue)]"
    }

    /// What is wrong, how often, and on which lines first.
    public var explanationOfCount: String {
        // The explanation's remedy is for one row; many rows need a different remedy.
        var text = String(explanation.prefix { $0 != ";" })
        if rule.concernsRows {
            text += ", in \(count) of \(read) \(read == 1 ? "row" : "rows") (\(Self.share(count, read))%)"
        }
        switch limit {
        case .some(let limit): text += ", more than the \(limit) that the schema allows"
        case nil: text += ", and the schema allows none"
        }
        if !lines.isEmpty {
            let places = lines.map(String.init).joined(separator: ", ")
            text += "; " + (count == 1 ? "line " : lines.count == 1 ? "first in line " : "first in lines ") + places
        }
        return text + (severity == .stop ? "; the whole run stops because of it, and no source is published" : "")
    }

    /// What to do.
    public var remedy: String {
        "have the extract corrected, or, if it is right, change 'checks' in its schema"
    }

    /// Returns the percentage to two decimal places. A share above zero never prints as 0.00.
    private static func share(_ count: Int, _ read: Int) -> String {
        Rational(count * 100, over: read).map {
            $0.printsAsZero(decimals: 2) ? "under 0.01" : $0.formatted(decimals: 2)
        }
            ?? "0"
    }
}
