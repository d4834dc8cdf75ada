import FoundationEssentials

/// A release that was published, read from its folder.
public struct ReleaseFolder: Sendable {
    /// The folder, as it was named or found.
    public let path: String
    /// What the release was made of.
    public let manifest: Manifest
    /// Its figures, in the order of its tables.
    public let figures: PublishedFigures

    /// Reads a release. The path is its folder, the link `latest`, or the folder of a quarter, of which `latest` is read.
    ///
    /// Throws an `UnreadableRelease` when there is none, or when its figures are not those that its manifest names.
    public init(_ path: String) throws(UnreadableRelease) {
        let own = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let folder = Self.folder(own) else { throw .noRelease(path: path) }
        self.path = folder
        let file = folder + "/manifest.json"
        guard let bytes = FileManager.default.contents(atPath: file),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes)
        else { throw .unreadable(file: file) }
        self.manifest = manifest
        let listed = manifest.outputs.first { $0.file == Self.figures }
        let found = try? ContentHash.file(folder + "/" + Self.figures)
        guard let listed, let found else { throw .unreadable(file: folder + "/" + Self.figures) }
        guard listed.sha256 == found.sha256 else { throw .changed(file: folder + "/" + Self.figures) }
        figures = try PublishedFigures(file: folder + "/" + Self.figures)
    }

    private static let figures = "figures.csv"

    private static func folder(_ path: String) -> String? {
        [path, path + "/latest"].first { FileManager.default.fileExists(atPath: $0 + "/manifest.json") }
    }
}

/// Why a release cannot be read.
public enum UnreadableRelease: Error, Hashable, Sendable {
    /// The folder is no release, and no folder of a quarter with one.
    case noRelease(path: String)
    /// The file is not there or is none of ours.
    case unreadable(file: String)
    /// The file is not the one that the manifest names.
    case changed(file: String)
    /// The release does not stand in an output folder, below its pipeline and quarter.
    case elsewhere(path: String, expected: [String])
    /// A file that the manifest does not name lies in the release.
    case stranger(file: String)
    /// Another release of the quarter was issued on a later day.
    case issuedLater(path: String, on: String)
}

extension UnreadableRelease {
    /// The stable kebab-case name of what is wrong, for programs.
    public var code: String {
        switch self {
        case .noRelease: "no-release"
        case .unreadable: "release-unreadable"
        case .changed: "release-changed"
        case .elsewhere: "release-elsewhere"
        case .stranger: "file-not-of-release"
        case .issuedLater: "issued-later"
        }
    }
}

extension UnreadableRelease: CustomStringConvertible {
    /// What is wrong and what to do, with the path.
    public var description: String {
        switch self {
        case .noRelease(let path):
            "\(path): there is no release here; name the folder of a release, or OUTPUT/PIPELINE/QUARTER"
        case .unreadable(let file): "\(file): cannot be read as a file of a release"
        case .elsewhere(let path, let expected):
            "\(path): does not stand in an output folder; its place is OUTPUT/\(expected.joined(separator: "/"))"
        case .stranger(let file): "\(file): is no file of the release; move it away, then issue"
        case .issuedLater(let path, let day):
            "\(path): a release of the quarter was issued on \(day) already; name that day or a later one with --on"
        case .changed(let file):
            "\(file): is not the file that the manifest names; somebody changed it after it was published"
        }
    }
}
