import Core
import Normalisation
import PipelineDefinition

/// Resolves the values that the labels in a source's columns stand for.
struct LabelCompiler {
    private let definition: SourceDefinition
    private let schemas: [TableSchema]
    private let scope: NameScope
    private let folder: DefinitionFolder

    init(_ binding: SourceBinding) {
        (definition, schemas, scope, folder) = (binding.definition, binding.schemas, binding.scope, binding.folder)
    }

    /// Returns the values that the labels of the mapped columns stand for. Categories are codes or aliases of the
    /// classification.
    func labels(_ classification: Classification) -> LabelMappings {
        var tables: [String: [String: String]] = [:]
        var parts: [String: Set<String>] = [:]
        for mapping in definition.mappings {
            let fields = schemas.flatMap(\.fields)
            let mapped = fields.filter { field in field.role.map(LabelMappings.roles.contains) ?? false }
            guard let field = fields.first(where: { $0.name == mapping.field.value }) else {
                scope.errors.report(
                    .unknownName(of: "column", mapping.field.value, known: mapped.map(\.name)),
                    at: mapping.field.position)
                continue
            }
            guard let role = field.role, LabelMappings.roles.contains(role) else {
                let roles = LabelMappings.roles.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
                scope.errors.report(
                    .contradiction("labels are looked up only in columns with one of the roles \(roles)"),
                    at: mapping.field.position)
                continue
            }
            (tables[field.name], parts[field.name]) = labels(mapping.table, role, classification)
        }
        return LabelMappings(tables, parts: parts)
    }

    /// Returns the values that the labels of a table stand for. The reference tables must have each value.
    private func labels(
        _ name: Located<String>, _ role: FieldRole, _ classification: Classification
    ) -> (labels: [String: String], parts: Set<String>) {
        guard let table = ReferenceTable(name, columns: ["from", "to"], folder, scope.errors) else {
            return ([:], [])
        }
        let known = knownLabels(role, classification)
        var labels: [String: String] = [:]
        var parts: Set<String> = []
        for row in table.rows {
            // A label may stand for a part of a value: for example, for one of two partnerships that have since merged.
            switch row["part"] {
            case "yes": parts.insert(row["from"])
            case "", "no": break
            case let other:
                scope.errors.report(.expected("yes or no", found: other), at: row.position(of: "part"))
            }
            if !known.isEmpty, !known.contains(row["to"]) {
                scope.errors.report(.unknownName(of: "label", row["to"], known: known), at: row.position(of: "to"))
            }
            if known.contains(row["from"]) {
                scope.errors.report(
                    .contradiction("'\(row["from"])' is a known value; remove the row"),
                    at: row.position(of: "from"))
            }
            if labels.updateValue(row["to"], forKey: row["from"]) != nil {
                scope.errors.report(.duplicateName(of: "label", row["from"]), at: row.position(of: "from"))
            }
        }
        return (labels, parts)
    }

    private func knownLabels(_ role: FieldRole, _ classification: Classification) -> [String] {
        let areas = scope.areas.table
        switch role {
        case .category: return classification.codes.map(\.code) + classification.aliases.keys.sorted()
        case .csp: return areas.byCSP.keys.sorted()
        default: return areas.byName.keys.sorted()
        }
    }
}
