import Core
import TestSupport
import Testing
import Validation

@Suite struct RuleTests {
    /// One field, the texts that are sound, and those that break the rule.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: FindingRule
        let field: SchemaField
        let sound: [String]
        let broken: [String]
        var testDescription: String { "\(rule.rawValue) of \(field.name)" }
    }

    private static func field(
        _ name: String, _ type: FieldType = .string, _ change: (inout FieldConstraints) -> Void = { _ in }
    ) -> SchemaField {
        SchemaField(name: name, type: type, constraints: .with(change))
    }

    private static let dates = FieldType.date([DateForm("dd/mm/yyyy"), DateForm("yyyy-mm-dd")].compactMap { $0 })
    private static let yesNo = FieldType.boolean(yes: ["Y", "Yes"], no: ["N", "No"])

    static let cases: [Case] = [
        Case(
            rule: .missingRequired, field: field("text") { $0.required = true }, sound: ["x", " ", "na"],
            broken: ["", "NA"]),
        Case(
            rule: .missingRequired, field: field("day", dates) { $0.required = true }, sound: ["01/04/2019"],
            broken: ["", "NA"]),
        Case(
            rule: .invalidDate, field: field("day", dates),
            sound: ["", "NA", "01/04/2019", "2019-04-01", "29/02/2020"],
            broken: ["1/4/19", "31/02/2019", "2019-04-01T00:00:00", "n/a", "04/31/2019"]),
        Case(
            rule: .invalidMonth, field: field("month", .yearmonth), sound: ["", "2019-04"],
            broken: ["2019-13", "2019-4", "2019/04", "2019-04-01"]),
        Case(
            rule: .invalidNumber, field: field("integer", .integer), sound: ["", "0", "-12", "007", "1.0", "-3.00"],
            broken: ["1.01", "1.5", "1,000", "x", "1e3", " 1", "+1", "1000000000000000"]),
        Case(
            rule: .invalidNumber, field: field("number", .number), sound: ["", "0.5", "-26.50", "12"],
            broken: [".5", "1.", "1,5", "NaN", "12%", "£5"]),
        Case(
            rule: .invalidBoolean, field: field("flag", yesNo), sound: ["", "Y", "No"],
            broken: ["y", "true", "1", "YES"]),
        Case(
            rule: .patternMismatch, field: field("code") { $0.pattern = "[EW]01[0-9]{6}" }, sound: ["", "E01000001"],
            broken: ["E0100001", "E010000011", "e01000001", "E01OOOOO1", " E01000001"]),
        Case(
            rule: .patternMismatch, field: field("choice") { $0.pattern = "AS2[123]|NC01" }, sound: ["AS21", "NC01"],
            broken: ["AS24", "AS21 ", "AS2NC01", "xNC01"]),
        Case(
            rule: .notInEnumeration, field: field("sex") { $0.enumeration = ["0", "1", "2", "9"] },
            sound: ["", "0", "9"],
            broken: ["3", "00", "M"]),
        Case(
            rule: .belowMinimum, field: field("count", .integer) { $0.minimum = "0" }, sound: ["0", "00", "5"],
            broken: ["-1", "-10"]),
        Case(
            rule: .aboveMaximum, field: field("share", .number) { $0.maximum = "100" },
            sound: ["100", "100.0", "99.999", "9"],
            broken: ["100.01", "101", "1000"]),
        Case(
            rule: .belowMinimum, field: field("day", dates) { $0.minimum = "2011-04-01" },
            sound: ["01/04/2011", "02/03/2012"],
            broken: ["31/03/2011", "2011-03-31"]),
        Case(
            rule: .aboveMaximum, field: field("month", .yearmonth) { $0.maximum = "2019-12" },
            sound: ["2019-12", "2018-12"],
            broken: ["2020-01"]),
        Case(
            rule: .wrongLength, field: field("words") { ($0.minLength, $0.maxLength) = (2, 4) },
            sound: ["", "ab", "éééé", "日本"],
            broken: ["a", "abcde"]),
        Case(rule: .wrongLength, field: field("short") { $0.maxLength = 1 }, sound: ["", "é"], broken: ["ab"]),
    ]

    @Test("Each rule distinguishes the values that break it from the values that do not", arguments: cases)
    func rule(_ example: Case) {
        let schema = TableSchema.of([example.field])
        let values = example.sound + example.broken + example.sound
        var validator = BatchValidator(schema: schema)
        let faults = validator.faults(in: MadeUpBatches(schema).batch(values.map { [$0] }))
        let expected = example.broken.indices.map {
            RowFault(row: $0 + example.sound.count, rule: example.rule, field: 0)
        }
        #expect(faults == expected)
    }

    @Test("Every rule about a single value has a case here")
    func complete() {
        let rules: Set<FindingRule> = [
            .missingRequired, .invalidDate, .invalidMonth, .invalidNumber, .invalidBoolean, .patternMismatch,
            .notInEnumeration,
            .belowMinimum, .aboveMaximum, .wrongLength,
        ]
        #expect(Set(Self.cases.map(\.rule)) == rules)
    }
}
