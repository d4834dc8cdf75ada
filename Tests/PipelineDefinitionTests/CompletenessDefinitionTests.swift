import PipelineDefinition
import Testing

@Suite struct CompletenessDefinitionTests {
    private static func definition(_ completeness: String) -> String {
        MadeUpText.definition().replacing(
            "files: crime/*.csv}", with: "files: crime/*.csv, completeness: \(completeness)}")
    }

    private static func read(_ completeness: String) throws -> CompletenessDefinition {
        let collector = DefinitionErrorCollector()
        let definition = PipelineDefinition.read(Self.definition(completeness), file: "p.yaml", collector)
        #expect(collector.errors.isEmpty)
        return try #require(definition?.sources.first?.completeness)
    }

    @Test("Areas have their own first months, or the home area and its peers share one")
    func months() throws {
        let own = try Self.read(
            "{from: {home: 2018-04, peers: 2019-04}, due: 20 days, quiet-days: 3, partial-below: 50%}")
        #expect(own.from.map { "\($0.area.value) \($0.month)" } == ["home 2018-04", "peers 2019-04"])
        #expect((own.dueDays, own.quietDays?.value, own.partialBelow?.value) == (20, 3, 50))
        let one = try Self.read("{from: 2018-04, shorthand: Waiting for data}")
        #expect(one.from.map(\.area.value) == ["home", "peers"])
        #expect((one.dueDays, one.quietDays?.value, one.shorthand) == (30, nil, "Waiting for data"))
    }

    @Test(
        "An impossible value is an error with its place",
        arguments: [
            ("{from: April 2018}", "expected a month such as 2018-04, found 'April 2018'"),
            ("{from: {home: 2018-13}}", "expected a month such as 2018-04, found '2018-13'"),
            ("{from: 2018-04, due: soon}", "expected a number of days such as 30 days, found 'soon'"),
            ("{from: 2018-04, due: -1 days}", "expected a number of days such as 30 days, found '-1 days'"),
            ("{from: 2018-04, partial-below: 0.5}", "expected a share from 1% to 100%, found '0.5'"),
            ("{from: 2018-04, partial-below: 150%}", "expected a share from 1% to 100%, found '150%'"),
            ("{from: 2018-04, quiet-dys: 3}", "unknown key 'quiet-dys'; did you mean 'quiet-days'?"),
            ("{due: 30 days}", "the key 'from' is missing"),
        ])
    func errors(completeness: String, message: String) {
        let found = MadeUpText.errorsOfDefinition(Self.definition(completeness))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("p.yaml:6:") == true)
        #expect(found.first?.hasSuffix(": " + message) == true, "\(found)")
    }
}
