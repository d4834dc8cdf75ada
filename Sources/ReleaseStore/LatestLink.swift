import Files
import SystemPackage

/// The link `latest` in the folder of a quarter's releases.
struct LatestLink {
    private let folder: String
    private var path: String { OutputLayout.latest(inQuarter: folder) }

    /// Creates the description of the link in the folder of a quarter. Throws when something else has the link's name,
    /// before anything is published.
    init(in folder: String) throws(OutputFailure) {
        self.folder = folder
        if let status = try? SystemCall.status(path, followingLink: false), status.type != .symbolicLink {
            throw .cannotCreate(path: path, errno: .fileExists)
        }
    }

    /// Whether the link exists.
    var exists: Bool { Self.target(in: folder) != nil }

    /// Points the link to the release, by the release's name only, so that the output folder can be moved.
    func point(to release: String) throws(OutputFailure) {
        guard Self.target(in: folder) != release else { return }
        try FileReplacement.replace(path) { new throws(OutputFailure) in
            try OutputFailure.creating(path) { try SystemCall.makeLink(new, to: release) }
        }
    }

    /// Returns the release that the link in the folder of a quarter points to; nil when there is no link.
    static func target(in folder: String) -> String? {
        try? SystemCall.target(ofLink: OutputLayout.latest(inQuarter: folder))
    }
}
