import Files
import Glibc

/// The link `latest` in the folder of a quarter's releases.
struct LatestLink {
    private let folder: String
    private var path: String { OutputLayout.latest(inQuarter: folder) }

    /// Creates the description of the link in the folder of a quarter. Throws when something else has the link's name,
    /// before anything is published.
    init(in folder: String) throws(OutputFailure) {
        self.folder = folder
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
            throw .cannotCreate(path: path, errno: EEXIST)
        }
    }

    /// Whether the link exists.
    var exists: Bool { Self.target(in: folder) != nil }

    /// Points the link to the release, by the release's name only, so that the output folder can be moved.
    func point(to release: String) throws(OutputFailure) {
        guard Self.target(in: folder) != release else { return }
        try FileReplacement.replace(path) { new throws(OutputFailure) in
            guard symlink(release, new) == 0 else { throw .creating(path, errno) }
        }
    }

    /// Returns the release that the link in the folder of a quarter points to; nil when there is no link.
    static func target(in folder: String) -> String? {
        let longest = Int(PATH_MAX)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: longest) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink(OutputLayout.latest(inQuarter: folder), start, longest)
            return count < 0 ? nil : String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }
}
