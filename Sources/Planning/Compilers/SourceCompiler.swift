import Core
import PipelineDefinition
import Records

/// Resolves the sources of a definition.
struct SourceCompiler {
    let scope: NameScope
    let folder: DefinitionFolder

    func compile(_ definition: SourceDefinition) -> PipelinePlan.Source? {
        guard let schemas = scope.schemas[definition.name.value],
            let kind = schemas.first.flatMap({ RecordKinds.kind($0.records) })
        else { return nil }
        var binding = SourceBinding(definition: definition, scope: scope, folder: folder, schemas: schemas)
        binding.schemas = kind.mapped(schemas, of: binding)
        if !kind.hasEntry, let entry = definition.entry {
            let names = RecordKinds.names { $0.hasEntry }.map(\.rawValue).joined(separator: " or ")
            scope.errors.report(
                .contradiction("only a source of \(names) has an 'entry': remove it"), at: entry.position)
        }
        binding.completeness = CompletenessCompiler(scope: scope, errors: scope.errors)
            .compile(definition, binding.schemas)
        guard let records = kind.bind(binding) else { return nil }
        return PipelinePlan.Source(
            name: definition.name.value, title: definition.title, schemas: binding.schemas,
            patterns: definition.files.map { FilePattern($0.value) }, isOptional: definition.isOptional,
            records: records, completeness: binding.completeness,
            covers: CoverageCompiler(scope: scope).compile(definition, binding.schemas),
            provisionalQuarters: definition.provisionalQuarters,
            limits: definition.limits,
            schemaFiles: definition.schemas.map(\.value), codesFile: codesFile(definition),
            mappingFiles: Dictionary(
                definition.mappings.map { ($0.field.value, $0.table.value) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Returns the path of the code list of the source's classification, as written in the definition.
    private func codesFile(_ definition: SourceDefinition) -> String? {
        guard let name = definition.classification?.value else { return nil }
        return scope.definition.classifications.first { $0.name.value == name }?.codes.value
    }
}
