public import Core
import Files
import FoundationEssentials
import SystemPackage

/// What has been issued of a quarter and withdrawn again, in the order in which it was entered: the file `issued.json` in
/// the quarter's folder.
public struct IssueList: Hashable, Sendable {
    /// How a release of the quarter stands.
    public enum State: Hashable, Sendable {
        /// No committee was given it.
        case draft
        /// A committee was given it.
        case issued(IssuedRelease)
        /// A committee was given it, and it was withdrawn since.
        case withdrawn(IssuedRelease, IssueWithdrawal)
    }

    /// The entries, the oldest first.
    public private(set) var entries: [IssueEntry] = []

    /// A list of these entries, which follow each other.
    init(entries: [IssueEntry] = []) { self.entries = entries }

    /// The list in a quarter's folder; without entries when there is none. Throws an `UnreadableRelease` when it is none of
    /// ours: guessing at what a committee saw would be worse.
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

    /// Adds an entry at the end, which names the one before by its hash.
    mutating func add(_ entry: IssueEntry) { entries.append(IssueChain.entry(entry, after: entries.last)) }

    /// The releases that were ever issued, withdrawn ones included, each with its last entry.
    var everIssued: [IssuedRelease] { latest(by: nil) }

    /// The same at the end of a day.
    func ever(by day: CalendarDate?) -> [IssuedRelease] { latest(by: day) }

    /// The list as a file.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return Array(try encoder.encode(entries)) + [UInt8(ascii: "\n")]
    }

    /// How a release stands, at the end of a day when one is given.
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

    /// The releases that were issued and not withdrawn, the last issued last.
    public func standing(by day: CalendarDate? = nil) -> [IssuedRelease] {
        latest(by: day).filter { release in
            if case .issued = state(of: release.releaseID, by: day) { true } else { false }
        }
    }

    /// The releases that were issued and then withdrawn: nothing is compared with them, but readers have them.
    public func withdrawn(by day: CalendarDate? = nil) -> [IssuedRelease] {
        latest(by: day).filter { release in
            if case .withdrawn = state(of: release.releaseID, by: day) { true } else { false }
        }
    }

    /// Every release once, where it was issued last.
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
