public import Core

/// Checks records that are few enough to be read as texts, such as the rows of a reference table.
public struct RecordValidator: Sendable {
    private let validators: [FieldValidator]

    /// Creates a validator for the schema's fields.
    public init(schema: TableSchema) {
        validators = schema.fields.map {
            FieldValidator(field: $0, missingValues: schema.missingValues, isOfCells: schema.isOfCells)
        }
    }

    /// Returns the first rule that a value of the field breaks; nil when it breaks none.
    public func fault(in value: String, ofField field: Int) -> FindingRule? { validators[field].fault(in: value) }
}
