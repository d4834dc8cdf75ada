public import Core
public import PipelineDefinition
import Records

/// Reads a schema without a definition.
public enum LoneSchema {
    /// Reads the schema at the path. Throws all of its errors at once.
    public static func compile(path: String) throws(DefinitionErrors) -> TableSchema {
        let errors = DefinitionErrorCollector()
        let folder = DefinitionFolder(definition: path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let text = folder.text(Located(name, at: SourcePosition(file: path, line: 1, column: 1)), errors)
        let schema = text.flatMap { SchemaReading.read($0, file: path, errors) }
        try errors.throwIfAny()
        guard let schema else { throw DefinitionErrors([]) }
        return schema
    }
}
