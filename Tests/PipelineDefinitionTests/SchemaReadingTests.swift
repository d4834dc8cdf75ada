import Core
import Testing

@Suite struct SchemaReadingTests {
    @Test("A schema is read completely")
    func whole() throws {
        let schema = try #require(
            MadeUpText.schema(
                MadeUpText.schema(
                    fields: """
                          - name: id
                            title: Identifier
                            constraints: {required: true, pattern: "[0-9]+", minLength: 1, maxLength: 5}
                            shp: {role: identifier, aliases: [Ref, URN]}
                          - name: hate
                            type: boolean
                            trueValues: [Y]
                            falseValues: [N]
                            shp: {role: flag, flag: hate}
                          - {name: n, type: integer, constraints: {minimum: 0, maximum: 9, enum: [1, 2]}}
                          - {name: m, type: yearmonth}
                          - {name: when, type: datetime, shp: {dates: ["dd/mm/yyyy hh:mm", yyyy-mm-dd]}}
                        """,
                    ours:
                        "  encoding: windows-1252\n  delimiters: [\",\", \";\"]\n  sensitive: true\n  no-area: out-of-scope\n  totals: [Sum]"
                )))
        #expect(schema.fields.map(\.name) == ["id", "hate", "n", "m", "when", "code", "day", "area"])
        #expect(schema.missingValues == ["", "NA"])
        #expect(schema.fallbackEncoding == .windows1252)
        #expect(schema.delimiters == [44, 59])
        #expect(schema.sensitive)
        #expect(schema.noArea == .outOfScope)
        #expect(schema.totals == ["Sum"])
        #expect(schema.fields[0].constraints.required)
        #expect(schema.fields[0].constraints.pattern == "[0-9]+")
        #expect(schema.fields[0].constraints.maxLength == 5)
        #expect(schema.fields[0].aliases == ["Ref", "URN"])
        #expect(schema.fields[1].flag == "hate")
        #expect(schema.fields[2].constraints.enumeration == ["1", "2"])
        #expect(schema.fields[4].type.date("01/04/2019 10:00")?.description == "2019-04-01")
        #expect(schema.fields(.date) == [6])
    }

    @Test("Two-digit years are read in the century that the schema declares, and a percent sign where it allows one")
    func forms() throws {
        let schema = try #require(
            MadeUpText.schema(
                MadeUpText.schema(
                    fields: """
                          - {name: a, type: date, shp: {dates: [dd-mmm-yy, d/m/yyyy], century: 2000}}
                          - {name: b, type: number, groupChar: ",", bareNumber: false}
                        """)))
        #expect(schema.fields[0].type.date("04-May-19")?.description == "2019-05-04")
        #expect(schema.fields[0].type.date("4/5/2019")?.description == "2019-05-04")
        #expect(schema.fields[1].plainNumber("1,204.5%") == "1204.5")
        #expect(schema.fields[2].plainNumber("38%") == "38%")
    }

    @Test("The schema says which column decides about a row's area, but only when rows may have both columns")
    func areaFrom() throws {
        let field = "  - {name: lsoa, shp: {role: lsoa}}"
        let neither = try #require(MadeUpText.schema(MadeUpText.schema(fields: field, ours: "  area-from: neither")))
        #expect(neither.areaFrom == .neither)
        #expect(neither.consequence(of: .areaConflict, field: nil, check: nil).then == .quarantine)
        let usual = try #require(MadeUpText.schema(MadeUpText.schema(fields: field)))
        #expect(usual.areaFrom == .lsoa)
        #expect(usual.consequence(of: .areaConflict, field: nil, check: nil).then == .note)
        #expect(
            MadeUpText.errorsOfSchema(MadeUpText.schema(fields: "  - {name: x}", ours: "  area-from: authority")).map {
                $0.contains("'area-from' is for events with an LSOA and a local authority")
            } == [true])
        #expect(
            MadeUpText.errorsOfSchema(
                MadeUpText.schema(
                    fields: field, ours: "  checks:\n    - {rule: area-conflict, then: quarantine}")
            ).map { $0.contains("write 'area-from: neither'") } == [true])
    }

    @Test(
        "Each error of a field is reported at its line and column",
        arguments: [
            (
                "  - {name: x, type: date, shp: {dates: [dd/mm/yyyy], century: 2000}}",
                "s.yaml:5:63: 'century' is for forms with 'yy', and 'dates' has no such form"
            ),
            (
                "  - {name: x, type: date, shp: {dates: [dd/mm/yyyy], century: 19}}",
                "s.yaml:5:63: expected the first year of a century, such as 2000, found '19'"
            ),
            ("  - {nmae: x}", "s.yaml:5:6: unknown key 'nmae'; did you mean 'name'?"),
            ("  - {title: x}", "s.yaml:5:5: the key 'name' is missing"),
            (
                "  - {name: x, type: interger}",
                "s.yaml:5:21: unknown field type 'interger'; did you mean 'integer'?"
            ),
            (
                "  - {name: x, shp: {role: idenifier}}",
                "s.yaml:5:27: unknown role 'idenifier'; did you mean 'identifier'?"
            ),
            ("  - {name: x, type: boolean, shp: {role: flag}}", "s.yaml:5:5: the key 'flag' is missing"),
            (
                "  - {name: x, type: integer, constraints: {minimum: 9, maximum: 2}}",
                "s.yaml:5:53: no value is both at least 9 and at most 2: swap them or change one"
            ),
            (
                "  - {name: x, type: date, shp: {dates: [dd/mm/yyyy]}, constraints: {maximum: 2019-01-01, minimum: 02/01/2019}}",
                "s.yaml:5:99: no value is both at least 02/01/2019 and at most 2019-01-01: swap them or change one"
            ),
            (
                "  - {name: x, type: yearmonth, constraints: {minimum: 2019-05, maximum: 2019-04}}",
                "s.yaml:5:55: no value is both at least 2019-05 and at most 2019-04: swap them or change one"
            ),
            (
                "  - {name: x, constraints: {minLength: 5, maxLength: 4}}",
                "s.yaml:5:40: no text has both at least 5 and at most 4 characters"
            ),
            (
                "  - {name: x, constraints: {maxLength: -1}}",
                "s.yaml:5:40: expected a number of characters, 0 or more, found '-1'"
            ),
            (
                "  - {name: x, constraints: {enum: []}}",
                "s.yaml:5:35: an empty list allows no value: list the values, or leave 'enum' out"
            ),
            (
                "  - {name: x, type: integer, shp: {letters: upper}}",
                "s.yaml:5:45: only a column of 'type: string' has 'letters'"
            ),
            (
                "  - {name: x, shp: {letters: uper}}",
                "s.yaml:5:30: unknown way to read letters 'uper'; did you mean 'upper'?"
            ),
            (
                "  - {name: x, constraints: {requird: true}}",
                "s.yaml:5:29: unknown key 'requird'; did you mean 'required'?"
            ),
            (
                "  - {name: x, constraints: {required: yes please}}",
                "s.yaml:5:39: expected true or false, found 'yes please'"
            ),
            ("  - {name: x, constraints: {maxLength: five}}", "s.yaml:5:40: expected a whole number, found 'five'"),
            (
                "  - {name: x, constraints: {pattern: \"[0-9\"}}",
                "s.yaml:5:38: expected a regular expression, found '[0-9'"
            ),
            (
                "  - {name: x, type: date, shp: {dates: [dd/mm/yy]}}",
                "s.yaml:5:41: 'dd/mm/yy' has two digits for the year: write 'century: 2000' beside 'dates', or use a form with four digits"
            ),
            ("  - {name: x, shp: {aliases: [day]}}", "s.yaml:7:5: the column name 'day' is defined twice"),
            ("  - {name: [x]}", "s.yaml:5:12: expected a text, found 'a list'"),
            ("  - x", "s.yaml:5:5: expected a mapping, found 'x'"),
            ("  - {name: x, constraints: 5}", "s.yaml:5:28: expected a mapping, found '5'"),
        ])
    func fieldErrors(field: String, message: String) {
        #expect(MadeUpText.errorsOfSchema(MadeUpText.schema(fields: field)) == [message])
    }

    @Test(
        "Each error in our own keys is reported at its line and column",
        arguments: [
            ("  encodng: utf-8", "s.yaml:11:3: unknown key 'encodng'; did you mean 'encoding'?"),
            ("  encoding: latin-1", "s.yaml:11:13: unknown encoding 'latin-1'; valid here: utf-8, windows-1252"),
            ("  no-area: ignore", "s.yaml:11:12: unknown policy 'ignore'; valid here: quarantine, out-of-scope"),
            ("  sensitive: 1", "s.yaml:11:14: expected true or false, found '1'"),
            (
                "  delimiters: [\"::\"]",
                "s.yaml:11:15: expected one character, neither a quote nor a line break, found '::'"
            ),
            (
                "  delimiters: ['\"']",
                "s.yaml:11:15: expected one character, neither a quote nor a line break, found '\"'"
            ),
        ])
    func ourErrors(line: String, message: String) {
        let text = MadeUpText.schema(fields: "  - {name: x}", ours: line)
        #expect(MadeUpText.errorsOfSchema(text) == [message])
    }

    @Test(
        "A bound that can never be compared is an error, and so are impossible lengths",
        arguments: [
            "{name: x, constraints: {minLength: 5, maxLength: 3}}", "{name: x, constraints: {maxLength: -1}}",
            "{name: x, constraints: {minimum: a}}",
            "{name: x, type: integer, constraints: {minimum: five}}",
            "{name: x, type: yearmonth, constraints: {maximum: 2019}}",
            "{name: x, type: date, constraints: {minimum: 01/04/2019}}",
        ])
    func impossibleConstraints(field: String) {
        let errors = MadeUpText.errorsOfSchema(MadeUpText.schema(fields: "  - \(field)"))
        #expect(errors.count == 1)
        #expect(errors.allSatisfy { $0.hasPrefix("s.yaml:5:") })
    }

    @Test("A schema without a delimiter is an error")
    func noDelimiters() {
        #expect(
            !MadeUpText.errorsOfSchema(MadeUpText.schema(fields: "  - {name: x}", ours: "  delimiters: []")).isEmpty)
    }
}
