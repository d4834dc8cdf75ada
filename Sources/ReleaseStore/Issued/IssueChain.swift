import Core
import Crypto
import FoundationEssentials

/// The chain of a list of issued releases: each entry names the hash of the entry before it. The chain shows that an
/// entry was changed, removed or inserted by accident or by a casual edit. The owner of the folder can still calculate
/// all hashes anew.
enum IssueChain {
    /// The hash that the first entry names.
    private static let beginning = String(repeating: "0", count: 64)

    /// Returns the entry with the hash of the last entry, or of the beginning when there is none.
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

    /// Returns the position of the first entry that does not name the hash of the entry before it; nil when all do. The
    /// list may begin with entries without hashes, from earlier versions of the program.
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

    /// Returns the SHA-256 of the entry as JSON on one line with its keys in order; the next entry names it.
    static func hash(_ entry: IssueEntry) -> String { Hexadecimal.text(of: SHA256.hash(data: line(entry))) }

    /// Returns the entry as JSON on one line with its keys in order.
    static func line(_ entry: IssueEntry) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(entry)) ?? Data()
    }
}
