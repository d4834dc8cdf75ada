import Core
import Crypto
import FoundationEssentials

/// The chain of a list of issued releases: each entry names the hash of the one before. It shows that an entry was changed,
/// removed or put in by accident or in passing; who owns the folder can work the hashes out again.
enum IssueChain {
    /// What the first entry names.
    private static let beginning = String(repeating: "0", count: 64)

    /// The entry as it is put after another.
    static func entry(_ entry: IssueEntry, after last: IssueEntry?) -> IssueEntry {
        let previous = last.map(hash) ?? beginning
        switch entry {
        case .issued(var release):
            release.previous = previous
            return .issued(release)
        case .withdrawn(var withdrawal):
            withdrawal.previous = previous
            return .withdrawn(withdrawal)
        }
    }

    /// The position of the first entry that does not follow the one before; nil when all do. Entries of programs that had
    /// no chain may stand at the beginning.
    static func firstBroken(of entries: [IssueEntry]) -> Int? {
        var isChained = false
        for (index, entry) in entries.enumerated() {
            guard let previous = previous(entry) else {
                if isChained { return index }
                continue
            }
            isChained = true
            guard previous == (index == 0 ? beginning : hash(entries[index - 1])) else { return index }
        }
        return nil
    }

    private static func previous(_ entry: IssueEntry) -> String? {
        switch entry {
        case .issued(let release): release.previous
        case .withdrawn(let withdrawal): withdrawal.previous
        }
    }

    /// The SHA-256 of the entry as JSON on one line with its keys in order: what the next entry names.
    static func hash(_ entry: IssueEntry) -> String { Hexadecimal.text(of: SHA256.hash(data: line(entry))) }

    /// The entry as JSON on one line with its keys in order.
    static func line(_ entry: IssueEntry) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(entry)) ?? Data()
    }
}
