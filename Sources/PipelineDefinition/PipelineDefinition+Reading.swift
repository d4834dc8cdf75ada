import Core

extension PipelineDefinition {
    /// Reads a definition. Every error in its form goes to the collector. Nil when too little can be read.
    ///
    /// A definition may extend a base. `reading` finds the base's text by its path from the definition's folder.
    public static func read(
        _ text: String, file: String, _ errors: DefinitionErrorCollector, reading bases: BaseReading = { _ in nil }
    ) -> PipelineDefinition? {
        YAMLReader.extended(text, file: file, errors, reading: bases).flatMap { read($0, file: file, errors) }
    }

    /// Reads a definition over its bases.
    static func read(_ reader: YAMLReader, file: String, _ errors: DefinitionErrorCollector) -> PipelineDefinition? {
        guard
            let root = reader.mapping(
                allowing: [
                    "extends", "pipeline", "title", "partnership", "author", "contact", "landing", "areas",
                    "classifications",
                    "denominators", "targets", "sources", "other-formats", "treatment-groups", "indicators", "tables",
                    "listings",
                    "appendices",
                    "notes", "small-base", "breaks",
                ] + PublicationDefinition.keys)
        else { return nil }
        let pipeline = root.text("pipeline")
        if let pipeline, pipeline.value == "state" {
            errors.report(
                .expected("a name other than 'state', the name of the state folder", found: pipeline.value),
                at: pipeline.position)
        }
        if let pipeline, !YAMLReader.isFileName(pipeline.value) {
            errors.report(
                .expected("a name of small letters, digits and '-'", found: pipeline.value), at: pipeline.position)
        }
        let areas = root.required("areas").flatMap(AreaSource.init)
        let tables = root.required("tables")?.list().compactMap(TableDefinition.init) ?? []
        let appendices = root.required("appendices")?.list().compactMap(AppendixDefinition.init) ?? []
        let sources = root.required("sources")?.entries()?.compactMap(SourceDefinition.init) ?? []
        let definition = PipelineDefinition(
            file: file, pipeline: pipeline ?? Located("", at: root.position),
            title: root.text("title") ?? Located("", at: root.position),
            partnership: root.text("partnership") ?? Located("", at: root.position), author: root["author"]?.text(),
            contact: root["contact"]?.texts() ?? [], landing: root["landing"]?.path(),
            areas: areas ?? .lsoaName,
            classifications: root["classifications"]?.entries()?.compactMap(ClassificationDefinition.init) ?? [],
            denominators: root["denominators"].map(DenominatorDefinition.list) ?? [],
            targets: root["targets"].flatMap(ReferenceDefinition.init), sources: sources,
            otherFormats: root["other-formats"]?.pathList() ?? [],
            treatmentGroups: root["treatment-groups"]?.entries()?.map {
                TreatmentGroupDefinition(name: $0.key, codes: $0.value.texts())
            } ?? [], smallBase: root["small-base"]?.count(),
            breaks: root["breaks"]?.list().compactMap(BreakDefinition.init) ?? [],
            indicators: root["indicators"]?.entries()?.compactMap(IndicatorDefinition.init) ?? [], tables: tables,
            listings: root["listings"]?.list().compactMap(ListingDefinition.init) ?? [], appendices: appendices,
            notes: root["notes"]?.texts() ?? [], publication: PublicationDefinition(root))
        return areas == nil ? nil : definition
    }
}

extension AreaSource {
    init?(_ reader: YAMLReader) {
        if let from = reader.entries()?.first(where: { $0.key.value == "from" }) {
            guard let mapping = reader.mapping(allowing: ["from"]), let text = mapping.text("from") else { return nil }
            if text.value != "lsoa-name" {
                from.value.report(.unknownName(of: "source of areas", text.value, known: ["lsoa-name"]))
            }
            self = .lsoaName
        } else {
            guard let table = AreasDefinition(reader) else { return nil }
            self = .table(table)
        }
    }
}

extension ListingDefinition {
    init?(_ reader: YAMLReader) {
        guard let mapping = reader.mapping(allowing: ["id", "title", "source"]),
            let id = mapping.required("id")?.fileName(), let source = mapping.text("source")
        else { return nil }
        self.init(id: id, title: mapping["title"]?.text()?.value ?? id.value, source: source)
    }
}

extension AreasDefinition {
    init?(_ reader: YAMLReader) {
        guard let mapping = reader.mapping(allowing: ["table", "lsoas", "made-of", "home", "peers", "total", "from"]),
            let table = mapping.path("table"), let home = mapping.text("home")
        else { return nil }
        self.init(
            table: table, lsoas: mapping["lsoas"]?.pathList() ?? [], madeOf: mapping["made-of"]?.path(), home: home,
            peers: mapping["peers"]?.texts() ?? [], total: mapping["total"]?.text())
    }
}

extension ClassificationDefinition {
    init?(_ entry: (key: Located<String>, value: YAMLReader)) {
        guard let mapping = entry.value.mapping(allowing: ["codes", "groups", "dialect"]),
            let codes = mapping.path("codes"), let groups = mapping.path("groups")
        else { return nil }
        self.init(
            name: entry.key, codes: codes, groups: groups,
            dialect: mapping["dialect"]?.choice(Classification.Dialect.self, named: "dialect") ?? .exact)
    }
}

// `unit` was once `things`. Definitions with that key still run, and it wins over the `unit` of a base.

extension SourceDefinition {
    init?(_ entry: (key: Located<String>, value: YAMLReader)) {
        guard
            let mapping = entry.value.mapping(allowing: [
                "title", "schema", "files", "classification", "mappings", "entry", "unit", "things", "optional",
                "completeness",
                "provisional", "limits", "covers",
            ]), let schemas = mapping.required("schema")?.pathList()
        else { return nil }
        let files = mapping["files"]?.texts() ?? []
        if let given = mapping["files"], files.isEmpty {
            given.report(
                .contradiction(
                    "with an empty list, the source would read no file; leave 'files' out to recognise files by their header"
                ))
        }
        if let given = mapping["schema"], schemas.isEmpty { given.report(.expected("a schema", found: "none")) }
        self.init(
            name: entry.key, title: mapping["title"]?.text()?.value ?? entry.key.value, schemas: schemas, files: files,
            classification: mapping["classification"]?.text(),
            mappings: mapping["mappings"]?.entries()?.compactMap { entry in
                entry.value.path().map { MappingDefinition(field: entry.key, table: $0) }
            } ?? [], entry: mapping["entry"]?.text(), unitNoun: (mapping["things"] ?? mapping["unit"])?.text()?.value,
            isOptional: mapping["optional"]?.flag() ?? false,
            completeness: mapping["completeness"].flatMap(CompletenessDefinition.init),
            covers: mapping["covers"]?.entries()?.map { ($0.key, $0.value.texts()) } ?? [],
            provisionalQuarters: mapping["provisional"]?.quarters(),
            limits: mapping["limits"].map(UncertaintyLimits.init) ?? UncertaintyLimits())
    }
}

extension IndicatorDefinition {
    init?(_ entry: (key: Located<String>, value: YAMLReader)) {
        guard
            let mapping = entry.value.mapping(allowing: [
                "label", "in-words", "counts", "treatment", "return", "kind", "unit", "things", "denominator",
                "disclosure",
            ]), let label = mapping.text("label")
        else { return nil }
        let given = ["counts", "treatment", "return"].filter { mapping[$0] != nil }
        if given.count != 1 {
            mapping.owner.report(.contradiction("an indicator needs exactly one of 'counts', 'treatment' and 'return'"))
        }
        self.init(
            name: entry.key, label: label.value, phrase: mapping["in-words"]?.text()?.value,
            subject: Self.subject(mapping), kind: mapping["kind"]?.text(),
            unitNoun: (mapping["things"] ?? mapping["unit"])?.text()?.value,
            denominator: mapping["denominator"]?.text(),
            disclosure: mapping["disclosure"].flatMap { reader in
                DisclosureDefinition(reader).map { Located($0, at: reader.position) }
            })
    }

    private static func subject(_ mapping: MappingReader) -> Subject? {
        if let counts = mapping["counts"] {
            guard let counts = counts.mapping(allowing: ["source", "group", "flag"]),
                let source = counts.text("source"),
                let group = counts.text("group")
            else { return nil }
            return .counts(EventSelection(source: source, group: group, flag: counts["flag"]?.text()))
        }
        if let treatment = mapping["treatment"] {
            guard let treatment = treatment.mapping(allowing: ["source", "measure", "group"]),
                let source = treatment.text("source"), let measure = treatment.text("measure"),
                let group = treatment.text("group")
            else { return nil }
            return .treatment(source: source, measure: measure, group: group)
        }
        guard let returned = mapping["return"]?.mapping(allowing: ["source", "name"]),
            let source = returned.text("source"), let name = returned.text("name")
        else { return nil }
        return .returned(source: source, name: name)
    }
}

extension TableDefinition {
    init?(_ reader: YAMLReader) {
        guard
            let mapping = reader.mapping(allowing: [
                "id", "title", "headings", "counts", "denominator", "areas", "columns", "sections", "source", "notes",
            ]), let id = mapping.required("id")?.fileName(), let title = mapping.text("title")
        else { return nil }
        let headings = mapping.required("headings")?.mapping(allowing: ["section", "row"])
        let counts = mapping["counts"]?.mapping(allowing: ["source"])
        self.init(
            id: id, title: title, sectionHeading: headings?["section"]?.text(),
            rowHeading: headings?.text("row"), source: counts?.text("source"),
            denominator: mapping["denominator"]?.text(), areas: mapping["areas"]?.texts() ?? [],
            columns: mapping.required("columns")?.list().compactMap(Column.init) ?? [],
            sections: mapping.required("sections")?.list().compactMap(Section.init) ?? [],
            sourceNote: mapping["source"]?.text(), notes: mapping["notes"]?.texts() ?? [])
    }
}

extension TableDefinition.Column {
    init?(_ reader: YAMLReader) {
        guard let mapping = reader.mapping(allowing: ["measure", "period", "heading"]),
            let measure = mapping.text("measure"), let period = mapping.text("period"),
            let heading = mapping.text("heading")
        else { return nil }
        self.init(measure: measure, period: period, heading: heading)
    }
}

extension TableDefinition.Section {
    init?(_ reader: YAMLReader) {
        guard let mapping = reader.mapping(allowing: ["id", "title", "rows"]), let title = mapping.text("title") else {
            return nil
        }
        self.init(
            id: mapping["id"]?.text()?.value, title: title,
            rows: mapping.required("rows")?.list().compactMap(TableDefinition.Row.init) ?? [])
    }
}

extension TableDefinition.Row {
    init?(_ reader: YAMLReader) {
        guard
            let mapping = reader.mapping(allowing: [
                "indicator", "group", "label", "unit", "things", "denominator", "total",
            ])
        else { return nil }
        self.init(
            position: reader.position, indicator: mapping["indicator"]?.text(), group: mapping["group"]?.text(),
            label: mapping["label"]?.text(), unitNoun: (mapping["things"] ?? mapping["unit"])?.text()?.value,
            denominator: mapping["denominator"]?.text(), isTotal: mapping["total"]?.flag() ?? false)
        if (indicator == nil) == (group == nil) {
            reader.report(.contradiction("a row needs either 'indicator' or 'group'"))
        }
    }
}

extension AppendixDefinition {
    init?(_ reader: YAMLReader) {
        guard let mapping = reader.mapping(allowing: ["name", "file", "title", "tables", "charts"]),
            let name = mapping.text("name"), let file = mapping.required("file")?.fileName(),
            let title = mapping.text("title"), let tables = mapping.required("tables")?.texts()
        else { return nil }
        self.init(
            name: name, file: file, title: title, tables: tables,
            charts: mapping["charts"]?.list().compactMap(ChartDefinition.init) ?? [])
    }
}
