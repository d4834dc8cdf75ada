import FoundationEssentials
import Glibc
public import Tabular

/// Says of a release that a committee was given it, and keeps it from being changed.
public enum ReleaseSeal {
    /// What came of issuing a release.
    public enum Outcome: Hashable, Sendable {
        /// It is issued now.
        case issued
        /// It was the last one that was issued already.
        case already(on: String)
    }

    /// Issues a release: every file must be as its manifest names it; then nobody may write to it any more, and it is put
    /// at the end of its quarter's list. Whoever calls holds the lock of the output.
    ///
    /// Throws an `UnreadableRelease` when the release is not as its manifest says, an `OutputFailure` when writing fails.
    public static func issue(
        _ release: ReleaseFolder, on day: CalendarDate, holding lock: OutputLock
    ) throws -> Outcome {
        let folder = "\(lock.output)/\(release.manifest.pipeline)/\(release.manifest.quarter)"
        let place = "\(folder)/\(release.manifest.releaseID)"
        try check(release.manifest, in: place)
        let list = IssuedReleases.path(in: folder)
        var issued = FileManager.default.fileExists(atPath: list) ? try IssuedReleases.read(list) : []
        if let last = issued.last {
            if last.releaseID == release.manifest.releaseID { return .already(on: last.on) }
            // What was issued last is what figures are compared with.
            if let issued = last.day, day < issued { throw UnreadableRelease.issuedLater(path: place, on: last.on) }
        }
        let manifest = try ContentHash.file(place + "/manifest.json").sha256
        try protect(release.manifest, in: place)
        issued.append(
            IssuedRelease(releaseID: release.manifest.releaseID, manifestSHA256: manifest, on: "\(day)"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try replace(list, with: Array(try encoder.encode(issued)) + [UInt8(ascii: "\n")])
        // The page says of each release whether it was issued. It is made anew by the next run, too.
        try? OutputIndex.write(in: lock.output)
        return .issued
    }

    private static func check(_ manifest: Manifest, in folder: String) throws(UnreadableRelease) {
        for output in manifest.outputs {
            guard let found = try? ContentHash.file(folder + "/" + output.file) else {
                throw .unreadable(file: folder + "/" + output.file)
            }
            guard found.sha256 == output.sha256 else { throw .changed(file: folder + "/" + output.file) }
        }
        let known = Set(manifest.outputs.map(\.file) + ["manifest.json"])
        if let stranger = ((try? Folder.names(in: folder)) ?? []).first(where: { !known.contains($0) }) {
            throw .stranger(file: folder + "/" + stranger)
        }
    }

    private static func protect(_ manifest: Manifest, in folder: String) throws(OutputFailure) {
        for file in manifest.outputs.map(\.file) + ["manifest.json"] {
            guard chmod(folder + "/" + file, 0o444) == 0 else { throw .using(folder + "/" + file, errno) }
        }
        guard chmod(folder, 0o555) == 0 else { throw .using(folder, errno) }
    }

    private static func replace(_ path: String, with bytes: [UInt8]) throws(OutputFailure) {
        let new = path + ".new"
        try Folder.remove(new)
        let file = try OutputFile(new, .shared)
        try file.write(bytes)
        try file.finish()
        guard rename(new, path) == 0 else { throw .creating(path, errno) }
        try Folder.synchronise(String(path.dropLast("/issued.json".count)))
    }
}
