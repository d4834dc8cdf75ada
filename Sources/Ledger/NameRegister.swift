import GRDB

/// The ids of the ledger's texts; each text is stored once.
struct NameRegister {
    private let db: Database
    private var known: [String: Int64] = [:]
    private let find, add: Statement
    /// Whether the previous text was new: then the next one is likely to be new, too.
    private var addsFirst = false

    init(_ db: Database) throws {
        self.db = db
        find = try db.makeStatement(sql: "SELECT id FROM name WHERE text = ?")
        add = try db.makeStatement(sql: "INSERT INTO name (text) VALUES (?) ON CONFLICT DO NOTHING")
    }

    /// Returns the id of the text, which is added when it is new.
    mutating func id(_ text: String) throws -> Int64 {
        if let id = known[text] { return id }
        let id = try addsFirst ? added(text) ?? found(text) : found(text) ?? added(text)
        guard let id else { throw DatabaseError(message: "a name has no number") }
        known[text] = id
        return id
    }

    private mutating func found(_ text: String) throws -> Int64? {
        let id = try Int64.fetchOne(find, arguments: [text])
        addsFirst = id == nil
        return id
    }

    private func added(_ text: String) throws -> Int64? {
        try add.execute(arguments: [text])
        return db.changesCount == 1 ? db.lastInsertedRowID : nil
    }
}
