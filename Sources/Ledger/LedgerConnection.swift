import GRDB
import Glibc

/// A connection to the ledger's database for one use. Two seconds after it was opened it no longer waits for other
/// programs, however many statements have to wait.
struct LedgerConnection {
    let path: String
    let queue: DatabaseQueue

    /// Opens the ledger for writing, and creates it when it does not exist.
    init(writing path: String) throws {
        try Self.makeFile(at: path)
        try self.init(path, readonly: false)
        // A damaged page is found only when it is read, so a run that writes checks all pages.
        guard try queue.read({ db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }) == "ok" else {
            throw LedgerError.damaged(path: path)
        }
        let migrator = LedgerSchema.migrator
        guard try !queue.read(migrator.hasBeenSuperseded) else { throw LedgerError.newer(path: path) }
        try migrator.migrate(queue)
    }

    /// Opens the ledger for reading.
    init(reading path: String) throws {
        guard access(path, R_OK) == 0 else {
            throw errno == EACCES ? LedgerError.forbidden(path: path) : .absent(path: path)
        }
        try self.init(path, readonly: true)
        let migrator = LedgerSchema.migrator
        let (isSuperseded, isComplete) = try queue.read { db in
            (try migrator.hasBeenSuperseded(db), try migrator.appliedIdentifiers(db).contains(LedgerSchema.first))
        }
        guard !isSuperseded else { throw LedgerError.newer(path: path) }
        // A reader changes nothing: the next run adds what a later form of the ledger needs.
        guard isComplete else { throw LedgerError.absent(path: path) }
    }

    private init(_ path: String, readonly: Bool) throws {
        var configuration = Configuration()
        configuration.readonly = readonly
        let deadline = ContinuousClock.now + .seconds(2)
        configuration.busyMode = .callback { _ in
            guard ContinuousClock.now < deadline else { return false }
            usleep(20_000)
            return true
        }
        configuration.prepareDatabase { db in
            // After a power cut the last run may be missing. One wait for the disk in each transaction is enough.
            if !readonly { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
        }
        self.path = path
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Creates the file, because SQLite would create one that others can read. SQLite's journal has the same mode as
    /// the file.
    private static func makeFile(at path: String) throws {
        try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw LedgerError(errno, at: path)
        }
        // Only the owner can change the mode; another user's file is used as it is.
        fchmod(descriptor, 0o600)
        close(descriptor)
    }

    private static func makeFolder(_ folder: String) throws {
        guard !folder.isEmpty, mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, let slash = folder.lastIndex(of: "/") else {
            throw LedgerError(errno, at: folder)
        }
        try makeFolder(String(folder[..<slash]))
        mkdir(folder, 0o700)
    }
}

extension LedgerError {
    /// Creates the error for the error code of a system call on the path.
    init(_ code: Int32, at path: String) {
        self =
            code == EACCES || code == EPERM
            ? .forbidden(path: path) : .unusable(path: path, reason: String(cString: strerror(code)))
    }

    /// Creates the error for an error of the ledger's database at the path.
    init(_ error: any Error, at path: String) {
        if let ledgerError = error as? LedgerError {
            self = ledgerError
        } else if let failure = error as? DatabaseError {
            switch failure.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path)
            case .SQLITE_CONSTRAINT: self = .edited(path: path)
            case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: self = .forbidden(path: path)
            default: self = .unusable(path: path, reason: failure.message ?? "\(failure.resultCode)")
            }
        } else {
            self = .unusable(path: path, reason: "\(error)")
        }
    }
}
