import Files
import GRDB
import Glibc
import SystemPackage

/// A connection to the ledger's database for one use. It waits for other programs only in the first two seconds after
/// it was opened, however many statements have to wait.
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
        if let error = SystemCall.accessError(path, .readable) {
            throw error == .permissionDenied ? LedgerError.forbidden(path: path) : .absent(path: path)
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
        let file: FileDescriptor
        do throws(Errno) {
            file = try SystemCall.open(path, .readWrite, [.create, .noFollow], .ownerReadWrite)
        } catch { throw LedgerError(error, at: path) }
        // Only the owner can change the mode; another user's file is used as it is.
        try? SystemCall.setPermissions(.ownerReadWrite, of: file)
        try? file.close()
    }

    private static func makeFolder(_ folder: String) throws {
        guard !folder.isEmpty else { return }
        do throws(Errno) { try SystemCall.makeFolder(folder, .ownerReadWriteExecute) } catch {
            if error == .fileExists { return }
            guard error == .noSuchFileOrDirectory, let slash = folder.lastIndex(of: "/") else {
                throw LedgerError(error, at: folder)
            }
            try makeFolder(String(folder[..<slash]))
            try? SystemCall.makeFolder(folder, .ownerReadWriteExecute)
        }
    }
}

extension LedgerError {
    /// Creates the error for the error code of a system call on the path.
    init(_ error: Errno, at path: String) {
        self = ReadPermission.denies(error) ? .forbidden(path: path) : .unusable(path: path, reason: "\(error)")
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
