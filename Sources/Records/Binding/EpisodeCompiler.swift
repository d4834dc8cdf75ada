import Core
import Normalisation
import PipelineDefinition
import Validation

/// Resolves what a definition says about a source of treatment episodes: the day on which treatment begins, and the
/// values that labels stand for.
struct EpisodeCompiler {
    let scope: NameScope
    let folder: DefinitionFolder

    /// Returns the rules of the source. If treatment begins with a modality, the schema needs the column of its start.
    func rules(_ definition: SourceDefinition, _ schemas: [TableSchema]) -> EpisodeRules {
        guard let name = definition.entry, let entry: TreatmentEntry = scope.choice(name, "entry into treatment")
        else { return EpisodeRules() }
        if entry == .modality, let schema = schemas.first(where: { $0.fields(.modalityStart).isEmpty }) {
            scope.errors.report(
                .contradiction(
                    "'entry: modality' needs a column with the role 'modality-start', and \(schema.name) has none"),
                at: name.position)
        }
        return EpisodeRules(entry: entry)
    }

    /// Returns the schemas with the labels that the definition maps.
    func mapped(_ schemas: [TableSchema], by definition: SourceDefinition) -> [TableSchema] {
        var mapped = schemas
        for mapping in definition.mappings {
            let owners = schemas.indices.filter { index in
                schemas[index].fields.contains { $0.name == mapping.field.value }
            }
            guard let owner = owners.first,
                let field = schemas[owner].fields.firstIndex(where: { $0.name == mapping.field.value })
            else {
                let known = schemas.flatMap(\.fields).filter { Self.isMapped($0) }.map(\.name)
                scope.errors.report(
                    .unknownName(of: "column", mapping.field.value, known: known), at: mapping.field.position)
                continue
            }
            guard Self.isMapped(schemas[owner].fields[field]) else {
                let roles = FieldRole.mappedInEpisodes.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
                scope.errors.report(
                    .contradiction("labels of episodes are mapped only in text columns with one of the roles \(roles)"),
                    at: mapping.field.position)
                continue
            }
            let labels = labels(mapping.table, field, schemas[owner])
            for owner in owners {
                for index in mapped[owner].fields.indices where mapped[owner].fields[index].name == mapping.field.value
                {
                    mapped[owner].fields[index].labels = labels
                }
            }
        }
        return mapped
    }

    private static func isMapped(_ field: SchemaField) -> Bool {
        guard case .string = field.type, let role = field.role else { return false }
        return FieldRole.mappedInEpisodes.contains(role)
    }

    /// Returns the values that the labels of a table stand for. The schema and the areas must accept each value.
    private func labels(_ name: Located<String>, _ field: Int, _ schema: TableSchema) -> [String: String] {
        guard let table = ReferenceTable(name, columns: ["from", "to"], folder, scope.errors) else { return [:] }
        let column = schema.fields[field]
        let validator = RecordValidator(schema: schema)
        let accepted = column.constraints.enumeration ?? []
        let areas = column.role == .localAuthority ? scope.areas.table.byName.keys.sorted() : []
        var labels: [String: String] = [:]
        for row in table.rows {
            let (from, to) = (column.folded(row["from"]), column.folded(row["to"]))
            if let rule = validator.fault(in: to, ofField: field) {
                let definitionError: DefinitionError.Kind =
                    accepted.isEmpty
                    ? .value(row["to"], of: column.name, breaks: rule)
                    : .unknownName(of: "label", row["to"], known: accepted)
                scope.errors.report(definitionError, at: row.position(of: "to"))
            } else if !areas.isEmpty, !areas.contains(to) {
                scope.errors.report(.unknownName(of: "label", row["to"], known: areas), at: row.position(of: "to"))
            }
            if accepted.contains(from) || areas.contains(from) {
                scope.errors.report(
                    .contradiction("'\(row["from"])' is a known value; remove the row"),
                    at: row.position(of: "from"))
            }
            if labels.updateValue(to, forKey: from) != nil {
                scope.errors.report(.duplicateName(of: "label", row["from"]), at: row.position(of: "from"))
            }
        }
        return labels
    }
}
