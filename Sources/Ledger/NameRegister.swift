import GRDB

/// The texts of the ledger by their numbers: each is stored once.
struct NameRegister {
    private let db: Database
    private var known: [String: Int64] = [:]

    init(_ db: Database) { self.db = db }

    /// The number of the text, which is added when it is new.
    mutating func id(_ text: String) throws -> Int64 {
        if let id = known[text] { return id }
        let find = try db.cachedStatement(sql: "SELECT id FROM name WHERE text = ?")
        let id: Int64
        if let found = try Int64.fetchOne(find, arguments: [text]) {
            id = found
        } else {
            try db.cachedStatement(sql: "INSERT INTO name (text) VALUES (?)").execute(arguments: [text])
            id = db.lastInsertedRowID
        }
        known[text] = id
        return id
    }
}
