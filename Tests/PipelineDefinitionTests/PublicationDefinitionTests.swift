import Core
import PipelineDefinition
import Testing

@Suite("How releases are presented")
struct PublicationDefinitionTests {
    private static func appendix(_ charts: String) -> String {
        MadeUpText.definition().replacing(
            "appendices: []",
            with: "appendices:\n  - {name: A, file: a, title: A, tables: [], charts: [\(charts)]}")
    }

    @Test("Settings are read as they are written")
    func reading() throws {
        let collector = DefinitionErrorCollector()
        let text = MadeUpText.definition(
            "issue-dates: {2019-20-Q1: 2019-10-11}\nhow-to-read: [Read it.]\nsummary: indicators\nformats: [xlsx, ods]")
        let definition = try #require(PipelineDefinition.read(text, file: "p.yaml", collector)?.publication)
        #expect(collector.errors.isEmpty)
        #expect(definition.issueDates.map { "\($0.quarter.value) \($0.date.words)" } == ["2019-20-Q1 11 October 2019"])
        #expect(definition.howToRead.map(\.value) == ["Read it."])
        #expect(definition.summary?.value == "indicators")
        #expect(definition.formats?.value.map(\.value) == ["xlsx", "ods"])
    }

    @Test(
        "An impossible value is an error with its place",
        arguments: [
            (
                "issue-dates: {2019-Q1: 2019-10-11}",
                "p.yaml:4:15: expected a quarter such as 2019-20-Q1, found '2019-Q1'"
            ),
            (
                "issue-dates: {2019-20-Q1: 2019-02-30}",
                "p.yaml:4:27: expected a day such as 2019-10-11, found '2019-02-30'"
            ),
            (
                "issue-dates: {2019-20-Q1: 11 October}",
                "p.yaml:4:27: expected a day such as 2019-10-11, found '11 October'"
            ),
            ("formats: {a: b}", "p.yaml:4:10: expected a list, found 'a mapping'"),
            ("comentary: c.csv", "p.yaml:4:1: unknown key 'comentary'; did you mean 'commentary'?"),
        ])
    func errors(line: String, message: String) {
        #expect(MadeUpText.errorsOfDefinition(MadeUpText.definition(line)) == [message])
    }

    @Test(
        "A chart has the keys that its kind needs, and no others",
        arguments: [
            ("{id: t, kind: trend, title: T, indicators: [a]}", nil),
            ("{id: t, kind: trend, title: T}", "the key 'indicators' is missing"),
            ("{id: t, kind: peers, title: T, table: a}", "the key 'groups' is missing"),
            (
                "{id: t, kind: shares, title: T, table: a, groups: [b]}",
                "a chart of the kind 'shares' has no 'groups'"
            ),
            ("{id: t, kind: pie, title: T}", "unknown kind of chart 'pie'; valid here: trend, peers, shares"),
            (
                "{id: T 1, kind: shares, title: T, table: a}",
                "expected a name of small letters, digits and '-', found 'T 1'"
            ),
        ] as [(String, String?)])
    func charts(chart: String, message: String?) {
        let found = MadeUpText.errorsOfDefinition(Self.appendix(chart))
        #expect(found.count == (message == nil ? 0 : 1), "\(found)")
        if let message { #expect(found.first?.hasSuffix(": " + message) == true, "\(found)") }
    }

    @Test("A source is provisional for a number of quarters")
    func provisional() {
        func found(_ length: String) -> [String] {
            MadeUpText.errorsOfDefinition(
                MadeUpText.definition().replacing(
                    "files: crime/*.csv}", with: "files: crime/*.csv, provisional: \(length)}"))
        }
        #expect(found("2 quarters").isEmpty)
        #expect(found("1 quarter").isEmpty)
        #expect(
            found("0 quarters").first?.hasSuffix("expected a number of quarters such as 2 quarters, found '0 quarters'")
                == true)
    }
}
