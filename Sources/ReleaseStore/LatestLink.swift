import Files
import SystemPackage

/// The link `latest` beside the releases of a quarter.
struct LatestLink {
    private let folder: String
    private var path: String { OutputLayout.latest(inQuarter: folder) }

    /// The link in the folder of a quarter. Throws when something else has its name, before anything is published.
    init(in folder: String) throws(OutputFailure) {
        self.folder = folder
        if let status = try? SystemCall.status(path, followingLink: false), status.type != .symbolicLink {
            throw .cannotCreate(path: path, errno: .fileExists)
        }
    }

    /// Whether it is there.
    var exists: Bool { Self.target(in: folder) != nil }

    /// Makes it point to the release, by its name alone so that the output folder can be moved.
    func point(to release: String) throws(OutputFailure) {
        guard Self.target(in: folder) != release else { return }
        try FileReplacement.replace(path) { new throws(OutputFailure) in
            try OutputFailure.creating(path) { try SystemCall.makeLink(new, to: release) }
        }
    }

    /// The release that the link in the folder of a quarter points to; nil when there is none.
    static func target(in folder: String) -> String? {
        try? SystemCall.target(ofLink: OutputLayout.latest(inQuarter: folder))
    }
}
