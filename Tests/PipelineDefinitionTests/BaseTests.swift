import PipelineDefinition
import Testing

@Suite struct BaseTests {
    /// Reads a definition over bases, which are given by path. Bases are looked up only in this list.
    private static func read(
        _ text: String, over bases: [String: String]
    ) -> (definition: PipelineDefinition?, errors: [String]) {
        let collector = DefinitionErrorCollector()
        let definition = PipelineDefinition.read(text, file: "own/p.yaml", collector) { name in
            bases[name.value].map { ($0, "own/" + name.value) }
        }
        return (definition, DefinitionErrors(collector.errors).errors.map(\.description))
    }

    private static let base = """
        title: Of the base
        partnership: Made-up Partnership
        classifications:
          types: {codes: Codes/types.csv, groups: Codes/groups.csv}
        sources:
          crime: {schema: ../Schemas/crime.yaml, classification: types, things: crimes}
        tables:
          - id: first
            title: First
            headings: {row: Type}
            columns: []
            sections: []
          - {id: second, title: Second, headings: {row: Type}, columns: [], sections: []}
        notes: [Of the base]
        appendices: []
        """
    private static let own = """
        extends: Bases/base.yaml
        pipeline: made-up
        areas: {table: areas.csv, home: E06000001}
        """

    @Test(
        "The definition's values replace the base's values; mappings are joined key by key, and lists with ids by id")
    func merged() throws {
        let (definition, errors) = Self.read(
            """
            \(Self.own)
            title: Of its own
            sources:
              crime: {things: offences}
              returns: {schema: returns.yaml}
            tables:
              - {id: third, title: Third, headings: {row: Type}, columns: [], sections: []}
              - {id: second, areas: [home]}
            notes: [Of its own]
            """, over: ["Bases/base.yaml": Self.base])
        #expect(errors == [])
        let merged = try #require(definition)
        #expect(merged.title.value == "Of its own")
        #expect(merged.partnership.value == "Made-up Partnership")
        #expect(merged.sources.map(\.name.value) == ["crime", "returns"])
        #expect(merged.sources[0].unitNoun == "offences")
        #expect(merged.sources[0].classification?.value == "types")
        #expect(merged.tables.map(\.id.value) == ["first", "second", "third"])
        #expect(merged.tables[1].title.value == "Second")
        #expect(merged.tables[1].areas.map(\.value) == ["home"])
        #expect(merged.notes.map(\.value) == ["Of its own"])
    }

    @Test("A base names its files relative to its own folder, and every text has the file and line that it comes from")
    func places() throws {
        let (definition, _) = Self.read(Self.own, over: ["Bases/base.yaml": Self.base])
        let merged = try #require(definition)
        #expect(merged.classifications[0].codes.value == "Bases/Codes/types.csv")
        #expect(merged.sources[0].schemas[0].value == "Schemas/crime.yaml")
        #expect("\(merged.classifications[0].codes.position)" == "own/Bases/base.yaml:4:18")
        #expect(merged.areas.home?.description == "own/p.yaml:3:33")
    }

    @Test("An empty value removes what the base says")
    func removed() throws {
        let (definition, errors) = Self.read(
            Self.own + "\nnotes:\nclassifications: ~\nsources: {crime: {classification: }}",
            over: ["Bases/base.yaml": Self.base])
        #expect(errors == [])
        #expect(definition?.notes.isEmpty == true)
        #expect(definition?.classifications.isEmpty == true)
        #expect(definition?.sources[0].classification == nil)
    }

    @Test("A base may extend another, whose paths are from its own folder")
    func chain() throws {
        let (definition, errors) = Self.read(
            "extends: Regional/middle.yaml\n" + Self.own.split(separator: "\n").dropFirst().joined(separator: "\n"),
            over: [
                "Regional/middle.yaml": "extends: ../Bases/base.yaml\ntitle: Of the middle",
                "Bases/base.yaml": Self.base,
            ])
        #expect(errors == [])
        #expect(definition?.title.value == "Of the middle")
        #expect(definition?.classifications.first?.codes.value == "Bases/Codes/types.csv")
    }

    @Test("Errors name the file in which they are, and a circle of bases is an error")
    func errors() {
        let wrong = Self.read(
            Self.own + "\nsources: {crime: {thngs: offences}}",
            over: ["Bases/base.yaml": Self.base.replacing("things: crimes", with: "files: []")])
        #expect(
            wrong.errors == [
                "own/Bases/base.yaml:6:72: with an empty list, the source would read no file; leave 'files' out to recognise files by their header",
                "own/p.yaml:4:19: unknown key 'thngs'; did you mean 'things'?",
            ])
        let circle = Self.read(Self.own, over: ["Bases/base.yaml": "extends: base.yaml"])
        #expect(
            circle.errors == [
                "own/Bases/base.yaml:1:10: 'Bases/base.yaml' leads back to a file that extends it: name another base"
            ])
    }

    @Test("Too many bases in a chain are reported as such, and not as a circle")
    func longChain() {
        func chain(_ count: Int) -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: (1...count).map { number in
                    ("Bases/\(number).yaml", number < count ? "extends: \(number + 1).yaml" : Self.base)
                })
        }
        let first = Self.own.replacing("Bases/base.yaml", with: "Bases/1.yaml")
        #expect(Self.read(first, over: chain(8)).errors == [])
        #expect(
            Self.read(first, over: chain(9)).errors == [
                "own/Bases/8.yaml:1:10: more than 8 bases extend one another: extend a base that rests on fewer bases"
            ])
    }

    @Test("Two items with the id of one item of the base are an error, because the second would be lost")
    func repeatedItem() {
        let errors = Self.read(
            """
            \(Self.own)
            tables:
              - {id: second, title: Of its own}
              - {id: first, areas: [home]}
              - {id: second, areas: [home]}
            """, over: ["Bases/base.yaml": Self.base]
        ).errors
        #expect(errors == ["own/p.yaml:7:5: the id 'second' is defined twice"])
    }

    @Test("The joined definition, as one text, means the same without a base")
    func whole() throws {
        let collector = DefinitionErrorCollector()
        let text = try #require(
            try PipelineDefinition.merged(Self.own, file: "own/p.yaml", collector) { _ in
                (Self.base, "own/Bases/base.yaml")
            })
        #expect(!text.contains("extends"))
        let whole = try #require(PipelineDefinition.read(text, file: "own/p.yaml", collector))
        let parts = try #require(Self.read(Self.own, over: ["Bases/base.yaml": Self.base]).definition)
        #expect(collector.errors.isEmpty)
        #expect(whole.classifications[0].codes.value == parts.classifications[0].codes.value)
        #expect(whole.sources[0].schemas.map(\.value) == parts.sources[0].schemas.map(\.value))
        #expect(whole.tables.map(\.title.value) == parts.tables.map(\.title.value))
    }
}

extension AreaSource {
    /// The place where a definition names the home area.
    fileprivate var home: SourcePosition? { if case .table(let table) = self { table.home.position } else { nil } }
}
