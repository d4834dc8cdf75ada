import Aggregation
import Normalisation
import PipelineDefinition
import Tabular

/// Resolves the sources of a definition.
struct SourceCompiler {
    let scope: NameScope
    let folder: DefinitionFolder

    func compile(_ definition: SourceDefinition) -> PipelinePlan.Source? {
        guard var schemas = scope.schemas[definition.name.value], let records = schemas.first?.records
        else { return nil }
        if records == .episodes {
            schemas = EpisodeCompiler(scope: scope, folder: folder).mapped(schemas, by: definition)
        }
        if records != .episodes, let entry = definition.entry {
            scope.mistakes.report(
                .contradiction("only a source of episodes has an 'entry': remove it"), at: entry.position)
        }
        let completeness = CompletenessCompiler(scope: scope, mistakes: scope.mistakes).compile(definition, schemas)
        guard let rules = rules(definition, records, schemas, completeness) else { return nil }
        var source = PipelinePlan.Source(
            name: definition.name.value, title: definition.title, schemas: schemas,
            patterns: definition.files.map { FilePattern($0.value) }, isOptional: definition.isOptional, rules: rules,
            completeness: completeness,
            covers: CoverageCompiler(scope: scope).compile(definition, schemas),
            provisionalQuarters: definition.provisionalQuarters,
            limits: definition.limits,
            schemaFiles: definition.schemas.map(\.value), codesFile: codesFile(definition),
            mappingFiles: Dictionary(
                definition.mappings.map { ($0.field.value, $0.table.value) }, uniquingKeysWith: { first, _ in first }))
        if case .returns(let names) = rules { source.returnNames = scope.returnNames(names, of: definition.name.value) }
        return source
    }

    /// The code list of the source's classification, as the definition names it.
    private func codesFile(_ definition: SourceDefinition) -> String? {
        guard let name = definition.classification?.value else { return nil }
        return scope.definition.classifications.first { $0.name.value == name }?.codes.value
    }

    private func rules(
        _ definition: SourceDefinition, _ records: TableSchema.RecordKind, _ schemas: [TableSchema],
        _ completeness: CompletenessRule?
    ) -> PipelinePlan.SourceRules? {
        let name = definition.name.value
        switch records {
        case .events:
            guard let classification = scope.classification(of: definition) else { return nil }
            return .events(
                EventRules(
                    classification: classification, areas: scope.areaRule, flags: scope.flags(of: name),
                    labels: labels(definition, schemas, classification), notesDays: completeness?.quietDays != nil))
        case .counts:
            guard let classification = scope.classification(of: definition) else { return nil }
            checkAreas(definition, schemas)
            return .counts(
                CountRules(
                    classification: classification, labels: labels(definition, schemas, classification)))
        case .episodes:
            return .episodes(EpisodeCompiler(scope: scope, folder: folder).rules(definition, schemas))
        case .returns:
            for mapping in definition.mappings {
                scope.mistakes.report(
                    .contradiction("the labels of returns are not mapped"), at: mapping.field.position)
            }
            return .returns(scope.returns(of: name))
        case .reference, .nothing: return nil
        }
    }

    /// Partnerships are found through the table of areas, which must name them.
    private func checkAreas(_ definition: SourceDefinition, _ schemas: [TableSchema]) {
        guard case .table(let areas) = scope.definition.areas else {
            scope.mistakes.report(
                .contradiction("counts need known areas: write 'table' and 'home' in 'areas'"),
                at: definition.name.position)
            return
        }
        let needsCSP = schemas.contains { !$0.fields(.csp).isEmpty }
        if needsCSP, !scope.areas.table.areas.isEmpty, scope.areas.table.byCSP.isEmpty {
            scope.mistakes.report(
                .contradiction("the role 'csp' needs a column 'csp_name' or 'csp_code' in the table of areas"),
                at: areas.table.position)
        }
    }

    // MARK: Mappings

    private func labels(
        _ definition: SourceDefinition, _ schemas: [TableSchema], _ classification: Classification
    ) -> LabelMappings {
        var tables: [String: [String: String]] = [:]
        var parts: [String: Set<String>] = [:]
        for mapping in definition.mappings {
            let fields = schemas.flatMap(\.fields)
            let mapped = fields.filter { field in field.role.map(LabelMappings.roles.contains) ?? false }
            guard let field = fields.first(where: { $0.name == mapping.field.value }) else {
                scope.mistakes.report(
                    .unknownName(of: "column", mapping.field.value, known: mapped.map(\.name)),
                    at: mapping.field.position)
                continue
            }
            guard let role = field.role, LabelMappings.roles.contains(role) else {
                let roles = LabelMappings.roles.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
                scope.mistakes.report(
                    .contradiction("only columns with one of the roles \(roles) have labels that are looked up"),
                    at: mapping.field.position)
                continue
            }
            (tables[field.name], parts[field.name]) = labels(mapping.table, role, classification)
        }
        return LabelMappings(tables, parts: parts)
    }

    /// What the labels of a table stand for. Each must stand for something that the reference tables know.
    private func labels(
        _ name: Located<String>, _ role: FieldRole, _ classification: Classification
    ) -> (labels: [String: String], parts: Set<String>) {
        guard let table = ReferenceTable(name, columns: ["from", "to"], folder, scope.mistakes) else {
            return ([:], [])
        }
        let known = knownLabels(role, classification)
        var labels: [String: String] = [:]
        var parts: Set<String> = []
        for row in table.rows {
            // A label may be a part of what it stands for: two partnerships that one has become.
            switch row["part"] {
            case "yes": parts.insert(row["from"])
            case "", "no": break
            case let other:
                scope.mistakes.report(.expected("yes or no", found: other), at: row.position(of: "part"))
            }
            if !known.isEmpty, !known.contains(row["to"]) {
                scope.mistakes.report(.unknownName(of: "label", row["to"], known: known), at: row.position(of: "to"))
            }
            if known.contains(row["from"]) {
                scope.mistakes.report(
                    .contradiction("'\(row["from"])' is known already and stands for itself"),
                    at: row.position(of: "from"))
            }
            if labels.updateValue(row["to"], forKey: row["from"]) != nil {
                scope.mistakes.report(.duplicateName(of: "label", row["from"]), at: row.position(of: "from"))
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
