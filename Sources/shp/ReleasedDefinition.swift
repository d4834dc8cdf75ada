import ArgumentParser
import FoundationEssentials
import Publishing

/// Where the definition of a release lies, when nobody names it.
enum ReleasedDefinition {
    /// `Pipelines/FILE`: the definition is the one YAML file of the manifest that lies in no folder below its own. Throws a
    /// `ValidationError` when it is not there, or the manifest does not say which it is.
    static func path(of manifest: Manifest) throws -> String {
        let names = manifest.definition.files.map(\.path).filter {
            !$0.contains("/") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
        }
        guard names.count == 1 else {
            throw ValidationError("the manifest does not say which file the definition is; name it with --definition")
        }
        let path = "Pipelines/" + names[0]
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("there is no \(path); name the release's definition with --definition")
        }
        return path
    }
}
