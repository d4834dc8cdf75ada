/// Why the ledger could not be written or read. The error is reported and never makes a run fail.
public enum LedgerError: Error, Hashable, Sendable {
    /// The ledger does not exist.
    case absent(path: String)
    /// Another program has locked the ledger.
    case locked(path: String)
    /// The ledger is not a database, or is a damaged one.
    case damaged(path: String)
    /// The ledger was not an intact database. It was renamed, and a new one was begun.
    case movedAside(path: String, to: String)
    /// Rows of the ledger contradict each other. The program never writes such rows, so the ledger was edited.
    case edited(path: String)
    /// A newer program made the ledger.
    case newer(path: String)
    /// The user has no permission to read or write the ledger.
    case forbidden(path: String)
    /// The ledger was not an intact database, and could not be moved aside.
    case stuck(path: String)
    /// The ledger cannot be read or written, for a reason in the words of SQLite or the system.
    case unusable(path: String, reason: String)

    /// The stable code for logs.
    public var code: String {
        switch self {
        case .absent: "ledger-absent"
        case .locked: "ledger-locked"
        case .damaged: "ledger-damaged"
        case .movedAside: "ledger-moved-aside"
        case .edited: "ledger-edited"
        case .newer: "ledger-newer"
        case .forbidden: "ledger-no-permission"
        case .stuck: "ledger-damaged"
        case .unusable: "ledger-unusable"
        }
    }
}

extension LedgerError: CustomStringConvertible {
    /// What is wrong and what that means, with the path.
    public var description: String {
        switch self {
        case .absent(let path):
            "\(path): there is no ledger; begin one with 'shp run', or name its folder with --state"
        case .locked(let path):
            "\(path): another program holds the ledger; figures are not affected, but this run is not in the history"
        case .damaged(let path):
            "\(path): the ledger is damaged; the next run moves it aside and begins a new one"
        case .movedAside(let path, let place):
            "\(path): the ledger was damaged; it is at \(place) now, and a new one was begun. Figures are not affected"
        case .edited(let path):
            "\(path): rows of the ledger contradict each other, so it was edited by hand; restore it from a copy, or move it "
                + "away so that the next run begins a new one. Figures are not affected, but this run is not in the history"
        case .newer(let path):
            "\(path): a newer version of the program made the ledger, so it was left as it is; use that version, or name another folder with "
                + "--state"
        case .forbidden(let path):
            "\(path): permission denied: the ledger belongs to another user; run as that user, or name another folder with "
                + "--state. Figures are not affected"
        case .stuck(let path):
            "\(path): the ledger is damaged and cannot be moved aside; move it away by hand, so that the next run begins a new "
                + "one. Figures are not affected"
        case .unusable(let path, let reason):
            "\(path): the ledger cannot be used: \(reason); figures are not affected"
        }
    }
}
