public import Core
import GRDB

/// Reads the ledger; every list begins with the newest entry.
public struct LedgerHistory {
    let connection: LedgerConnection

    /// Opens the ledger at the path. Throws the ledger's error.
    public init(path: String) throws(LedgerError) {
        do { connection = try LedgerConnection(reading: path) } catch { throw LedgerError(error, at: path) }
    }

    /// Returns the runs, up to a limit. When a quarter is named, it returns only runs of this quarter.
    public func runs(quarter: String? = nil, limit: Int = .max) throws(LedgerError) -> [LedgerRun] {
        let sql = """
            SELECT began, took, d.text AS definition, q.text AS quarter, r.text AS release, outcome, status, codes
            FROM run JOIN name AS d ON d.id = definition LEFT JOIN name AS q ON q.id = quarter
            LEFT JOIN name AS r ON r.id = run.release
            WHERE ?1 IS NULL OR q.text = ?1 ORDER BY began DESC, run.id DESC LIMIT ?2
            """
        return try fetch(sql, [quarter, limit]) { row in
            LedgerRun(
                began: Moment(milliseconds: row["began"]), took: row["took"], definition: row["definition"],
                quarter: row["quarter"], release: row["release"],
                outcome: LedgerRun.Outcome(rawValue: row["outcome"]) ?? .failed, exitStatus: row["status"],
                codes: (row["codes"] as String).split(separator: " ").map(String.init))
        }
    }

    /// A release on one line.
    public struct ReleaseLine: Hashable, Sendable {
        public let pipeline, quarter, release: String
        /// When the release was added to the ledger.
        public let first: Moment
        /// The numbers of extracts and rows that the release was made of.
        public let extracts, rows: Int
        /// The number of figures, and the number that differ from the previous release in the ledger, including figures
        /// that are gone.
        public let figures, changed: Int
        /// Whether the release is the first of its quarter, so that no figure could have changed.
        public let isFirst: Bool
    }

    /// Returns the releases, up to a limit. When a quarter is named, it returns only releases of this quarter.
    public func releases(quarter: String? = nil, limit: Int = .max) throws(LedgerError) -> [ReleaseLine] {
        let sql = """
            SELECT pipeline, quarter, identifier, first, figures, changed, count(extract) AS extracts,
                coalesce(sum(entries ->> '$.read'), 0) AS rowsRead,
                release.id = (SELECT min(other.id) FROM release AS other WHERE other.edition = release.edition) AS isFirst
            FROM release JOIN edition ON edition.id = edition
            LEFT JOIN releaseExtract ON releaseExtract.release = release.id
            LEFT JOIN account ON account.id = account
            WHERE ?1 IS NULL OR quarter = ?1
            GROUP BY release.id ORDER BY release.id DESC LIMIT ?2
            """
        return try fetch(sql, [quarter, limit]) { row in
            ReleaseLine(
                pipeline: row["pipeline"], quarter: row["quarter"], release: row["identifier"],
                first: Moment(milliseconds: row["first"]), extracts: row["extracts"], rows: row["rowsRead"],
                figures: row["figures"], changed: row["changed"], isFirst: row["isFirst"])
        }
    }

    /// An extract on one line.
    public struct ExtractLine: Hashable, Sendable {
        public let source, file, sha256: String
        public let bytes: Int
        /// When the first release with the extract was made.
        public let first: Moment
        /// How many releases used the extract, and how many of its rows were read and accepted in the last of these
        /// releases.
        public let releases, rows, accepted: Int
    }

    /// Returns the extracts, up to a limit. When a quarter is named, it returns only extracts of this quarter's
    /// releases.
    public func extracts(quarter: String? = nil, limit: Int = .max) throws(LedgerError) -> [ExtractLine] {
        // When a query has one max(), SQLite takes the other columns from the row with the maximum.
        let sql = """
            SELECT s.text AS source, f.text AS file, sha256, bytes, extract.first AS first, count(*) AS releases,
                max(release.id), entries ->> '$.read' AS rowsRead, coalesce(entries ->> '$.accepted', 0) AS accepted
            FROM extract JOIN name AS s ON s.id = source JOIN name AS f ON f.id = file
            JOIN releaseExtract ON releaseExtract.extract = extract.id
            JOIN release ON release.id = releaseExtract.release JOIN edition ON edition.id = edition
            JOIN account ON account.id = account
            WHERE ?1 IS NULL OR quarter = ?1
            GROUP BY extract.id ORDER BY extract.first DESC, extract.id DESC LIMIT ?2
            """
        return try fetch(sql, [quarter, limit]) { row in
            ExtractLine(
                source: row["source"], file: row["file"], sha256: row["sha256"], bytes: row["bytes"],
                first: Moment(milliseconds: row["first"]), releases: row["releases"], rows: row["rowsRead"],
                accepted: row["accepted"])
        }
    }

    func fetch<Line>(
        _ sql: String, _ arguments: StatementArguments, _ line: (Row) -> Line
    ) throws(LedgerError) -> [Line] {
        do {
            return try connection.queue.read { db in
                let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
                var lines: [Line] = []
                while let row = try rows.next() { lines.append(line(row)) }
                return lines
            }
        } catch { throw LedgerError(error, at: connection.path) }
    }
}
