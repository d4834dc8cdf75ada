import PipelineDefinition
import Testing

@Suite struct DenominatorDefinitionTests {
    @Test(
        "Keys that a table of denominators would ignore are errors",
        arguments: [
            (
                "{table: d.csv, unit: residents}",
                "p.yaml:4:36: 'unit' is for a Nomis table: write 'denominator', too"
            ),
            (
                "{table: d.csv, population: men}",
                "p.yaml:4:42: 'population' is for a Nomis table: write 'denominator', too"
            ),
            (
                "{table: d.csv, source: ONS}",
                "p.yaml:4:38: 'source' is for a Nomis table: write 'denominator', too"
            ),
            (
                "{table: d.csv, schema: d.yaml, denominator: residents, unit: residents, source: ONS}",
                "p.yaml:4:38: a Nomis table has no schema: remove 'schema', or remove 'denominator' if the table is your own"
            ),
        ])
    func ignored(table: String, problem: String) {
        #expect(MadeUpText.errorsOfDefinition(MadeUpText.definition("denominators: \(table)")) == [problem])
    }

    @Test("Both forms are read, and a base's schema is not used for a Nomis table")
    func read() throws {
        let collector = DefinitionErrorCollector()
        let text = MadeUpText.definition(
            "extends: b.yaml\ndenominators: {table: n.csv, denominator: residents, unit: persons, source: ONS, year: period}"
        )
        let definition = try #require(
            PipelineDefinition.read(text, file: "p.yaml", collector) { _ in
                ("denominators: {schema: d.yaml}", "b.yaml")
            })
        #expect(collector.errors.isEmpty)
        let table = try #require(definition.denominators.first)
        #expect(table.reference.table.value == "n.csv")
        #expect(table.published?.unit.value == "persons")
        #expect(table.year?.value == "period")
    }
}
