import GRDB

/// The tables of the ledger. A published migration is never changed: a new migration is added after it.
enum LedgerSchema {
    /// Brings a ledger of any earlier program version to the present form.
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(first) { db in
            for statement in tables { try db.execute(sql: statement) }
        }
        migrator.registerMigration("issues") { db in try db.execute(sql: issues) }
        migrator.registerMigration("texts of issues") { db in try db.execute(sql: issueTexts) }
        return migrator
    }()

    /// The name of the migration that every ledger has.
    static let first = "runs, extracts, figures and revisions"

    /// The entries of the lists of issued releases when they were last written or read, with one row for each entry.
    private static let issues = """
        CREATE TABLE issue (
            id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, quarter TEXT NOT NULL, release TEXT NOT NULL,
            entry TEXT NOT NULL, UNIQUE (pipeline, quarter, entry))
        """

    /// The texts of the entries, by their SHA-256: a lost list is restored from the texts.
    private static let issueTexts = "CREATE TABLE issueText (entry TEXT PRIMARY KEY, text TEXT NOT NULL)"

    /// Texts are stored once, in `name`. A figure has a row only for a release in which it differs from the release
    /// recorded before for the same pipeline and quarter. A release in which no figure differs therefore adds no rows
    /// of figures.
    private static let tables = [
        "CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
        """
        CREATE TABLE edition (
            id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, quarter TEXT NOT NULL, UNIQUE (pipeline, quarter))
        """,
        // `first`: milliseconds since 1970, UTC, like all times.
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
        // A row without a `display` means that the figure does not exist in that release or, until its next row, in
        // later ones.
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
