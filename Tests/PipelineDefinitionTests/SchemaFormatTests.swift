import Core
import Testing

/// What a schema says about a format as a whole, and about numbers.
@Suite struct SchemaFormatTests {
    private static func counts(_ count: String, ours: String = "", csp: String = "") -> String {
        """
        name: made-up
        fields:
          - {name: year, shp: {role: financial-year}}
          - {name: quarter, shp: {role: financial-quarter}}
          - {name: csp, shp: {role: csp\(csp)}}
          - {name: code, shp: {role: category}}
          - {name: n, \(count)}
        shp: {records: counts\(ours)}
        """
    }

    @Test("Counts are read with the declared separators, and are not below zero unless the schema allows it")
    func counts() throws {
        let plain = try #require(MadeUpText.schema(Self.counts("type: integer, shp: {role: count}")))
        #expect(plain.fields[4].constraints.minimum == "0")
        #expect(plain.fields[4].groupSeparator == nil)
        #expect(plain.grain == .quarter)
        #expect(plain.otherColumns == .leftOut)
        let declared = try #require(
            MadeUpText.schema(
                Self.counts(
                    "type: number, groupChar: \",\", constraints: {minimum: -5}, shp: {role: count}",
                    ours: ", other-columns: refused", csp: ", unassigned: Unassigned")))
        #expect(declared.fields[4].constraints.minimum == "-5")
        #expect(declared.fields[4].groupSeparator == ",")
        #expect(declared.fields[2].unassigned == "Unassigned")
        #expect(declared.otherColumns == .refused)
    }

    @Test(
        "Each error of a count is reported at its line and column",
        arguments: [
            ("type: string, shp: {role: count}", "s.yaml:7:21: a count is a number: write 'type: integer'"),
            ("shp: {role: count}", "s.yaml:7:5: a count is a number: write 'type: integer'"),
            (
                "type: integer, groupChar: \"..\", shp: {role: count}",
                "s.yaml:7:41: expected one character such as ',', found '..'"
            ),
            (
                "type: number, groupChar: \".\", shp: {role: count}",
                "s.yaml:7:40: '.' is the decimal point of a number"
            ),
            (
                "type: integer, shp: {role: count, unassigned: x}", "s.yaml:7:61: 'unassigned' needs the role 'csp'"
            ),
        ])
    func errors(count: String, message: String) {
        #expect(MadeUpText.errorsOfSchema(Self.counts(count)).contains(message))
    }

    @Test("Only numbers may have a thousands separator")
    func groupsOfText() {
        #expect(
            MadeUpText.errorsOfSchema(MadeUpText.schema(fields: "  - {name: x, groupChar: \",\"}"))
                == ["s.yaml:5:26: only numbers have a thousands separator"])
    }

    @Test("Only a format from which nothing is counted has a description")
    func otherFormats() throws {
        let text = "name: outcomes\nfields: [{name: Outcome type, constraints: {required: true}}]\n"
        let schema = try #require(MadeUpText.schema(text + "shp: {records: none, is: outcomes of crimes}"))
        #expect(schema.records == .nothing)
        #expect(schema.describedAs == "outcomes of crimes")
        #expect(MadeUpText.errorsOfSchema(text + "shp: {records: none}") == ["s.yaml:3:6: the key 'is' is missing"])
        #expect(
            MadeUpText.errorsOfSchema(text + "shp: {records: reference, is: a table}") == [
                "s.yaml:3:31: 'is' is for a format that is not counted: write 'records: none'"
            ])
    }

    @Test("A policy that does not exist")
    func policies() {
        #expect(
            MadeUpText.errorsOfSchema(MadeUpText.schema(fields: "", ours: "  other-columns: refuse")).contains {
                $0.hasSuffix("unknown policy 'refuse'; did you mean 'refused'?")
            })
    }
}
