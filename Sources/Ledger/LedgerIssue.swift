import GRDB

/// An entry of a quarter's list of issued releases, as the ledger remembers it.
public struct LedgerIssue: Hashable, Sendable {
    /// The quarter, and the release that was issued or withdrawn.
    public let quarter, release: String
    /// The SHA-256 of the entry.
    public let entry: String
    /// The entry as JSON on one line; nil when an earlier program version recorded the entry without its text.
    public let text: String?

    /// Creates an entry from its parts.
    public init(quarter: String, release: String, entry: String, text: String? = nil) {
        self.quarter = quarter
        self.release = release
        self.entry = entry
        self.text = text
    }
}

extension Ledger {
    /// Returns the remembered entries of a pipeline, in the order of each list; none when there is no ledger, or when
    /// it cannot be read.
    public func issues(of pipeline: String) -> [LedgerIssue] {
        guard let history = try? LedgerHistory(path: path) else { return [] }
        // A ledger of an earlier program version has no texts.
        let pairs = try? history.fetch("SELECT entry, text FROM issueText", []) { row in
            (row["entry"] as String, row["text"] as String)
        }
        let texts = Dictionary(pairs ?? [], uniquingKeysWith: { first, _ in first })
        let sql = "SELECT quarter, release, entry FROM issue WHERE pipeline = ? ORDER BY id"
        let found = try? history.fetch(sql, [pipeline]) { row in
            LedgerIssue(
                quarter: row["quarter"], release: row["release"], entry: row["entry"], text: texts[row["entry"]])
        }
        return found ?? []
    }

    /// The pipelines with remembered entries, by name; none when there is no ledger, or when it cannot be read.
    public var issuedPipelines: [String] {
        guard let history = try? LedgerHistory(path: path) else { return [] }
        let found = try? history.fetch("SELECT DISTINCT pipeline FROM issue ORDER BY pipeline", []) { row in
            row["pipeline"] as String
        }
        return found ?? []
    }

    /// Records these entries of a pipeline in place of other entries about the same releases; the entries about other
    /// releases stay. Nothing is thrown: the errors that prevented this are returned.
    public func remember(_ issues: [LedgerIssue], of pipeline: String) -> [LedgerError] {
        guard Set(issues) != Set(self.issues(of: pipeline)) else { return [] }
        return keep { db in
            for issue in issues {
                try db.execute(
                    sql: "DELETE FROM issue WHERE pipeline = ? AND quarter = ? AND release = ?",
                    arguments: [pipeline, issue.quarter, issue.release])
            }
            for issue in issues {
                try db.execute(
                    sql: "INSERT INTO issue (pipeline, quarter, release, entry) VALUES (?, ?, ?, ?)",
                    arguments: [pipeline, issue.quarter, issue.release, issue.entry])
                guard let text = issue.text else { continue }
                try db.execute(
                    sql: "INSERT OR REPLACE INTO issueText (entry, text) VALUES (?, ?)",
                    arguments: [issue.entry, text])
            }
        }
    }
}
