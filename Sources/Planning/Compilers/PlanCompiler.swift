import Core
import FoundationEssentials
import Indicators
public import PipelineDefinition
public import Records

/// Compiles a definition against its schemas and reference tables, so that unknown names are reported before any data
/// is read.
public struct PlanCompiler {
    private let folder: DefinitionFolder
    private let errors = DefinitionErrorCollector()

    /// Reads and compiles the definition at the path. Throws all of its errors at once.
    public static func compile(path: String) throws(DefinitionErrors) -> PipelinePlan {
        let compiler = PlanCompiler(folder: DefinitionFolder(definition: path))
        let plan = compiler.compile(path)
        plan?.checkReports(compiler.errors)
        if compiler.errors.errors.isEmpty { plan?.checkDenominators(compiler.errors) }
        try compiler.errors.throwIfAny()
        guard let plan else { throw DefinitionErrors([]) }
        return plan
    }

    /// Returns the definition at the path and its bases as one text. Throws all errors in the form of these texts at
    /// once.
    public static func merged(path: String) throws -> String {
        let compiler = PlanCompiler(folder: DefinitionFolder(definition: path))
        let text = try compiler.text(path).flatMap { text in
            try PipelineDefinition.merged(text, file: path, compiler.errors, reading: compiler.base)
        }
        try compiler.errors.throwIfAny()
        return text ?? ""
    }

    private func text(_ path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return folder.text(Located(name, at: SourcePosition(file: path, line: 1, column: 1)), errors)
    }

    private func compile(_ path: String) -> PipelinePlan? {
        guard let text = text(path),
            let definition = PipelineDefinition.read(text, file: path, errors, reading: base)
        else { return nil }
        let classifications = compileClassifications(definition)
        let areas =
            switch definition.areas {
            case .table(let table): ResolvedAreas(table, folder, errors)
            case .lsoaName: ResolvedAreas()
            }
        let schemas = SchemaCompiler(folder: folder, errors: errors)
        let formats = schemas.formats(of: definition)

        let denominatorTables = DenominatorTables.read(definition.denominators, areas, schemas, folder, errors)
        let denominators = denominatorTables.denominators
        let names = NameScope(
            definition: definition, classifications: classifications, schemas: formats, areas: areas,
            denominators: denominators, knowsDenominators: denominatorTables.areComplete, errors: errors)
        let indicators = IndicatorCompiler(scope: names).compile()
        let tables = TableCompiler(scope: names, indicators: indicators).compile()
        if case .lsoaName = definition.areas, let table = definition.tables.first {
            errors.report(
                .contradiction("tables need known areas: write 'table' and 'home' in 'areas', or use 'listings'"),
                at: table.id.position)
        }
        let charts = ChartCompiler(scope: names, indicators: indicators, tables: tables)
        let publication = PublicationCompiler(scope: names, folder: folder)
            .compile(
                definition.publication,
                definition.publication.commentary.flatMap { schemas.reference($0, "commentary") })
        checkUnique(definition)
        SourceOverlap(scope: names).check()
        DenominatorUse(scope: names, indicators: indicators).check()
        checkAppendices(definition, tables)
        let targets = definition.targets.map {
            Target.read(
                $0.table, schemas.reference($0, "targets"), indicators: definition.indicators.map(\.name.value),
                shares: Set(indicators.filter { $0.value.indicator.kind == .proportion }.keys), folder, errors)
        }
        return PipelinePlan(
            folder: DefinitionFolder.parent(of: path), pipeline: definition.pipeline.value,
            title: definition.title.value, partnership: definition.partnership.value,
            author: definition.author?.value ?? "", contact: definition.contact.map(\.value),
            notes: definition.notes.map(\.value),
            landing: definition.landing.map { folder.path($0.value) },
            sources: definition.sources.compactMap { SourceCompiler(scope: names, folder: folder).compile($0) },
            otherFormats: schemas.otherFormats(of: definition), areas: areas.table,
            homeArea: areas.home, totalArea: areas.total, denominators: denominators,
            targets: targets ?? [:], smallBase: definition.smallBase ?? IndicatorEvaluator.usualSmallBase,
            breaks: BreakCompiler(scope: names).compile(), tables: tables,
            listings: definition.listings.compactMap { compile($0, names) },
            appendices: definition.appendices.map { appendix in
                PipelinePlan.Appendix(
                    name: appendix.name.value, file: appendix.file.value, title: appendix.title.value,
                    tables: appendix.tables.map(\.value), charts: appendix.charts.compactMap(charts.compile))
            }, publication: publication, files: folder.files, definition: definition)
    }

    /// Returns the text of a base.
    private func base(_ name: Located<String>) -> (text: String, file: String)? {
        folder.base(name, errors)
    }

    private func compileClassifications(_ definition: PipelineDefinition) -> [String: Classification] {
        var all: [String: Classification] = [:]
        for part in definition.classifications {
            if let classification = Classification.read(part, folder, errors) {
                all[part.name.value] = classification
            }
        }
        return all
    }

    private func compile(_ listing: ListingDefinition, _ names: NameScope) -> PipelinePlan.Listing? {
        guard let source = names.source(listing.source, where: { $0.canBeListed }),
            let rules = names.classification(of: source)
        else {
            return nil
        }
        DisclosureCompiler(scope: names).check(listing)
        return PipelinePlan.Listing(
            id: listing.id.value, title: listing.title, source: source.name.value,
            unitNoun: source.unitNoun ?? "events",
            classification: rules)
    }

    private func checkUnique(_ definition: PipelineDefinition) {
        func check(_ what: String, _ names: [Located<String>]) {
            var seen: Set<String> = []
            for name in names where !seen.insert(name.value).inserted {
                errors.report(.duplicateName(of: what, name.value), at: name.position)
            }
        }
        let charts = definition.appendices.flatMap(\.charts).map(\.id)
        let files = definition.tables.map(\.id) + definition.listings.map(\.id) + charts
        check("table", files)
        for name in files
        where ["figures", "manifest", "data-quality", "data-dictionary", "revisions"].contains(name.value) {
            errors.report(
                .expected("a name that a release's own files do not use", found: name.value), at: name.position)
        }
        check("appendix file", definition.appendices.map(\.file))
    }

    private func checkAppendices(_ definition: PipelineDefinition, _ tables: [PipelinePlan.Table]) {
        let ids = definition.tables.map(\.id.value)
        for appendix in definition.appendices {
            for table in appendix.tables where !ids.contains(table.value) {
                errors.report(.unknownName(of: "table", table.value, known: ids), at: table.position)
            }
            for name in Placeholders.unknown(in: appendix.title.value) {
                errors.report(
                    .unknownName(of: "placeholder", name, known: Placeholders.names), at: appendix.title.position)
            }
        }
    }
}
