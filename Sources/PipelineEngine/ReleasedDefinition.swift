import FoundationEssentials
import Releases

/// Where the definition of a release lies, when it is not named.
enum ReleasedDefinition {
    /// `Pipelines/FILE`: the definition is the one YAML file of the manifest that lies in no folder below its own. Throws a
    /// `RequestError` when it is not there, or the manifest does not say which it is.
    static func path(of manifest: Manifest) throws(RequestError) -> String {
        let names = manifest.definition.files.map(\.path).filter {
            !$0.contains("/") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
        }
        guard names.count == 1 else { throw .unknownDefinition }
        let path = "Pipelines/" + names[0]
        guard FileManager.default.fileExists(atPath: path) else { throw .noDefinition(path: path) }
        return path
    }
}
