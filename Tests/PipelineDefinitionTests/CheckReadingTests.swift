import Core
import Testing
import Validation

@Suite struct CheckReadingTests {
    private static let fields = """
          - {name: end, type: date}
          - {name: count, type: integer, constraints: {minimum: 0}}
          - {name: ref, constraints: {pattern: "[0-9]+", unique: true}, shp: {role: identifier}}
          - {name: place, constraints: {unique: true}}
        """

    /// Returns the text of a schema with its first check on line 15.
    private static func text(_ checks: [String], more: String = "") -> String {
        MadeUpText.schema(
            fields: fields, ours: "  checks:\n" + checks.map { "    - \($0)" }.joined(separator: "\n") + "\n" + more)
    }

    @Test("Checks and the consequences of rules are read completely")
    func whole() throws {
        let schema = try #require(
            MadeUpText.schema(
                Self.text([
                    "{name: end-not-before-day, field: end, not-before: day, then: note, refuse-above: 2.5%}",
                    "{name: day-of-file, field: day, not-after: file-name}",
                    "{name: month-of-file, field: end, within: file-name}",
                    "{name: end-with-day, field: end, required-with: day}",
                    "{rule: pattern-mismatch, field: ref, then: note, refuse-above: 5%, stop-above: 100}",
                    "{rule: missing-required, refuse-above: 0}", "{rule: not-unique, then: refuse}",
                    "{rule: unknown-category, refuse-above: 1%}", "{rule: unknown-column, then: refuse}",
                ])))
        #expect(schema.checks.count == 5)
        #expect(schema.checks[0].requirement as? OrderCheck == OrderCheck(.notBefore, other: 5))
        #expect(
            schema.checks[0].consequence
                == Consequence(then: .note, refuseAbove: .percent(try #require(Rational(decimal: "2.5")))))
        #expect(schema.checks[0].explanation == "the value is before the value of 'day' (check end-not-before-day)")
        #expect(schema.checks[1].requirement as? FileNameCheck == FileNameCheck(isWithin: false))
        #expect(schema.checks[2].requirement as? FileNameCheck == FileNameCheck(isWithin: true))
        #expect(schema.checks[3].requirement as? RequiredCheck == RequiredCheck(other: 5, whenPresent: true))
        // Rows that repeat an identifier are superseded; rows that repeat a place are not.
        #expect(schema.checks[4].requirement as? UniqueCheck == UniqueCheck([3]))
        #expect(schema.checks[4].consequence.then == .refuse)
        #expect(
            schema.consequence(of: .patternMismatch, field: 2, check: nil)
                == Consequence(then: .note, refuseAbove: .percent(Rational(5)), stopAbove: .rows(100)))
        #expect(schema.consequence(of: .missingRequired, field: 0, check: nil).refuseAbove == .rows(0))
        #expect(schema.consequence(of: .patternMismatch, field: 0, check: nil) == Consequence(then: .quarantine))
        #expect(schema.consequence(of: .noFinalNewline, field: nil, check: nil).then == .note)
        #expect(schema.consequence(of: .unknownColumn, field: nil, check: nil).then == .refuse)
        #expect(schema.fields[0].isNeeded && schema.fields[3].isNeeded)
    }

    @Test(
        "Each error is reported at its line and column",
        arguments: [
            ("{name: a, feild: end, not-before: day}", "15:17: unknown key 'feild'; did you mean 'field'?"),
            ("{name: a, field: ende, not-before: day}", "15:24: unknown field 'ende'; did you mean 'end'?"),
            ("{name: a, field: end, not-before: dya}", "15:41: unknown field 'dya'; did you mean 'day'?"),
            ("{name: a, field: end, not-before: end}", "15:41: 'end' cannot be compared with itself"),
            (
                "{name: a, field: end, before: count}",
                "15:37: 'end' and 'count' cannot be compared: both must be dates, or months, or numbers"
            ),
            (
                "{name: a, field: end, before: day, after: day}",
                "15:7: a check needs exactly one of \(CheckKinds.keys.joined(separator: ", "))"
            ),
            ("{name: a, field: end, within: month}", "15:37: expected file-name, found 'month'"),
            ("{name: a, field: count, within: file-name}", "15:39: 'count' has neither dates nor months"),
            ("{field: end, before: day}", "15:7: the key 'name' is missing"),
            (
                "{name: A b, field: end, before: day}",
                "15:14: expected a name of small letters, digits and '-', found 'A b'"
            ),
            (
                "{name: a, field: end, before: day, then: notes}",
                "15:48: unknown severity 'notes'; did you mean 'note'?"
            ),
            (
                "{rule: patern-mismatch, then: note}",
                "15:14: unknown rule 'patern-mismatch'; did you mean 'pattern-mismatch'?"
            ),
            (
                "{rule: out-of-order, then: note}",
                "15:14: 'out-of-order' is found by a check of the schema: write 'then' into that check"
            ),
            ("{rule: pattern-mismatch}", "15:7: a rule needs 'then', 'refuse-above' or 'stop-above'"),
            (
                "{rule: pattern-mismatch, field: end, then: refuse}",
                "15:39: 'end' cannot break pattern-mismatch: it has no such constraint"
            ),
            (
                "{rule: pattern-mismatch, name: x, then: refuse}",
                "15:38: 'name' belongs in a separate check without 'rule'"
            ),
            (
                "{rule: invalid-date, field: day, then: note}",
                "15:46: a row cannot count without this value, so the finding cannot be a note: write quarantine, refuse or stop"
            ),
            (
                "{rule: unknown-category, then: note}",
                "15:38: a row cannot count without this value, so the finding cannot be a note: write quarantine, refuse or stop"
            ),
            (
                "{rule: field-count, then: note}",
                "15:33: a row cannot count without this value, so the finding cannot be a note: write quarantine, refuse or stop"
            ),
            (
                "{rule: transcoded, then: quarantine}",
                "15:32: 'transcoded' is about the file, not about a row: write note, refuse or stop"
            ),
            (
                "{rule: field-count, refuse-above: five}",
                "15:41: expected a share such as 5% or a number of rows, found 'five'"
            ),
            (
                "{rule: field-count, refuse-above: 100%}",
                "15:41: expected a share such as 5% or a number of rows, found '100%'"
            ),
            (
                "{rule: field-count, then: refuse, refuse-above: 5}",
                "15:55: 'then: refuse' acts on the first finding: remove 'refuse-above'"
            ),
            (
                "{rule: field-count, then: stop, stop-above: 5}",
                "15:51: 'then: stop' acts on the first finding: remove 'stop-above'"
            ),
        ])
    func errors(check: String, message: String) {
        #expect(MadeUpText.errorsOfSchema(Self.text([check])) == ["s.yaml:\(message)"])
    }

    @Test("Two checks with the same name are an error, and so are two items for one rule")
    func duplicates() {
        #expect(
            MadeUpText.errorsOfSchema(
                Self.text(["{name: a, field: end, before: day}", "{name: a, field: end, after: day}"]))
                == ["s.yaml:16:14: the check 'a' is defined twice"])
        #expect(
            MadeUpText.errorsOfSchema(
                Self.text(["{rule: field-count, then: refuse}", "{rule: field-count, then: stop}"]))
                == ["s.yaml:16:14: the rule 'field-count' is defined twice"])
    }

    @Test("What may be a note: fields without a part in the record, identifiers, bounds and unique values")
    func notes() {
        for check in [
            "{rule: pattern-mismatch, field: ref, then: note}", "{rule: invalid-date, field: end, then: note}",
            "{rule: below-minimum, field: count, then: note}", "{rule: not-unique, field: place, then: note}",
            "{rule: invalid-number, then: note}",
        ] { #expect(MadeUpText.errorsOfSchema(Self.text([check])).isEmpty, "\(check)") }
    }

    @Test("A primary key is unique and its parts are required; a key of the identifier alone is left to supersession")
    func primaryKey() throws {
        func schema(_ key: String) -> String {
            Self.text(["{rule: field-count, then: refuse}"], more: "primaryKey: \(key)")
        }
        #expect(try #require(MadeUpText.schema(schema("ref"))).checks.map(\.name) == ["unique"])
        #expect(
            MadeUpText.errorsOfSchema(schema("[ref, place]")) == [
                "s.yaml:16:14: a part of the primary key must be required: add 'constraints: {required: true}'",
                "s.yaml:16:19: a part of the primary key must be required: add 'constraints: {required: true}'",
            ])
        #expect(
            MadeUpText.errorsOfSchema(schema("plce")) == ["s.yaml:16:13: unknown field 'plce'; did you mean 'place'?"])
    }

    @Test(
        "A key that would not be checked is an error",
        arguments: [
            (
                "  - {name: x, format: email}",
                "5:23: expected 'default' (no other format is checked; use a pattern instead), found 'email'"
            ),
            (
                "  - {name: x, type: date, format: \"%d/%m/%y\"}",
                "5:35: expected default, any or a form such as %d/%m/%Y, found '%d/%m/%y'"
            ),
            (
                "  - {name: x, type: date, format: \"%d/%m/%Y\", shp: {dates: [dd/mm/yyyy]}}",
                "5:35: the forms are listed in 'dates'; write 'format: any' beside them"
            ),
        ])
    func unchecked(field: String, message: String) {
        #expect(MadeUpText.errorsOfSchema(MadeUpText.schema(fields: field)) == ["s.yaml:\(message)"])
    }

    @Test("A date form may be written as Frictionless writes it")
    func frictionlessForm() throws {
        let field = "  - {name: x, type: datetime, format: \"%d/%m/%Y %H:%M:%S\"}"
        let schema = try #require(MadeUpText.schema(MadeUpText.schema(fields: field)))
        #expect(schema.fields[0].type.date("01/04/2019 10:00:00")?.description == "2019-04-01")
        #expect(schema.fields[0].type.date("2019-04-01") == nil)
    }

    @Test("Foreign keys are not checked, so they are an unknown key")
    func foreignKeys() {
        let errors = MadeUpText.errorsOfSchema(MadeUpText.schema(fields: "  - {name: x}") + "\nforeignKeys: []")
        #expect(errors.count == 1)
        #expect(errors.allSatisfy { $0.contains("unknown key 'foreignKeys'") })
    }

    @Test("A schema of episodes must check that no spell ends before it begins")
    func spells() {
        func errors(_ checks: String) -> [String] {
            let roles = [
                "agency", "client", "attributor", "episode", "discharge-reason", "drug", "local-authority",
            ]
            let fields = roles.map { "  - {name: \($0), shp: {role: \($0)}}" }.joined(separator: "\n")
            return MadeUpText.errorsOfSchema(
                """
                name: made-up
                fields:
                \(fields)
                  - {name: start, type: date, shp: {role: triage}}
                  - {name: end, type: date, shp: {role: discharge}}
                shp:
                  records: episodes
                  checks: [\(checks)]
                """)
        }
        #expect(errors("{name: a, field: end, not-before: start}").isEmpty)
        #expect(errors("{name: a, field: start, not-after: end, then: refuse}").isEmpty)
        for checks in [
            "", "{name: a, field: end, not-before: start, then: note}", "{name: a, field: end, after: start}",
        ] {
            #expect(errors(checks).count == 1)
            #expect(
                errors(checks).first?.contains("{name: discharge-not-before-triage, field: end, not-before: start}")
                    == true)
        }
    }
}
