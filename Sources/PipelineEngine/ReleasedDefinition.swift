import FoundationEssentials
import ReleaseStore
import Releases

/// Finds the definition of a release when none is named.
enum ReleasedDefinition {
    /// Returns `Pipelines/FILE`, or FILE next to the output folder, where `shp init` writes it. FILE is the only YAML
    /// file of the manifest that is not in a subfolder. Throws a `RequestError` when the file does not exist, or when
    /// there are several.
    static func path(of release: ReleaseFolder) throws(RequestError) -> String {
        let names = release.manifest.definition.files.map(\.path).filter {
            !$0.contains("/") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
        }
        guard names.count == 1 else { throw .unknownDefinition }
        let path = "Pipelines/" + names[0]
        let beside = (try? release.output()).map { $0 + "/../" + names[0] }
        guard let found = [path, beside].compactMap(\.self).first(where: FileManager.default.fileExists) else {
            throw .noDefinition(path: path)
        }
        return found
    }
}
