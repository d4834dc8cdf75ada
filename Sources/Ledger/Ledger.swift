import Files
import GRDB

/// Runs, extracts and releases, in one SQLite file. Losing it loses history, never figures: whatever
/// is wrong with it, no run fails or waits long.
public struct Ledger: Sendable {
    /// Where it lies.
    public let path: String

    /// The ledger at the path.
    public init(path: String) { self.path = path }

    /// Whether there is one, whatever its state.
    public var exists: Bool { SystemCall.accessError(path, .present) == nil }

    /// Adds what one run did. Nothing is thrown: what kept it from being added, or what was done about it, is returned.
    public func append(_ entry: LedgerEntry) -> [LedgerError] {
        keep { db in
            var writer = try LedgerWriter(db)
            try writer.write(entry)
        }
    }

    /// Does the work in a transaction. A ledger that is no whole database is moved aside, and a new one begun.
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

    /// Renames a file that is no whole database, and its journal with it. Nil when that cannot be done.
    private func moveAside() -> String? {
        for number in 1...999 {
            let place = "\(path).corrupt-\(number)"
            if SystemCall.accessError(place, .present) == nil { continue }
            guard (try? SystemCall.rename(path, to: place)) != nil else { return nil }
            // Left behind, it would be rolled back into the new ledger.
            try? SystemCall.rename(path + "-journal", to: place + "-journal")
            return place
        }
        return nil
    }
}
