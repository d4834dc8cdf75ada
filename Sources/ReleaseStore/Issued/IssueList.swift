public import Core
import Files
import FoundationEssentials
import SystemPackage

/// The releases of a quarter that were issued, and the withdrawals, in the order of entry: the file `issued.json` in
/// the quarter's folder.
public struct IssueList: Hashable, Sendable {
    /// The state of a release of the quarter.
    public enum State: Hashable, Sendable {
        /// The release was not given to a committee.
        case draft
        /// The release was given to a committee.
        case issued(IssuedRelease)
        /// The release was given to a committee and has been withdrawn since.
        case withdrawn(IssuedRelease, IssueWithdrawal)
    }

    /// The entries, the oldest first.
    public private(set) var entries: [IssueEntry] = []

    /// Creates a list of these entries, which form a chain.
    init(entries: [IssueEntry] = []) { self.entries = entries }

    /// Reads the list in a quarter's folder; the list has no entries when there is no file. Throws an
    /// `UnreadableRelease` when the file is not such a list, because guessing what a committee saw would be worse.
    init(inQuarter folder: String) throws(UnreadableRelease) {
        let path = OutputLayout.issues(inQuarter: folder)
        guard let data = FileManager.default.contents(atPath: path) else {
            switch SystemCall.accessError(path, .present) {
            case .noSuchFileOrDirectory, .notDirectory: return
            default: throw .unopened(path)
            }
        }
        guard let entries = try? JSONDecoder().decode([IssueEntry].self, from: data) else {
            throw .damagedList(file: path)
        }
        if let broken = IssueChain.firstBroken(of: entries) { throw .brokenChain(file: path, entry: broken + 1) }
        self.entries = entries
    }

    /// Adds an entry at the end; it names the hash of the entry before.
    mutating func add(_ entry: IssueEntry) { entries.append(IssueChain.entry(entry, after: entries.last)) }

    /// The releases that were ever issued, withdrawn ones included, each with its last entry of issue.
    var everIssued: [IssuedRelease] { latest(by: nil) }

    /// Returns the releases that had ever been issued by the end of a day.
    func ever(by day: CalendarDate?) -> [IssuedRelease] { latest(by: day) }

    /// Returns the contents of the list's file.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return Array(try encoder.encode(entries)) + [UInt8(ascii: "\n")]
    }

    /// Returns the state of a release, at the end of a day when one is given.
    public func state(of releaseID: String, by day: CalendarDate? = nil) -> State {
        entries(by: day).reduce(.draft) { state, entry in
            guard entry.releaseID == releaseID else { return state }
            switch (entry, state) {
            case (.issued(let release), _): return .issued(release)
            case (.withdrawn(let withdrawal), .issued(let release)): return .withdrawn(release, withdrawal)
            case (.withdrawn, _): return state
            }
        }
    }

    /// Returns the releases that were issued and not withdrawn, in the order of issue.
    public func standing(by day: CalendarDate? = nil) -> [IssuedRelease] {
        latest(by: day).filter { release in
            if case .issued = state(of: release.releaseID, by: day) { true } else { false }
        }
    }

    /// Returns the releases that were issued and then withdrawn: nothing is compared with them, but readers have them.
    public func withdrawn(by day: CalendarDate? = nil) -> [IssuedRelease] {
        latest(by: day).filter { release in
            if case .withdrawn = state(of: release.releaseID, by: day) { true } else { false }
        }
    }

    /// Returns every issued release once, at the position of its last issue.
    private func latest(by day: CalendarDate?) -> [IssuedRelease] {
        var known: Set<String> = []
        let releases = entries(by: day).compactMap { entry in
            if case .issued(let release) = entry { release } else { nil }
        }
        return releases.reversed().filter { known.insert($0.releaseID).inserted }.reversed()
    }

    private func entries(by day: CalendarDate?) -> [IssueEntry] {
        guard let day else { return entries }
        return entries.filter { entry in entry.day.map { $0 <= day } ?? false }
    }
}
