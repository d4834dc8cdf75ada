import Files
import GRDB

/// The record of runs, extracts and releases, in one SQLite file. Losing the ledger loses history, never figures: no
/// fault of the ledger makes a run fail or wait long.
public struct Ledger: Sendable {
    /// The path of the ledger's file.
    public let path: String

    /// Creates the ledger at the path.
    public init(path: String) { self.path = path }

    /// Whether the file exists, whatever its state.
    public var exists: Bool { SystemCall.accessError(path, .present) == nil }

    /// Adds the entry of one run. Nothing is thrown: the problem that prevented this, or what was done about it, is
    /// returned.
    public func append(_ entry: LedgerEntry) -> [LedgerError] {
        keep { db in
            var writer = try LedgerWriter(db)
            try writer.write(entry)
        }
    }

    /// Does the work in a transaction. A ledger that is not an intact database is moved aside, and a new one is begun.
    func keep(_ work: (Database) throws -> Void) -> [LedgerError] {
        do {
            try write(work)
            return []
        } catch .damaged {
            guard let place = moveAside() else { return [.stuck(path: path)] }
            let moved = LedgerError.movedAside(path: path, to: place)
            do {
                try write(work)
                return [moved]
            } catch { return [moved, error] }
        } catch { return [error] }
    }

    private func write(_ work: (Database) throws -> Void) throws(LedgerError) {
        do {
            let connection = try LedgerConnection(writing: path)
            try connection.queue.write(work)
            try connection.queue.close()
        } catch { throw LedgerError(error, at: path) }
    }

    /// Renames a file that is not an intact database, together with its journal. Returns nil when that is not possible.
    private func moveAside() -> String? {
        for number in 1...999 {
            let place = "\(path).corrupt-\(number)"
            if SystemCall.accessError(place, .present) == nil { continue }
            guard (try? SystemCall.rename(path, to: place)) != nil else { return nil }
            // A journal left behind would be rolled back into the new ledger.
            try? SystemCall.rename(path + "-journal", to: place + "-journal")
            return place
        }
        return nil
    }
}
