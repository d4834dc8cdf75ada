import Core
import Testing

@Suite struct YAMLTests {
    @Test("An alias has the value of its anchor")
    func aliases() throws {
        let schema = try #require(
            MadeUpText.schema(
                MadeUpText.schema(
                    fields: """
                          - {name: a, type: boolean, trueValues: &yes [Y], falseValues: &no [N]}
                          - {name: b, type: boolean, trueValues: *yes, falseValues: *no, constraints: &must {required: true}}
                          - {name: c, constraints: *must}
                        """)))
        guard case .boolean(let yes, let no) = schema.fields[1].type else {
            Issue.record("not a boolean")
            return
        }
        #expect(yes == ["Y"] && no == ["N"])
        #expect(schema.fields[2].constraints.required)
    }

    @Test("An alias without an anchor is reported with its place")
    func unknownAlias() {
        let errors = MadeUpText.errorsOfDefinition("pipeline: *nothing\n")
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("p.yaml:1:11: not YAML: ") == true)
    }

    @Test("A key that occurs twice is an error at its first place, in the root and below it")
    func duplicateKeys() {
        let root = MadeUpText.errorsOfDefinition("pipeline: x\ntitle: a\ntitle: b\n")
        #expect(root.count == 1)
        #expect(root.first == "p.yaml:2:1: not YAML: the key 'title' appears twice")
        let below = MadeUpText.errorsOfDefinition("pipeline: x\nareas:\n  home: a\n  table: b\n  home: c\n")
        #expect(below == ["p.yaml:3:3: not YAML: the key 'home' appears twice"])
    }

    @Test(
        "A root that is not a mapping",
        arguments: [
            ("", "p.yaml:1:1: expected a mapping, found 'nothing'"),
            ("# a comment\n", "p.yaml:1:1: expected a mapping, found 'nothing'"),
            ("hello\n", "p.yaml:1:1: expected a mapping, found 'hello'"),
            ("- a\n- b\n", "p.yaml:1:1: expected a mapping, found 'a list'"),
            ("\n\n  5\n", "p.yaml:3:3: expected a mapping, found '5'"),
        ])
    func roots(text: String, message: String) { #expect(MadeUpText.errorsOfDefinition(text) == [message]) }

    @Test(
        "A text that is not YAML is reported with the place of the error",
        arguments: [
            ("pipeline: [a, b\ntitle: x\n", "p.yaml:"), ("pipeline: \"a\n", "p.yaml:"),
            ("pipeline: x\n\ttitle: y\n", "p.yaml:2:"),
            ("a: b: c\n", "p.yaml:1:5"), ("pipeline: x\n---\ntitle: y\n", "p.yaml:"), ("%bad\n", "p.yaml:1:"),
        ])
    func notYAML(text: String, place: String) {
        let errors = MadeUpText.errorsOfDefinition(text)
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix(place) == true, "\(errors)")
        #expect(errors.first?.contains(": not YAML: ") == true)
    }

    @Test("Columns count characters, not bytes")
    func columns() {
        #expect(
            MadeUpText.errorsOfSchema(MadeUpText.schema(fields: "  - {title: Übergröße €, nmae: x}")).first
                == "s.yaml:5:26: unknown key 'nmae'; did you mean 'name'?")
    }

    @Test("Deeply nested text is refused or read, and does not end the program")
    func deep() {
        let text = "notes: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        #expect(!MadeUpText.errorsOfDefinition(text).isEmpty)
    }
}
