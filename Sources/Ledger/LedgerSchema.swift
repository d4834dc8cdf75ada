import GRDB

/// The tables of the ledger. A migration that was published once is never changed: a new one follows it.
enum LedgerSchema {
    /// Brings a ledger of any earlier program to this one's form.
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(first) { db in
            for statement in tables { try db.execute(sql: statement) }
        }
        migrator.registerMigration("issues") { db in try db.execute(sql: issues) }
        migrator.registerMigration("texts of issues") { db in try db.execute(sql: issueTexts) }
        return migrator
    }()

    /// What every ledger has.
    static let first = "runs, extracts, figures and revisions"

    /// What the lists of issued releases said when they were last written or read, an entry a row.
    private static let issues = """
        CREATE TABLE issue (
            id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, quarter TEXT NOT NULL, release TEXT NOT NULL,
            entry TEXT NOT NULL, UNIQUE (pipeline, quarter, entry))
        """

    /// What the entries say, by their SHA-256: a list that was lost is put back from them.
    private static let issueTexts = "CREATE TABLE issueText (entry TEXT PRIMARY KEY, text TEXT NOT NULL)"

    /// Texts are stored once, in `name`. Of a figure there is a row for each release in which it differs from the release
    /// that the ledger learned of before, of the same pipeline and quarter: a release without a new figure costs one row.
    private static let tables = [
        "CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
        """
        CREATE TABLE edition (
            id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, quarter TEXT NOT NULL, UNIQUE (pipeline, quarter))
        """,
        // `first`: milliseconds since 1970, UTC, as everywhere.
        """
        CREATE TABLE release (
            id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition, identifier TEXT NOT NULL,
            first INTEGER NOT NULL, figures INTEGER NOT NULL, changed INTEGER NOT NULL, UNIQUE (edition, identifier))
        """,
        """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY, began INTEGER NOT NULL, took INTEGER NOT NULL,
            definition INTEGER NOT NULL REFERENCES name, quarter INTEGER REFERENCES name,
            release INTEGER REFERENCES name, outcome TEXT NOT NULL, status INTEGER NOT NULL, codes TEXT NOT NULL)
        """,
        """
        CREATE TABLE extract (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES name, file INTEGER NOT NULL REFERENCES name,
            sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, first INTEGER NOT NULL, UNIQUE (sha256, source, file))
        """,
        // `entries`: a JSON object, `{"quarantined/invalid-date":3,"read":120}`.
        "CREATE TABLE account (id INTEGER PRIMARY KEY, entries TEXT NOT NULL UNIQUE)",
        """
        CREATE TABLE releaseExtract (
            release INTEGER NOT NULL REFERENCES release, extract INTEGER NOT NULL REFERENCES extract,
            account INTEGER NOT NULL REFERENCES account, PRIMARY KEY (release, extract)) WITHOUT ROWID
        """,
        """
        CREATE TABLE series (
            id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition, tableName INTEGER NOT NULL,
            section INTEGER NOT NULL, rowLabel INTEGER NOT NULL, area INTEGER NOT NULL, measure INTEGER NOT NULL,
            period INTEGER NOT NULL, unit INTEGER NOT NULL,
            UNIQUE (edition, rowLabel, tableName, section, area, measure, period, unit))
        """,
        // Without a `display` the figure is no longer there from that release on.
        """
        CREATE TABLE figure (
            series INTEGER NOT NULL REFERENCES series, release INTEGER NOT NULL REFERENCES release, value TEXT,
            display TEXT, status INTEGER NOT NULL REFERENCES name, PRIMARY KEY (series, release)) WITHOUT ROWID
        """,
        """
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY, release INTEGER NOT NULL REFERENCES release,
            series INTEGER NOT NULL REFERENCES series, previousRelease INTEGER NOT NULL REFERENCES name,
            previous TEXT, new TEXT, cause INTEGER NOT NULL REFERENCES name, weight TEXT)
        """,
        "CREATE INDEX revisionOfRelease ON revision (release)",
    ]
}
