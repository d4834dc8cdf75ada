extension RowAccount {
    /// The results for rows, in the order in which accounts list them.
    public enum Measure: String, CaseIterable, Sendable {
        case read, accepted, quarantined, duplicate, superseded, cancelled
        case outOfScope = "out-of-scope"
        /// Rows that were read but are not accounted for: zero in a sound run.
        case balance
        /// Lines that are not data, which are not part of the balance.
        case notData = "not-data"
    }

    /// One line of the account.
    public struct Entry: Hashable, Sendable {
        /// The result for the rows.
        public let measure: Measure
        /// The reason, as the code that files carry; empty for measures without reasons.
        public let reason: String
        /// How many rows or lines have the result.
        public let rows: Int
    }

    /// The rows that were read minus the rows that are accounted for.
    public var balance: Int {
        read - accepted - quarantinedTotal - duplicate - superseded - cancelled - outOfScopeTotal
    }

    /// Lines that are not data, by kind.
    public var linesNotData: [(kind: String, lines: Int)] {
        [
            ("blank-line", blankLines), ("title-line", titleLines), ("totals-row", totalsRows),
            ("repeated-header", repeatedHeaders), ("footer-line", footerLines),
        ]
    }

    /// The whole account. Every measure has at least one entry; measures with reasons have one entry for each reason
    /// that occurs.
    public var entries: [Entry] {
        Measure.allCases.flatMap { measure -> [Entry] in
            let reasons = reasons(measure)
            return reasons.isEmpty
                ? [Entry(measure: measure, reason: "", rows: total(measure))]
                : reasons.map { Entry(measure: measure, reason: $0.reason, rows: $0.rows) }
        }
    }

    /// Returns all rows of the measure.
    public func total(_ measure: Measure) -> Int {
        switch measure {
        case .read: read
        case .accepted: accepted
        case .quarantined: quarantinedTotal
        case .duplicate: duplicate
        case .superseded: superseded
        case .cancelled: cancelled
        case .outOfScope: outOfScopeTotal
        case .balance: balance
        case .notData: linesNotData.reduce(0) { $0 + $1.lines }
        }
    }

    /// Returns the reasons that occur for the measure, in the order of their catalogue.
    public func reasons(_ measure: Measure) -> [(reason: String, rows: Int)] {
        switch measure {
        case .quarantined:
            // The check for emptiness saves time: the catalogue is long, and most extracts have no quarantined rows.
            quarantined.isEmpty
                ? [] : FindingRule.allCases.compactMap { rule in quarantined[rule].map { (rule.rawValue, $0) } }
        case .outOfScope:
            outOfScope.isEmpty
                ? [] : OutOfScope.allCases.compactMap { reason in outOfScope[reason].map { (reason.rawValue, $0) } }
        case .notData: linesNotData.filter { $0.lines > 0 }.map { ($0.kind, $0.lines) }
        default: []
        }
    }
}

extension OutOfScope {
    /// What the reason means, for people.
    public var explanation: String {
        switch self {
        case .outsideArea: "the row's area is not one of the report's"
        case .noLocation: "the row has no place, and rows without one are left out"
        case .category:
            "the row's category is out of scope: its events are recorded elsewhere, or were closed as something else"
        case .unassigned: "the row is about a whole force and not about a single area"
        case .consentWithheld: "the client did not agree to their record being shared"
        case .notStarted: "the client was triaged and no treatment modality has started"
        }
    }
}
