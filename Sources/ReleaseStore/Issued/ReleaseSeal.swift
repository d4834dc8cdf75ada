public import Core
import Files
import FoundationEssentials
import Releases
import SystemPackage

/// Records that a release was given to a committee, and protects the release against changes; or records that it was
/// withdrawn.
public enum ReleaseSeal {
    /// The result of issuing a release.
    public enum Outcome: Hashable, Sendable {
        /// The release is issued now.
        case issued
        /// The release had been issued already, as the last of its quarter.
        case already(on: String)
    }

    /// Issues a release. Every file must be as the manifest describes it. The release is added to the end of its
    /// quarter's list and then made read-only. The caller holds the lock on the output folder and supplies the days.
    ///
    /// Throws an `IssueError` for a day before the quarter's end, before the list's last entry or after today. Throws
    /// an `UnreadableRelease` when the release is not as its manifest describes it, and an `OutputFailure` when writing
    /// fails.
    public static func issue(
        _ release: ReleaseFolder, on day: CalendarDate, today: CalendarDate, holding lock: OutputLock
    ) throws -> Outcome {
        let name = release.manifest.releaseID
        guard let quarter = FinancialQuarter(release.manifest.quarter) else {
            throw UnreadableRelease.unreadable(file: OutputLayout.manifest(of: release.path))
        }
        let folder = OutputLayout(lock.output).quarter(quarter, of: release.manifest.pipeline)
        let place = "\(folder)/\(name)"
        try check(release.manifest, in: place)
        var list = try IssueList(inQuarter: folder)
        if let last = list.standing().last, last.releaseID == name {
            try check(day, of: quarter, after: nil, today: today)
            try protect(release.manifest, in: place)
            return .already(on: last.on)
        }
        try check(day, of: quarter, after: list.entries.last?.day, today: today)
        let manifest = try ContentHash.file(OutputLayout.manifest(of: place)).sha256
        list.add(.issued(IssuedRelease(releaseID: name, manifestSHA256: manifest, on: "\(day)")))
        // The list is written first, because a sealed folder without an entry means that a list was lost.
        try write(list, in: folder)
        try protect(release.manifest, in: place)
        return .issued
    }

    /// Withdraws a release of the quarter; the last issued one when none is named. The release's entry stays and a
    /// withdrawal is added: readers have the release, but nothing is compared with it any more. The files stay sealed.
    ///
    /// Throws an `IssueError` when the release is not issued, or for a day before the list's last entry or after today.
    public static func withdraw(
        _ releaseID: String?, of quarter: FinancialQuarter, pipeline: String, on day: CalendarDate,
        today: CalendarDate, because reason: String, holding lock: OutputLock
    ) throws -> IssuedRelease {
        let folder = OutputLayout(lock.output).quarter(quarter, of: pipeline)
        var list = try IssueList(inQuarter: folder)
        let standing = list.standing()
        let found = releaseID.map { name in standing.first { $0.releaseID == name } } ?? standing.last
        guard let found else {
            throw IssueError.notIssued(releaseID, quarter, issued: standing.map(\.releaseID))
        }
        try check(day, of: quarter, after: list.entries.last?.day, today: today)
        list.add(
            .withdrawn(IssueWithdrawal(releaseID: found.releaseID, withdrawnOn: "\(day)", reason: reason)))
        try write(list, in: folder)
        return found
    }

    /// Throws the errors of `IssuedReleases.checkSealed`, except those that issuing the release again would correct. A
    /// lost list of the quarter lacks this release and others, which are issued again after it. This function is called
    /// only to restore a list.
    public static func checkOthers(
        than release: String?, of quarter: FinancialQuarter, pipeline: String, in output: String,
        known: [KnownIssue] = []
    ) throws(UnreadableRelease) {
        let folder = OutputLayout(output).quarter(quarter, of: pipeline)
        let own = release ?? LatestLink.target(in: folder)
        do throws(UnreadableRelease) {
            try IssuedReleases(output: output, pipeline: pipeline).checkSealed(known: known)
        } catch {
            let problems = if case .several(let all) = error { all } else { [error] }
            // Only a release that was issued and is not listed can complete the list.
            func isLost(_ release: String?) -> Bool {
                problems.contains { problem in
                    switch problem {
                    case .unlistedIssue(let path, _): path == "\(folder)/\(release ?? "")"
                    case .entryMissing(let list, let missing, _):
                        list == OutputLayout.issues(inQuarter: folder) && missing == release
                    default: false
                    }
                }
            }
            let others = problems.filter { problem in
                switch problem {
                case .unlistedIssue(_, let list): list != OutputLayout.issues(inQuarter: folder) || !isLost(own)
                case .entryMissing(let list, _, _): list != OutputLayout.issues(inQuarter: folder) || !isLost(own)
                default: true
                }
            }
            if let first = others.first { throw others.count == 1 ? first : .several(others) }
        }
    }

    /// Checks the day. A committee cannot have received a quarter's release before the quarter ended, nor on a day in
    /// the future. Figures are compared with the last issued release, so entries must be in the order of their days.
    private static func check(
        _ day: CalendarDate, of quarter: FinancialQuarter, after last: CalendarDate?, today: CalendarDate
    ) throws(IssueError) {
        let end = quarter.period.last.lastDay
        guard end <= today else { throw .notEnded(quarter, today: today) }
        let first = max(end, last ?? end)
        guard day >= first, day <= today else { throw .dayNotAllowed(day, from: first, to: max(first, today)) }
    }

    private static func check(_ manifest: Manifest, in folder: String) throws(UnreadableRelease) {
        let problems = SealedRelease.problems(of: manifest, in: folder)
        if let first = problems.first { throw problems.count == 1 ? first : .several(problems) }
    }

    private static func protect(_ manifest: Manifest, in folder: String) throws(OutputFailure) {
        for file in manifest.outputs.map(\.file) + [OutputLayout.Name.manifest] {
            try setPermissions(0o444, of: folder + "/" + file)
        }
        try setPermissions(0o555, of: folder)
    }

    private static func setPermissions(_ mode: CModeT, of path: String) throws(OutputFailure) {
        try OutputFailure.using(path) {
            try SystemCall.setPermissions(FilePermissions(rawValue: mode), of: path)
        }
    }

    private static func write(_ list: IssueList, in folder: String) throws {
        try FileReplacement.write(try list.json(), to: OutputLayout.issues(inQuarter: folder), .shared)
    }
}
