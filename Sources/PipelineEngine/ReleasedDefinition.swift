import FoundationEssentials
import ReleaseStore
import Releases

/// Where the definition of a release lies, when it is not named.
enum ReleasedDefinition {
    /// `Pipelines/FILE`, or FILE beside the output folder, where `shp init` writes it. FILE is the one YAML file of the manifest
    /// that lies in no folder. Throws a `RequestError` when it is not there, or when there are several.
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
