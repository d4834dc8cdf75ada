public import Files
import FoundationEssentials
import Releases

extension ReleaseFolder {
    /// Returns the folders of a quarter in an output folder. With a pipeline, it returns this pipeline's folder;
    /// otherwise, the folders of all pipelines that have the quarter.
    public static func quarters(
        _ quarter: String, ofPipeline pipeline: String?, in output: String
    ) throws(OutputFailure) -> [(pipeline: String, path: String)] {
        guard Folder.exists(output) || ReadPermission.isDenied(output) else { return [] }
        let pipelines = if let pipeline { [pipeline] } else { try Folder.names(in: output) }
        return pipelines.map { ($0, OutputLayout(output).quarter(quarter, of: $0)) }.filter { Folder.exists($0.1) }
    }

    /// Returns the identifiers of the releases of a quarter, in alphabetical order.
    public static func releases(
        of quarter: String, pipeline: String, in output: String
    ) throws(OutputFailure) -> [String] {
        let folder = OutputLayout(output).quarter(quarter, of: pipeline)
        guard Folder.exists(folder) else { return [] }
        return try Folder.names(in: folder).filter {
            $0 != OutputLayout.Name.latest && !$0.hasPrefix(StagedFolder.prefix)
                && FileManager.default.fileExists(atPath: OutputLayout.manifest(of: "\(folder)/\($0)"))
        }
    }

    /// Returns the output folder that contains the release as OUTPUT/PIPELINE/QUARTER/RELEASE. Throws an
    /// `UnreadableRelease` when the release is anywhere else, because the releases that it is compared with cannot be
    /// found from there.
    public func output() throws(UnreadableRelease) -> String { try Self.output(of: manifest, at: path) }

    static func output(of manifest: Manifest, at path: String) throws(UnreadableRelease) -> String {
        // A path such as `latest` or `.` does not show the parent folders.
        guard let whole = try? SystemCall.realPath(path) else { throw .noRelease(path: path) }
        let parts = whole.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let place = [manifest.pipeline, manifest.quarter, manifest.releaseID]
        guard parts.count >= 3, Array(parts.suffix(3)) == place else { throw .elsewhere(path: path, expected: place) }
        let output = parts.dropLast(3).joined(separator: "/")
        return output.isEmpty ? "/" : output
    }
}
