import Core
import PipelineDefinition
import Records

/// Reads the schemas that a definition names, and checks that each has the kind of record that its purpose needs.
struct SchemaCompiler {
    let folder: DefinitionFolder
    let errors: DefinitionErrorCollector

    /// Returns the schemas of each source. The schemas of one source must agree in the kind of record, the length of
    /// the periods and the treatment of repeats.
    func formats(of definition: PipelineDefinition) -> [String: [TableSchema]] {
        var formats: [String: [TableSchema]] = [:]
        for source in definition.sources {
            let schemas = source.schemas.compactMap { name in
                schema(name, of: RecordKinds.names, purpose: "a source").map { (name, $0) }
            }
            guard let first = schemas.first else { continue }
            for (name, schema) in schemas.dropFirst() {
                let differing = [
                    schema.records == first.1.records ? nil : "records", schema.grain == first.1.grain ? nil : "time",
                    schema.repeats == first.1.repeats ? nil : "repeats",
                ].compactMap { $0 }
                guard let difference = differing.first else { continue }
                errors.report(
                    .contradiction(
                        "the formats of one source must agree in '\(difference)', but \(schema.name) does not agree with "
                            + first.1.name), at: name.position)
            }
            formats[source.name.value] = schemas.map(\.1)
        }
        return formats
    }

    /// Returns the schemas of known files that are not extracts.
    func otherFormats(of definition: PipelineDefinition) -> [TableSchema] {
        definition.otherFormats.compactMap { schema($0, of: [.nothing], purpose: "'other-formats'") }
    }

    /// Returns the schema of a reference table that the definition names. If it does not name one, this is the usual
    /// schema for this kind of table in the folder `Schemas`, if there is one.
    func reference(_ definition: ReferenceDefinition, _ kind: String) -> TableSchema? {
        let usual = Located("Schemas/\(kind).yaml", at: definition.table.position)
        guard let name = definition.schema ?? (folder.has(usual.value) ? usual : nil) else { return nil }
        return schema(name, of: [.reference], purpose: "a reference table")
    }

    private func schema(
        _ name: Located<String>, of kinds: [TableSchema.RecordKind], purpose: String
    ) -> TableSchema? {
        guard let text = folder.text(name, errors),
            let schema = SchemaReading.read(text, file: folder.path(name.value), errors)
        else { return nil }
        guard kinds.contains(schema.records) else {
            let wanted = kinds.map { "'\($0.rawValue)'" }.joined(separator: " or ")
            errors.report(
                .contradiction(
                    "\(purpose) needs a schema of \(wanted), but \(schema.name) is a schema of '\(schema.records.rawValue)'"
                ),
                at: name.position)
            return nil
        }
        return schema
    }
}
