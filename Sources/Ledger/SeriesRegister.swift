import Core
import GRDB

/// The latest figures that the ledger has for a pipeline's quarter.
struct SeriesRegister {
    private struct Key: Hashable {
        let table, section, row, area, measure, period, unit: Int64

        init(_ series: LedgerSeries, names: inout NameRegister) throws {
            table = try names.id(series.key.table)
            section = try names.id(series.key.section)
            row = try names.id(series.key.row)
            area = try names.id(series.key.area)
            measure = try names.id(series.key.measure)
            period = try names.id(series.key.period)
            unit = try names.id(series.unit)
        }

        init(_ row: Row) {
            table = row["tableName"]
            section = row["section"]
            self.row = row["rowLabel"]
            area = row["area"]
            measure = row["measure"]
            period = row["period"]
            unit = row["unit"]
        }

        var arguments: StatementArguments { [table, section, row, area, measure, period, unit] }
    }

    /// The value of a figure; `display` is nil when the figure no longer exists.
    private struct Saying: Hashable {
        let value, display: String?
        let status: Int64
    }

    private let db: Database
    private let edition: Int64
    private var ids: [Key: Int64] = [:]
    private var last: [Int64: Saying] = [:]

    init(_ db: Database, edition: Int64, names: inout NameRegister) throws {
        self.db = db
        self.edition = edition
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT series.*, value, display, status FROM series LEFT JOIN figure ON series = series.id
                AND release = (SELECT max(release) FROM figure WHERE series = series.id)
                WHERE edition = ?
                """, arguments: [edition])
        while let row = try rows.next() {
            let id: Int64 = row["id"]
            ids[Key(row)] = id
            if let status: Int64 = row["status"] {
                last[id] = Saying(value: row["value"], display: row["display"], status: status)
            }
        }
    }

    /// Returns the id of the series, which is added when it is new.
    mutating func id(_ series: LedgerSeries, names: inout NameRegister) throws -> Int64 {
        let key = try Key(series, names: &names)
        if let id = ids[key] { return id }
        try db.cachedStatement(
            sql: """
                INSERT INTO series (edition, tableName, section, rowLabel, area, measure, period, unit)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [edition] + key.arguments)
        ids[key] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    /// Writes the figures that differ from the last release, and returns their number.
    mutating func write(_ figures: [LedgerFigure], of release: Int64, names: inout NameRegister) throws -> Int {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO figure (series, release, value, display, status) VALUES (?, ?, ?, ?, ?)")
        var gone = Set(last.filter { $0.value.display != nil }.keys)
        var written: Set<Int64> = []
        var changed = 0
        for figure in figures {
            let id = try id(figure.series, names: &names)
            gone.remove(id)
            let saying = Saying(
                value: figure.value, display: figure.display, status: try names.id(figure.status))
            // A table that shows a figure twice shows the same value both times.
            guard written.insert(id).inserted, last[id] != saying else { continue }
            try insert.execute(arguments: [id, release, saying.value, saying.display, saying.status])
            last[id] = saying
            changed += 1
        }
        for id in gone.sorted() {
            try insert.execute(arguments: [id, release, nil, nil, try names.id("")])
            changed += 1
        }
        return changed
    }
}
