import PipelineDefinition
import Testing

@Suite struct SchemaEditTests {
    /// Adds an alias to a field in a schema, and returns only the lines of the field.
    private static func edited(_ field: String, alias: String = "HO Cde") -> String? {
        let text = MadeUpText.schema(fields: field)
        guard let edited = SchemaEdit.adding(alias: alias, toField: "x", in: text) else { return nil }
        let frame = MadeUpText.schema(fields: "|").split(separator: "|", omittingEmptySubsequences: false)
        guard edited.hasPrefix(frame[0]), edited.hasSuffix(frame[1]) else { return "more than the field is changed" }
        return String(edited.dropFirst(frame[0].count).dropLast(frame[1].count))
    }

    @Test(
        "An alias is added to the other aliases, in their style",
        arguments: [
            ("  - {name: x, shp: {aliases: [a, b]}}", "  - {name: x, shp: {aliases: [a, b, HO Cde]}}"),
            ("  - {name: x, shp: {aliases: []}}", "  - {name: x, shp: {aliases: [HO Cde]}}"),
            ("  - {name: x, shp: {aliases: [a,]}}", "  - {name: x, shp: {aliases: [a, HO Cde]}}"),
            (
                "  - {name: x, shp: {aliases: [\"a]\", 'b'']']}}",
                "  - {name: x, shp: {aliases: [\"a]\", 'b'']', HO Cde]}}"
            ),
            ("  - {name: x, shp: {aliases: [Crime's, b]}}", "  - {name: x, shp: {aliases: [Crime's, b, HO Cde]}}"),
            (
                "  - {name: x, shp: {aliases: [a,  # why\n      b ]}}",
                "  - {name: x, shp: {aliases: [a,  # why\n      b, HO Cde ]}}"
            ),
            ("  - {name: x, shp: {aliases: a}}", "  - {name: x, shp: {aliases: [a, HO Cde]}}"),
            ("  - {name: x, shp: {aliases: \"a, b\"}}", "  - {name: x, shp: {aliases: [\"a, b\", HO Cde]}}"),
            ("  - {name: x, shp: {role: lsoa}}", "  - {name: x, shp: {role: lsoa, aliases: [HO Cde]}}"),
            ("  - {name: x}", "  - {name: x, shp: {aliases: [HO Cde]}}"),
            ("  - name: x\n    title: X", "  - name: x\n    shp: {aliases: [HO Cde]}\n    title: X"),
            (
                "  - name: x  # the code\n    shp:\n      aliases:\n        - a  # old\n        - b\n      role: lsoa",
                "  - name: x  # the code\n    shp:\n      aliases:\n        - a  # old\n        - b\n        - HO Cde\n      role: lsoa"
            ),
            (
                "  - name: x\n    shp:\n      aliases:\n      - a\n      role: lsoa",
                "  - name: x\n    shp:\n      aliases:\n      - a\n      - HO Cde\n      role: lsoa"
            ),
            (
                "  - name: x\n    shp:\n      role: lsoa",
                "  - name: x\n    shp:\n      role: lsoa\n      aliases: [HO Cde]"
            ),
        ])
    func styles(field: String, expected: String) { #expect(Self.edited(field) == expected) }

    @Test(
        "An alias is quoted where YAML would take it for something else",
        arguments: [
            ("yes", "\"yes\""), ("2019", "\"2019\""), ("a, b", "\"a, b\""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""),
            ("say \"x\"", "\"say \\\"x\\\"\""), ("C:\\x", "\"C:\\\\x\""), ("- a", "\"- a\""), ("Área (1)", "Área (1)"),
        ])
    func quoting(alias: String, written: String) {
        #expect(
            Self.edited("  - {name: x, shp: {aliases: [a]}}", alias: alias)
                == "  - {name: x, shp: {aliases: [a, \(written)]}}")
    }

    @Test("Lines keep their kind of line break")
    func carriageReturns() {
        let text = MadeUpText.schema(fields: "  - name: x\n    shp:\n      aliases:\n        - a")
            .replacing("\n", with: "\r\n")
        #expect(
            SchemaEdit.adding(alias: "b", toField: "x", in: text)
                == text.replacing("- a\r\n", with: "- a\r\n        - b\r\n"))
    }

    @Test("A text that cannot be changed safely is left unchanged")
    func unsafe() {
        let anchored = "  - {name: y, shp: &ours {role: lsoa}}\n  - name: x\n    shp: *ours"
        #expect(Self.edited(anchored) == nil)
        #expect(SchemaEdit.adding(alias: "a", toField: "z", in: MadeUpText.schema(fields: "  - {name: x}")) == nil)
        #expect(SchemaEdit.adding(alias: "a", toField: "x", in: "not: [yaml") == nil)
        // Another field already has the name.
        #expect(Self.edited("  - {name: x}", alias: "code") == nil)
        let long = "  - name: x\n    shp:\n      aliases:\n        - >-\n          a\n          b"
        #expect(Self.edited(long) == nil || Self.edited(long)?.contains("          b\n        - HO Cde") == true)
    }
}
