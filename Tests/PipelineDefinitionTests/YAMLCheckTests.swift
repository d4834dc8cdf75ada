import PipelineDefinition
import Testing

@Suite("Rules for every definition")
struct YAMLCheckTests {
    @Test("Aliases of aliases are limited, in values and in keys")
    func aliases() {
        var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        for level in 1...30 {
            lines.append(
                "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]")
        }
        let took = ContinuousClock().measure {
            let values = MadeUpText.errorsOfDefinition(lines.joined(separator: "\n"))
            #expect(values.count == 1 && values[0].contains("more than 1000000 nodes"))
            let keys = MadeUpText.errorsOfDefinition((lines + ["? *a30", ": x", "*a30 : y"]).joined(separator: "\n"))
            #expect(keys == ["p.yaml:1:1: not YAML: a key contains an alias; write the key in full"])
        }
        #expect(took < .seconds(20))
    }

    @Test(
        "Characters that cannot be shown are errors with their place",
        arguments: [
            ("\\x07", "U+0007"), ("\\x1b", "U+001B"), ("\\uFFFE", "U+FFFE"), ("\\uFDD0", "U+FDD0"), ("\\0", "U+0000"),
        ])
    func controls(escape: String, number: String) {
        let errors = MadeUpText.errorsOfDefinition("pipeline: x\ntitle: \"bad \(escape) title\"\n")
        #expect(
            errors == [
                "p.yaml:2:8: the text 'bad [\(number)] title' has the character \(number), which cannot be shown; remove it"
            ])
    }

    @Test("A definition of 10,000 unknown keys is refused in linear time")
    func manyKeys() {
        func took(_ count: Int) -> Duration {
            let text = "pipeline: x\n" + (0..<count).map { "key\($0): 1\n" }.joined()
            return ContinuousClock().measure { #expect(MadeUpText.errorsOfDefinition(text).count >= count) }
        }
        let (few, many) = (took(1_000), took(10_000))
        #expect(many < few * 30 + .seconds(1))
    }
}
