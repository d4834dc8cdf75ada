import Aggregation
import FoundationEssentials
import Indicators
import Normalisation
public import PipelineDefinition
import Tabular

/// Compiles a definition against its schemas and reference tables, so that every name mistake surfaces before a byte of
/// data is read.
public struct PlanCompiler {
    private let folder: DefinitionFolder
    private let mistakes = MistakeCollector()

    /// Reads and compiles the definition at the path. Throws all of its mistakes at once.
    public static func compile(path: String) throws(DefinitionMistakes) -> PipelinePlan {
        let compiler = PlanCompiler(folder: DefinitionFolder(definition: path))
        let plan = compiler.compile(path)
        try compiler.mistakes.throwIfAny()
        guard let plan else { throw DefinitionMistakes([]) }
        return plan
    }

    private func compile(_ path: String) -> PipelinePlan? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let start = SourcePosition(file: path, line: 1, column: 1)
        guard let text = folder.text(Located(name, at: start), mistakes),
            let definition = PipelineDefinition.read(text, file: path, mistakes)
        else { return nil }
        let classifications = compileClassifications(definition)
        let areas =
            switch definition.areas {
            case .table(let table): ResolvedAreas(table, folder, mistakes)
            case .lsoaName: ResolvedAreas()
            }
        let schemas = compileSchemas(definition)

        let denominators = definition.denominators.flatMap { Denominators.read($0, areas.table, folder, mistakes) }
        let names = NameScope(
            definition: definition, classifications: classifications, schemas: schemas, areas: areas,
            denominators: denominators ?? Denominators([]), mistakes: mistakes)
        let indicators = IndicatorCompiler(scope: names).compile()
        let tables = TableCompiler(scope: names, indicators: indicators).compile()
        if case .lsoaName = definition.areas, let table = definition.tables.first {
            mistakes.report(
                .contradiction("tables need known areas: write 'table' and 'home' in 'areas', or use 'listings'"),
                at: table.id.position)
        }
        checkUnique(definition)
        checkAppendices(definition, tables)
        let targets = definition.targets.map {
            Target.read($0, indicators: definition.indicators.map(\.name.value), folder, mistakes)
        }
        return PipelinePlan(
            folder: DefinitionFolder.parent(of: path), pipeline: definition.pipeline.value,
            title: definition.title.value, partnership: definition.partnership,
            author: definition.author, contact: definition.contact, notes: definition.notes,
            landing: definition.landing.map { folder.path($0.value) },
            sources: definition.sources.compactMap { compileSource($0, names) }, areas: areas.table,
            homeArea: areas.home, totalArea: areas.total, denominators: denominators ?? Denominators([]),
            targets: targets ?? [:], tables: tables, listings: definition.listings.compactMap { compile($0, names) },
            appendices: definition.appendices.map { appendix in
                PipelinePlan.Appendix(
                    name: appendix.name.value, file: appendix.file.value, title: appendix.title.value,
                    tables: appendix.tables.map(\.value))
            }, files: folder.files)
    }

    private func compileClassifications(_ definition: PipelineDefinition) -> [String: Classification] {
        var all: [String: Classification] = [:]
        for part in definition.classifications {
            if let classification = Classification.read(part, folder, mistakes) {
                all[part.name.value] = classification
            }
        }
        return all
    }

    private func compileSchemas(_ definition: PipelineDefinition) -> [String: TableSchema] {
        var schemas: [String: TableSchema] = [:]
        for source in definition.sources {
            guard let text = folder.text(source.schema, mistakes) else { continue }
            schemas[source.name.value] = SchemaReading.read(text, file: folder.path(source.schema.value), mistakes)
        }
        return schemas
    }

    private func compileSource(_ definition: SourceDefinition, _ names: NameScope) -> PipelinePlan.Source? {
        guard let schema = names.schemas[definition.name.value] else { return nil }
        let completeness = CompletenessCompiler(scope: names, mistakes: mistakes).compile(definition, schema)
        let rules: PipelinePlan.SourceRules
        var codesFile: String?
        switch schema.records {
        case .events:
            guard let classification = names.classification(of: definition) else { return nil }
            rules = .events(
                EventRules(
                    classification: classification, areas: names.areaRule,
                    flags: names.flags(of: definition.name.value), notesDays: completeness?.quietDays != nil))
            codesFile = names.definition.classifications.first { $0.name.value == classification.name }?.codes.value
        case .episodes: rules = .episodes
        case .returns: rules = .returns(names.returns(of: definition.name.value))
        }
        return PipelinePlan.Source(
            name: definition.name.value, title: definition.title, schema: schema,
            patterns: definition.files.map { FilePattern($0.value) }, isOptional: definition.isOptional, rules: rules,
            completeness: completeness, schemaFile: definition.schema.value, codesFile: codesFile)
    }

    private func compile(_ listing: ListingDefinition, _ names: NameScope) -> PipelinePlan.Listing? {
        guard let source = names.source(listing.source, of: .events), let rules = names.classification(of: source)
        else {
            return nil
        }
        return PipelinePlan.Listing(
            id: listing.id.value, title: listing.title, source: source.name.value, classification: rules)
    }

    private func checkUnique(_ definition: PipelineDefinition) {
        func check(_ what: String, _ names: [Located<String>]) {
            var seen: Set<String> = []
            for name in names where !seen.insert(name.value).inserted {
                mistakes.report(.duplicateName(of: what, name.value), at: name.position)
            }
        }
        let files = definition.tables.map(\.id) + definition.listings.map(\.id)
        check("table", files)
        for name in files where ["figures", "manifest", "data-quality"].contains(name.value) {
            mistakes.report(
                .expected("another name than that of a release's own file", found: name.value), at: name.position)
        }
        check("appendix file", definition.appendices.map(\.file))
    }

    private func checkAppendices(_ definition: PipelineDefinition, _ tables: [PipelinePlan.Table]) {
        let ids = definition.tables.map(\.id.value)
        for appendix in definition.appendices {
            for table in appendix.tables where !ids.contains(table.value) {
                mistakes.report(.unknownName(of: "table", table.value, known: ids), at: table.position)
            }
            for name in Placeholders.unknown(in: appendix.title.value) {
                mistakes.report(
                    .unknownName(of: "placeholder", name, known: Placeholders.names), at: appendix.title.position)
            }
        }
    }
}
