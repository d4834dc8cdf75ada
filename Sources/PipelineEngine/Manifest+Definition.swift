import FoundationEssentials
import Publishing

extension Manifest {
    /// Where the definition of the release lies when nobody names it, `Pipelines/FILE`: the one YAML file that lies in no folder
    /// below its own. Throws a `RequestMistake` when it is not there, or the manifest does not say which it is.
    func definitionPath() throws(RequestMistake) -> String {
        let names = definition.files.map(\.path).filter { name in
            !name.contains("/") && [".yaml", ".yml"].contains { name.hasSuffix($0) }
        }
        guard names.count == 1 else { throw .unknownDefinition }
        let path = "Pipelines/" + names[0]
        guard FileManager.default.fileExists(atPath: path) else { throw .noDefinition(path: path) }
        return path
    }
}
