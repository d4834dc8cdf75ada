import Core
import TestSupport
import Validation

/// A schema of one column, used to render its remedies.
enum ExampleSchema {
    /// Returns the parts of the schema's remedies for values that break the rule: for a value that is not shown, and
    /// for values with hints of their own.
    static func remedies(for rule: FindingRule, _ values: AwkwardValues) -> [String] {
        let hinted = [
            "43556", "31/02/2019", "1,234", "1.5", "1.23E+05", "=A1", " x", "x\u{0}", "04-Apr", "#REF!", "####", "<5",
        ]
        return ([nil, values.name, "\(values.number)"] + hinted).flatMap { value in
            [values.any.first, nil].flatMap { suggestion in
                remedy(rule, values, value: value, suggestion: suggestion)?.split(separator: "; ").map(String.init)
                    ?? []
            }
        }
    }

    /// Returns the schema's remedy for a value, or for one that is not shown; nil where the schema has none.
    static func remedy(
        _ rule: FindingRule, _ values: AwkwardValues, value: String? = nil, suggestion: String? = nil
    ) -> String? {
        let field = SchemaField(name: values.name, type: type(rule), constraints: constraints(values), role: .category)
        let finding = Finding(
            rule, file: values.file, line: 2, column: values.name, value: value,
            suggestions: suggestion.map { [$0] } ?? [])
        return TableSchema.of([field]).remedy(for: finding)
    }

    private static func type(_ rule: FindingRule) -> FieldType {
        switch rule {
        case .invalidDate: .date([DateForm("dd/mm/yyyy"), DateForm("yyyy-mm-dd")].compactMap { $0 })
        case .invalidMonth: .yearmonth
        case .invalidNumber: .integer
        case .invalidBoolean: .boolean(yes: ["yes"], no: ["no"])
        default: .string
        }
    }

    private static func constraints(_ values: AwkwardValues) -> FieldConstraints {
        .with {
            $0.pattern = "[EW]01[0-9]{6}"
            $0.enumeration = values.several.map { "'\($0)'" }
            ($0.minimum, $0.maximum) = ("0", "9")
            ($0.minLength, $0.maxLength) = (2, 9)
        }
    }
}
