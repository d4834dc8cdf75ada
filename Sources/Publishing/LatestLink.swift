import Glibc

/// The link `latest` beside the releases of a quarter.
struct LatestLink {
    private let folder: String
    private var path: String { OutputLayout.latest(inQuarter: folder) }

    /// The link in the folder of a quarter. Throws when something else has its name, before anything is published.
    init(in folder: String) throws(OutputFailure) {
        self.folder = folder
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
            throw .cannotCreate(path: path, errno: EEXIST)
        }
    }

    /// Whether it is there.
    var exists: Bool { Self.target(in: folder) != nil }

    /// Makes it point to the release, by its name alone so that the output folder can be moved.
    func point(to release: String) throws(OutputFailure) {
        guard Self.target(in: folder) != release else { return }
        try FileReplacement.replace(path) { new throws(OutputFailure) in
            guard symlink(release, new) == 0 else { throw .creating(path, errno) }
        }
    }

    /// The release that the link in the folder of a quarter points to; nil when there is none.
    static func target(in folder: String) -> String? {
        let longest = Int(PATH_MAX)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: longest) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink(OutputLayout.latest(inQuarter: folder), start, longest)
            return count < 0 ? nil : String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }
}
