import Core
import FoundationEssentials
import GRDB

/// Writes entries within one transaction.
struct LedgerWriter {
    private let db: Database
    private var names: NameRegister
    /// The ids of the accounts that have been written: most extracts share a few accounts.
    private var accounts: [[LedgerExtract.Count]: Int64] = [:]
    /// The account of the previous extract, which the next extract often shares.
    private var lastAccount: (lines: [LedgerExtract.Count], id: Int64)?
    private let addExtract, addToRelease: Statement

    init(_ db: Database) throws {
        self.db = db
        names = try NameRegister(db)
        addExtract = try db.makeStatement(
            sql: """
                INSERT INTO extract (sha256, source, file, bytes, first) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        addToRelease = try db.makeStatement(
            sql: "INSERT INTO releaseExtract (release, extract, account) VALUES (?, ?, ?)")
    }

    /// Writes the run, and its release unless the ledger has it already.
    mutating func write(_ entry: LedgerEntry) throws {
        try write(entry.run)
        guard let release = entry.release else { return }
        let edition = try edition(release)
        let known = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT * FROM release WHERE edition = ? AND identifier = ?)",
            arguments: [edition, release.identifier])
        if known != true { try write(release, edition: edition, at: entry.run.began) }
    }

    private mutating func write(_ run: LedgerRun) throws {
        let definition = try names.id(run.definition)
        let quarter = try run.quarter.map { try names.id($0) }
        let release = try run.release.map { try names.id($0) }
        try db.execute(
            sql: """
                INSERT INTO run (began, took, definition, quarter, release, outcome, status, codes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run.began.milliseconds, run.took, definition, quarter, release, run.outcome.rawValue, run.exitStatus,
                run.codes.joined(separator: " "),
            ])
    }

    private func edition(_ release: LedgerRelease) throws -> Int64 {
        let key: StatementArguments = [release.pipeline, release.quarter]
        let found = try Int64.fetchOne(
            db, sql: "SELECT id FROM edition WHERE pipeline = ? AND quarter = ?", arguments: key)
        if let found { return found }
        try db.execute(sql: "INSERT INTO edition (pipeline, quarter) VALUES (?, ?)", arguments: key)
        return db.lastInsertedRowID
    }

    private mutating func write(_ release: LedgerRelease, edition: Int64, at moment: Moment) throws {
        try db.execute(
            sql: "INSERT INTO release (edition, identifier, first, figures, changed) VALUES (?, ?, ?, ?, 0)",
            arguments: [edition, release.identifier, moment.milliseconds, release.figures.count])
        let id = db.lastInsertedRowID
        for extract in release.extracts { try write(extract, of: id, at: moment) }
        var figures = try SeriesRegister(db, edition: edition, names: &names)
        let changed = try figures.write(release.figures, of: id, names: &names)
        try db.execute(sql: "UPDATE release SET changed = ? WHERE id = ?", arguments: [changed, id])
        for revision in release.revisions { try write(revision, of: id, &figures) }
    }

    private mutating func write(_ extract: LedgerExtract, of release: Int64, at moment: Moment) throws {
        let (source, file) = (try names.id(extract.source), try names.id(extract.file))
        try addExtract.execute(arguments: [extract.sha256, source, file, extract.bytes, moment.milliseconds])
        let isNew = db.changesCount == 1
        let id = try isNew ? db.lastInsertedRowID : id(of: extract, source, file)
        try addToRelease.execute(arguments: [release, id, try account(extract.account)])
    }

    /// Returns the id of an extract in the ledger.
    private func id(of extract: LedgerExtract, _ source: Int64, _ file: Int64) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT id FROM extract WHERE sha256 = ? AND source = ? AND file = ?")
        guard let id = try Int64.fetchOne(find, arguments: [extract.sha256, source, file]) else {
            throw DatabaseError(message: "an extract has no number")
        }
        return id
    }

    /// Returns the id of the account, which is added when it is new.
    private mutating func account(_ account: [LedgerExtract.Count]) throws -> Int64 {
        if let lastAccount, lastAccount.lines == account { return lastAccount.id }
        let id = try accounts[account] ?? written(account)
        accounts[account] = id
        lastAccount = (account, id)
        return id
    }

    private func written(_ account: [LedgerExtract.Count]) throws -> Int64 {
        let entries = try Self.json(account)
        try db.cachedStatement(sql: "INSERT INTO account (entries) VALUES (?) ON CONFLICT DO NOTHING")
            .execute(arguments: [entries])
        let find = try db.cachedStatement(sql: "SELECT id FROM account WHERE entries = ?")
        return try Int64.fetchOne(find, arguments: [entries]) ?? db.lastInsertedRowID
    }

    /// Returns the account as JSON. Counts of zero rows are left out, except for the rows read.
    private static func json(_ account: [LedgerExtract.Count]) throws -> String {
        var entries: [String: Int] = [:]
        for count in account where count.rows > 0 || count.measure == "read" {
            entries[count.reason.isEmpty ? count.measure : "\(count.measure)/\(count.reason)", default: 0] += count.rows
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entries), as: UTF8.self)
    }

    private mutating func write(
        _ revision: LedgerRevision, of release: Int64, _ figures: inout SeriesRegister
    ) throws {
        let series = try figures.id(revision.series, names: &names)
        try db.cachedStatement(
            sql: """
                INSERT INTO revision (release, series, previousRelease, previous, new, cause, weight)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            release, series, try names.id(revision.previousRelease), revision.previous, revision.new,
            try names.id(revision.cause), revision.weight,
        ])
    }
}
