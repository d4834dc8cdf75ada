import PipelineDefinition
import Testing

@Suite("Small numbers in a definition")
struct DisclosureDefinitionTests {
    /// Returns the policy of an indicator, and the errors.
    private static func read(_ text: String) -> (DisclosureDefinition?, [String]) {
        let definition = MadeUpText.definition(
            """
            indicators:
              hate: {label: Hate, counts: {source: crime, group: all}, disclosure: \(text)}
            """)
        let collector = DefinitionErrorCollector()
        let read = PipelineDefinition.read(definition, file: "p.yaml", collector)
        return (read?.indicators.first?.disclosure?.value, collector.errors.map(\.description))
    }

    @Test("A policy is none, or a threshold that may include zero")
    func policies() {
        #expect(Self.read("none").0 == .everything)
        #expect(Self.read("{below: 5}").0 == .below(5, zeroToo: false))
        #expect(Self.read("{below: 10, zero: true}").0 == .below(10, zeroToo: true))
        #expect(Self.read("none").1.isEmpty)
    }

    @Test(
        "Any other value is reported with its place",
        arguments: [
            ("nothing", "p.yaml:5:72: expected none, or {below: 5}, found 'nothing'"),
            ("{below: 1}", "p.yaml:5:80: expected a whole number from 2 to 100, found '1'"),
            ("{zero: true}", "p.yaml:5:72: the key 'below' is missing"),
            ("{belw: 5}", "p.yaml:5:73: unknown key 'belw'; did you mean 'below'?"),
        ])
    func errors(text: String, message: String) { #expect(Self.read(text).1 == [message]) }

    @Test("A small base is a whole number from 0 to 1,000,000")
    func smallBase() {
        #expect(MadeUpText.errorsOfDefinition(MadeUpText.definition("small-base: 20")) == [])
        #expect(
            MadeUpText.errorsOfDefinition(MadeUpText.definition("small-base: -1"))
                == ["p.yaml:4:13: expected a whole number from 0 to 1000000, found '-1'"])
        #expect(
            MadeUpText.errorsOfDefinition(MadeUpText.definition("small-base: few"))
                == ["p.yaml:4:13: expected a whole number, found 'few'"])
    }
}
