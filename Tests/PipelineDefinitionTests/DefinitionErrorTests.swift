import PipelineDefinition
import Testing

@Suite struct DefinitionErrorTests {
    @Test("A correct definition has no errors")
    func sound() { #expect(MadeUpText.errorsOfDefinition(MadeUpText.definition()).isEmpty) }

    @Test(
        "Each error is reported at its line and column, with the nearest valid name",
        arguments: [
            ("note: []", "p.yaml:4:1: unknown key 'note'; did you mean 'notes'?"),
            ("contact: {a: b}", "p.yaml:4:10: expected a list, found 'a mapping'"),
            ("author: [a]", "p.yaml:4:9: expected a text, found 'a list'"),
            (
                "classifications:\n  ho: {codes: c.csv, groups: g.csv, dialect: home-ofice}",
                "p.yaml:5:46: unknown dialect 'home-ofice'; did you mean 'home-office'?"
            ),
            ("classifications:\n  ho: {codes: c.csv}", "p.yaml:5:7: the key 'groups' is missing"),
            (
                "classifications:\n  ho: {codes: c.csv, groups: g.csv, titel: x}",
                "p.yaml:5:37: unknown key 'titel'; valid here: codes, groups, dialect"
            ),
            (
                "indicators:\n  a: {label: A, counts: {source: crime, group: g}, return: {source: r, name: n}}",
                "p.yaml:5:6: an indicator needs exactly one of 'counts', 'treatment' and 'return'"
            ),
            (
                "indicators:\n  a: {label: A}",
                "p.yaml:5:6: an indicator needs exactly one of 'counts', 'treatment' and 'return'"
            ),
            ("indicators:\n  a: {label: A, counts: {source: crime}}", "p.yaml:5:25: the key 'group' is missing"),
            (
                "denominators: {table: d.csv, shema: d.yaml}",
                "p.yaml:4:30: unknown key 'shema'; did you mean 'schema'?"
            ),
            ("targets: {schema: t.yaml}", "p.yaml:4:10: the key 'table' is missing"),
            ("other-format: [o.yaml]", "p.yaml:4:1: unknown key 'other-format'; did you mean 'other-formats'?"),
            ("other-formats: {a: b}", "p.yaml:4:16: expected a list, found 'a mapping'"),
            ("treatment-groups: [opiate]", "p.yaml:4:19: expected a mapping, found 'a list'"),
        ])
    func places(lines: String, message: String) {
        #expect(MadeUpText.errorsOfDefinition(MadeUpText.definition(lines)) == [message])
    }

    @Test(
        "A source has formats, files if it is found by names, and paths as mappings",
        arguments: [
            ("{schema: a.yaml}", nil), ("{schema: [a.yaml, b.yaml], mappings: {CSP: c.csv}}", nil),
            ("{schema: []}", "p.yaml:6:19: expected a schema, found 'none'"),
            (
                "{schema: a.yaml, files: []}",
                "p.yaml:6:34: with an empty list, the source would read no file; leave 'files' out to recognise files by their header"
            ),
            ("{files: a.csv}", "p.yaml:6:10: the key 'schema' is missing"),
            ("{schema: a.yaml, mapping: {}}", "p.yaml:6:27: unknown key 'mapping'; did you mean 'mappings'?"),
            ("{schema: a.yaml, mappings: c.csv}", "p.yaml:6:37: expected a mapping, found 'c.csv'"),
            ("{schema: a.yaml, mappings: {CSP: [c.csv]}}", "p.yaml:6:43: expected a text, found 'a list'"),
        ])
    func sources(source: String, message: String?) {
        let text = MadeUpText.definition().replacing("{schema: crime.yaml, files: crime/*.csv}", with: source)
        #expect(MadeUpText.errorsOfDefinition(text) == (message.map { [$0] } ?? []))
    }

    @Test(
        "Names that become part of file names are small letters, digits and dashes",
        arguments: ["a b", "A", "../x", "a/b", "é", "."])
    func fileNames(name: String) {
        let text = MadeUpText.definition().replacing("pipeline: made-up", with: "pipeline: \"\(name)\"")
        #expect(
            MadeUpText.errorsOfDefinition(text) == [
                "p.yaml:1:11: expected a name of small letters, digits and '-', found '\(name)'"
            ])
    }

    @Test("All errors are reported at once, in order of their places")
    func all() {
        let text = MadeUpText.definition(
            "note: []\nclassifications:\n  ho: {codes: c.csv}\nindicators:\n  a: {label: A}")
        let lines = MadeUpText.errorsOfDefinition(text).compactMap {
            $0.split(separator: ":").dropFirst().first.flatMap { Int($0) }
        }
        #expect(lines == [4, 6, 8])
    }

    @Test(
        "A table's row is an indicator or a group, in the lines of the row",
        arguments: [
            ("{label: x}", false), ("{indicator: a, group: b}", false), ("{indicator: a}", true),
            ("{group: b, total: true}", true),
        ])
    func rows(row: String, isSound: Bool) {
        let tables = """
            tables:
              - id: t
                title: T
                headings: {row: R}
                columns: [{measure: value, period: quarter, heading: H}]
                sections:
                  - title: S
                    rows:
                      - \(row)
            """
        let text = MadeUpText.definition().replacing("tables: []", with: tables)
        #expect(
            MadeUpText.errorsOfDefinition(text)
                == (isSound ? [] : ["p.yaml:15:13: a row needs either 'indicator' or 'group'"]))
    }

    @Test(
        "Every kind of error has its own words",
        arguments: [
            (DefinitionError.Kind.notYAML(problem: "p"), "f:2:3: not YAML: p"),
            (.unknownKey("xyzzy", allowed: ["a", "b"]), "f:2:3: unknown key 'xyzzy'; valid here: a, b"),
            (.unknownKey("titel", allowed: ["title"]), "f:2:3: unknown key 'titel'; did you mean 'title'?"),
            (.missingKey("k"), "f:2:3: the key 'k' is missing"),
            (.expected("a list", found: "x"), "f:2:3: expected a list, found 'x'"),
            (
                .unknownName(of: "source", "crim", known: ["crime"]),
                "f:2:3: unknown source 'crim'; did you mean 'crime'?"
            ),
            (.unknownName(of: "source", "zzzzzz", known: []), "f:2:3: unknown source 'zzzzzz'"),
            (.duplicateName(of: "table", "t"), "f:2:3: the table 't' is defined twice"),
            (
                .missingFile("a.csv", reason: "no such file", known: ["b.csv"]),
                "f:2:3: cannot read 'a.csv': no such file; did you mean 'b.csv'?"
            ),
            (
                .missingFile("a.csv", reason: "no such file", known: ["other.txt"]),
                "f:2:3: cannot read 'a.csv': no such file"
            ),
            (.contradiction("both"), "f:2:3: both"),
        ])
    func wording(kind: DefinitionError.Kind, text: String) {
        #expect(DefinitionError(at: SourcePosition(file: "f", line: 2, column: 3), kind).description == text)
    }

    @Test("Errors are put in order and reported once")
    func order() {
        let places = [(9, 1), (10, 1), (2, 30), (2, 4), (2, 4)].map {
            SourcePosition(file: "f", line: $0.0, column: $0.1)
        }
        let errors = DefinitionErrors(places.map { DefinitionError(at: $0, .missingKey("k")) })
        #expect(
            errors.errors.map { [$0.position.line, $0.position.column] } == [[2, 4], [2, 30], [9, 1], [10, 1]])
    }
}
