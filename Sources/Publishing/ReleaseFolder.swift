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
        guard let folder = Self.folder(own) else {
            let places = [
                own, OutputLayout.manifest(of: own), OutputLayout.manifest(of: OutputLayout.latest(inQuarter: own)),
            ]
            throw places.first(where: ReadPermission.isDenied).map { .forbidden(path: $0) }
                ?? .noRelease(path: path)
        }
        self.path = folder
        let file = OutputLayout.manifest(of: folder)
        guard let bytes = FileManager.default.contents(atPath: file) else { throw .unopened(file) }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes) else {
            throw .unreadable(file: file)
        }
        self.manifest = manifest
        let listed = manifest.outputs.first { $0.file == OutputLayout.Name.figures }
        let table = OutputLayout.figures(of: folder)
        let found = try? ContentHash.file(table)
        guard let listed, let found else { throw .unopened(table) }
        guard listed.sha256 == found.sha256 else { throw .changed(file: table) }
        figures = try PublishedFigures(file: table)
    }

    private static func folder(_ path: String) -> String? {
        [path, OutputLayout.latest(inQuarter: path)].first {
            FileManager.default.fileExists(atPath: OutputLayout.manifest(of: $0))
        }
    }
}
