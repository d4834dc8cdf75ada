public import Core
import GRDB

extension LedgerHistory {
    /// A figure as it was in a release.
    public struct FigureLine: Hashable, Sendable {
        public let quarter, release: String
        /// When the release was added to the ledger.
        public let first: Moment
        public let figure: LedgerFigure
    }

    /// Returns the figures of a row in all releases that had them. When an area, a measure or a quarter is named, only
    /// its figures are returned.
    public func figures(
        row: String, area: String? = nil, measure: String? = nil, quarter: String? = nil, limit: Int = .max
    ) throws(LedgerError) -> [FigureLine] {
        let sql = """
            SELECT quarter, identifier, first, t.text AS tableName, s.text AS section, r.text AS rowLabel,
                a.text AS area, m.text AS measure, p.text AS period, u.text AS unit, value, display,
                (SELECT text FROM name WHERE id = status) AS status
            FROM series JOIN name AS r ON r.id = rowLabel JOIN name AS a ON a.id = area
            JOIN name AS m ON m.id = measure JOIN name AS t ON t.id = tableName JOIN name AS s ON s.id = section
            JOIN name AS p ON p.id = period JOIN name AS u ON u.id = unit
            JOIN edition ON edition.id = series.edition JOIN release ON release.edition = edition.id
            JOIN figure ON figure.series = series.id AND figure.release = (
                SELECT max(release) FROM figure AS f WHERE f.series = series.id AND f.release <= release.id)
            WHERE r.text = ?1 AND (?2 IS NULL OR a.text = ?2) AND (?3 IS NULL OR m.text = ?3)
                AND (?4 IS NULL OR quarter = ?4) AND display IS NOT NULL
            ORDER BY release.id DESC, series.id LIMIT ?5
            """
        return try fetch(sql, [row, area, measure, quarter, limit]) { row in
            FigureLine(
                quarter: row["quarter"], release: row["identifier"], first: Moment(milliseconds: row["first"]),
                figure: LedgerFigure(
                    series: Self.series(row), value: row["value"], display: row["display"], status: row["status"]))
        }
    }

    /// A revision, and the release that reported it.
    public struct RevisionLine: Hashable, Sendable {
        public let quarter, release: String
        public let revision: LedgerRevision
    }

    /// Returns the revisions, up to a limit. When a quarter is named, it returns only revisions of this quarter's
    /// releases.
    public func revisions(quarter: String? = nil, limit: Int = .max) throws(LedgerError) -> [RevisionLine] {
        let sql = """
            SELECT quarter, identifier, t.text AS tableName, s.text AS section, r.text AS rowLabel, a.text AS area,
                m.text AS measure, p.text AS period, u.text AS unit, o.text AS previousRelease, previous, new,
                c.text AS cause, weight
            FROM revision JOIN release ON release.id = release JOIN edition ON edition.id = release.edition
            JOIN series ON series.id = series JOIN name AS r ON r.id = rowLabel JOIN name AS a ON a.id = area
            JOIN name AS m ON m.id = measure JOIN name AS t ON t.id = tableName JOIN name AS s ON s.id = section
            JOIN name AS p ON p.id = period JOIN name AS u ON u.id = unit JOIN name AS o ON o.id = previousRelease
            JOIN name AS c ON c.id = cause
            WHERE ?1 IS NULL OR quarter = ?1 ORDER BY release.id DESC, revision.id LIMIT ?2
            """
        return try fetch(sql, [quarter, limit]) { row in
            RevisionLine(
                quarter: row["quarter"], release: row["identifier"],
                revision: LedgerRevision(
                    series: Self.series(row), previousRelease: row["previousRelease"], previous: row["previous"],
                    new: row["new"], cause: row["cause"], weight: row["weight"]))
        }
    }

    /// Returns the row labels and the short names of areas that any release had.
    public func labels() throws(LedgerError) -> (rows: [String], areas: [String]) {
        func names(_ column: String) throws(LedgerError) -> [String] {
            try fetch("SELECT text FROM name WHERE id IN (SELECT \(column) FROM series) ORDER BY text", []) { $0[0] }
        }
        return (try names("rowLabel"), try names("area"))
    }

    private static func series(_ row: Row) -> LedgerSeries {
        LedgerSeries(
            FigureKey(
                table: row["tableName"], section: row["section"], row: row["rowLabel"], area: row["area"],
                measure: row["measure"], period: row["period"]), unit: row["unit"])
    }
}
