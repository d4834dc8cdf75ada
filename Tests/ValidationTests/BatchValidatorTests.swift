import Core
import TestSupport
import Testing
import Validation

@Suite struct BatchValidatorTests {
    private static let schema = TableSchema.of([
        SchemaField(
            name: "reference", constraints: .with { ($0.required, $0.pattern) = (true, "[A-Z]{2}[0-9]{2}") },
            role: .identifier),
        SchemaField(name: "day", type: .date([DateForm("yyyy-mm-dd")].compactMap { $0 }), role: .date),
        SchemaField(name: "notes"),
    ])

    private static func faults(_ schema: TableSchema, _ rows: [[String]]) -> [RowFault] {
        var validator = BatchValidator(schema: schema)
        return validator.faults(in: MadeUpBatches(schema).batch(rows))
    }

    @Test("Faults come by field and then by row, and a row may have several")
    func order() {
        let faults = Self.faults(
            Self.schema, [["x", "x", ""], ["AB12", "2019-04-01", ""], ["", "2019-02-30", "\u{0}"]])
        #expect(
            faults == [
                RowFault(row: 0, rule: .patternMismatch, field: 0), RowFault(row: 2, rule: .missingRequired, field: 0),
                RowFault(row: 0, rule: .invalidDate, field: 1), RowFault(row: 2, rule: .invalidDate, field: 1),
            ])
    }

    @Test("A value at fault in an earlier batch is found again in a later batch, and so is a new one")
    func laterBatches() {
        let batches = MadeUpBatches(Self.schema)
        var validator = BatchValidator(schema: Self.schema)
        #expect(validator.faults(in: batches.batch([["AB12", "2019-04-01", ""]])).isEmpty)
        #expect(validator.faults(in: batches.batch([["AB13", "x", ""]])).map(\.row) == [0])
        #expect(
            validator.faults(in: batches.batch([["AB14", "2019-04-01", ""], ["AB15", "x", ""], ["?", "y", ""]])).map(
                \.row) == [2, 1, 2])
        #expect(validator.faults(in: batches.batch([])).isEmpty)
    }

    @Test(
        "A word for a missing value counts as missing even when it has the form of a value",
        arguments: [FieldRole.identifier, .agency])
    func missingThatMatches(role: FieldRole) {
        let field = SchemaField(
            name: "code", constraints: .with { ($0.required, $0.pattern) = (true, "[A-Z]{2}") }, role: role)
        let faults = Self.faults(.of([field]), [["AB"], ["NA"], [""], ["N"]])
        #expect(
            faults.map(\.rule) == [.missingRequired, .missingRequired, .patternMismatch])
        #expect(faults.map(\.row) == [1, 2, 3])
    }

    @Test("An identifier may be missing unless it is required")
    func optionalIdentifier() {
        let field = SchemaField(name: "id", constraints: .with { $0.pattern = "[0-9a-f]{64}" }, role: .identifier)
        let sound = String(repeating: "0a", count: 32)
        #expect(Self.faults(.of([field]), [[""], [sound], ["NA"], [sound + "0"]]).map(\.row) == [3])
    }

    @Test("When an empty text does not stand for a missing value, it is judged like any other text")
    func emptyIsAValue() {
        let schema = TableSchema.of(
            [
                SchemaField(name: "id", constraints: .with { $0.pattern = "[0-9]{2}" }, role: .identifier),
                SchemaField(name: "n", type: .integer),
            ], missing: ["-"])
        #expect(
            Self.faults(schema, [["", ""], ["-", "-"], ["12", "12"]]) == [
                RowFault(row: 0, rule: .patternMismatch, field: 0), RowFault(row: 0, rule: .invalidNumber, field: 1),
            ])
    }

    @Test("Values of Windows-1252 are judged by their characters")
    func windows1252() {
        let schema = TableSchema.of([SchemaField(name: "name", constraints: .with { $0.maxLength = 2 }, role: .agency)])
        var validator = BatchValidator(schema: schema)
        let batches = MadeUpBatches(schema, encoding: .windows1252)
        // The two bytes of é are two characters here.
        #expect(validator.faults(in: batches.batch([["é"], ["éa"]])).map(\.row) == [1])
    }

    @Test("A type is judged before a constraint, and only the first fault of a value is reported")
    func firstFault() {
        let field = SchemaField(
            name: "n", type: .integer,
            constraints: .with { ($0.minimum, $0.maximum, $0.maxLength, $0.enumeration) = ("1", "5", 1, ["1", "9"]) })
        #expect(
            Self.faults(.of([field]), [["x"], ["7"], ["9"], ["1"]]).map(\.rule) == [
                .invalidNumber, .notInEnumeration, .aboveMaximum,
            ])
    }

    @Test("Bounds hold for the longest numbers that are read")
    func longNumbers() {
        let field = SchemaField(
            name: "n", type: .number, constraints: .with { ($0.minimum, $0.maximum) = ("-1000000", "1000000") })
        let rows = [["999999.999999999"], ["0.00000000000001"], ["999999999999999"], ["-1000000.00000001"]]
        #expect(Self.faults(.of([field]), rows).map(\.rule) == [.aboveMaximum, .belowMinimum])
    }
}
