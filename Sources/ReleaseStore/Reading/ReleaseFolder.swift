import CSV
import Files
import FoundationEssentials
public import Releases

/// A published release, read from its folder.
public struct ReleaseFolder: Sendable {
    /// The folder, as it was named or found.
    public let path: String
    /// What the release was made of. Hashes that the release withholds are included if the state folder has them.
    public let manifest: Manifest
    /// The release's figures, in the order of its tables.
    public let figures: PublishedFigures

    /// Reads a release. The path is its folder, the link `latest`, or the folder of a quarter, where `latest` is read.
    ///
    /// Throws an `UnreadableRelease` when there is no release, or when its files of figures or extracts are not those
    /// that its manifest names.
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
        guard var manifest = try? Manifest(json: bytes) else { throw .unreadable(file: file) }
        figures = try PublishedFigures(file: Self.unchanged(OutputLayout.Name.figures, of: manifest, in: folder))
        // Releases from before there was a list of extracts name the extracts in their manifests.
        if manifest.extracts != nil {
            let list = try Self.unchanged(OutputLayout.Name.extracts, of: manifest, in: folder)
            guard let records = try? CSVRecords(file: list).records, let inputs = ExtractRow.extracts(of: records),
                inputs.count == manifest.extracts?.count
            else { throw .unreadable(file: list) }
            manifest = manifest.listing(inputs)
        }
        if manifest.filesWithoutHash > 0, let output = try? Self.output(of: manifest, at: folder),
            let withheld = RecordFolder.hashes(of: manifest.releaseID, in: output)
        {
            manifest = manifest.adding(withheld)
        }
        self.manifest = manifest
    }

    /// Returns the path of a file of the release. Throws an `UnreadableRelease` when the file is not the one that the
    /// manifest names.
    private static func unchanged(
        _ name: String, of manifest: Manifest, in folder: String
    ) throws(UnreadableRelease) -> String {
        let file = folder + "/" + name
        let listed = manifest.outputs.first { $0.file == name }
        guard let listed, let found = try? ContentHash.file(file) else { throw .unopened(file) }
        guard listed.sha256 == found.sha256 else { throw .changed(file: file) }
        return file
    }

    private static func folder(_ path: String) -> String? {
        [path, OutputLayout.latest(inQuarter: path)].first {
            FileManager.default.fileExists(atPath: OutputLayout.manifest(of: $0))
        }
    }
}
