import Core
import TestSupport
import Testing
import Validation

@Suite struct RemedyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: FindingRule
        let value: String
        var suggestion: String?
        let remedy: String?
        var testDescription: String { "\(rule.rawValue) '\(value)'" }
    }

    private static let dates = FieldType.date([DateForm("dd/mm/yyyy"), DateForm("yyyy-mm-dd")].compactMap { $0 })
    private static let types: [FindingRule: FieldType] = [
        .invalidDate: dates, .invalidNumber: .integer, .invalidMonth: .yearmonth,
        .invalidBoolean: .boolean(yes: ["Y"], no: ["N"]),
    ]
    private static let constraints: FieldConstraints = .with {
        $0.pattern = "[EW]01[0-9]{6}"
        $0.enumeration = ["Burglary", "Robbery"]
        ($0.minimum, $0.maximum, $0.minLength) = ("0", "9", 2)
    }

    static let cases: [Case] = [
        .init(
            rule: .invalidDate, value: "43556",
            remedy:
                "spreadsheets store dates as such numbers: as a date it is 2019-04-01; accepted: dd/mm/yyyy, yyyy-mm-dd"
        ),
        .init(
            rule: .invalidDate, value: "31/02/2019",
            remedy: "the calendar has no such day; accepted: dd/mm/yyyy, yyyy-mm-dd"),
        .init(
            rule: .invalidDate, value: "04/25/2019",
            remedy: "there is no month 25; perhaps day and month are swapped; accepted: dd/mm/yyyy, yyyy-mm-dd"),
        .init(
            rule: .invalidDate, value: "01/04/0019",
            remedy: "the year is too early or too late; accepted: dd/mm/yyyy, yyyy-mm-dd"),
        .init(rule: .invalidDate, value: "1 April 2019", remedy: "accepted: dd/mm/yyyy, yyyy-mm-dd"),
        .init(
            rule: .invalidNumber, value: "1,234",
            remedy: "write it without separators and signs: 1234; accepted: digits, with '.' before decimals"),
        .init(
            rule: .invalidNumber, value: "1.5",
            remedy: "it must be a whole number, without a decimal point; accepted: digits, with '.' before decimals"),
        .init(
            rule: .invalidNumber, value: "1.23E+05",
            remedy: "a spreadsheet has turned it into a number and lost digits: export it again as text; "
                + "accepted: digits, with '.' before decimals"),
        .init(rule: .invalidMonth, value: "2019-13", remedy: "there is no such month; accepted: yyyy-mm"),
        .init(rule: .invalidBoolean, value: "y", remedy: "did you mean 'Y'?; accepted: Y, N"),
        .init(
            rule: .patternMismatch, value: "e01011954",
            remedy: "did you mean 'E01011954'?; accepted: [EW]01[0-9]{6}"),
        .init(
            rule: .patternMismatch, value: "\u{A0}E01011954",
            remedy: "it has blanks before or after it: remove them; did you mean 'E01011954'?; accepted: [EW]01[0-9]{6}"
        ),
        .init(
            rule: .patternMismatch, value: "E0101\u{0}1954",
            remedy: "it has an invisible character: remove it; accepted: [EW]01[0-9]{6}"),
        .init(
            rule: .patternMismatch, value: "=A1",
            remedy: "it is a formula: export its result; accepted: [EW]01[0-9]{6}"),
        .init(
            rule: .patternMismatch, value: "Е01011954",
            remedy:
                "it has an accented or other special character, which may only look like a plain one; accepted: [EW]01[0-9]{6}"
        ),
        .init(
            rule: .notInEnumeration, value: "Burglry", remedy: "did you mean 'Burglary'?; accepted: Burglary, Robbery"),
        .init(rule: .belowMinimum, value: "-1", remedy: "accepted: 0 or more"),
        .init(rule: .aboveMaximum, value: "10", remedy: "accepted: 9 or less"),
        .init(rule: .wrongLength, value: "a", remedy: "accepted: 2 characters or more"),
        .init(rule: .missingRequired, value: "", remedy: "ask the partner for the value"),
        .init(
            rule: .unknownCategory, value: "04-Apr",
            remedy: "a spreadsheet has turned it into a date: export it again as text"),
        .init(rule: .unknownCategory, value: "#REF!", remedy: "it is a spreadsheet's error message, not a value"),
        .init(
            rule: .invalidNumber, value: "1234567890123456",
            remedy: "it has more than 15 digits; accepted: digits, with '.' before decimals"),
        .init(
            rule: .patternMismatch, value: "E0101195O", remedy: "did you mean 'E01011950'?; accepted: [EW]01[0-9]{6}"),
        .init(rule: .unknownCategory, value: "x", suggestion: "y", remedy: "did you mean 'y'?"),
        .init(rule: .fieldCount, value: "x", remedy: nil),
    ]

    @Test("A remedy says what has probably happened, what was probably intended and what is accepted", arguments: cases)
    func remedy(_ example: Case) {
        let schema = TableSchema.of([
            SchemaField(
                name: "a", type: Self.types[example.rule] ?? .string, constraints: Self.constraints, role: .category)
        ])
        let finding = Finding(
            example.rule, file: "x.csv", line: 2, column: "a", value: example.value,
            suggestions: example.suggestion.map { [$0] } ?? [])
        #expect(schema.remedy(for: finding) == example.remedy)
    }

    @Test("For a value that must not be shown, the remedy says only what is accepted")
    func sensitive() {
        let schema = TableSchema.of([SchemaField(name: "a", constraints: Self.constraints, role: .category)])
        #expect(
            schema.remedy(for: Finding(.patternMismatch, file: "x.csv", line: 2, column: "a"))
                == "accepted: [EW]01[0-9]{6}")
    }
}
