public import Core

/// What a schema writes to ask for a check: a key and its value, about a field.
public struct CheckItem {
    /// What is wrong with the value.
    public enum Mistake {
        /// Something else was expected.
        case expected(String)
        /// No field has the name.
        case unknownField
        /// What cannot be asked for, in a sentence.
        case contradiction(String)
    }

    public let schema: TableSchema
    /// The field that the check is of.
    public let field: Int
    public let key, value: String
    private let definitionError: (Mistake) -> Void

    /// An item from its parts. Mistakes are reported at the place of the value.
    public init(
        schema: TableSchema, field: Int, key: String, value: String, definitionError: @escaping (Mistake) -> Void
    ) {
        self.schema = schema
        self.field = field
        self.key = key
        self.value = value
        self.definitionError = definitionError
    }

    /// The names of the field and of another one.
    public func name(_ field: Int) -> String { schema.fields[field].name }

    /// Reports what is wrong with the value.
    public func report(_ definitionError: Mistake) { self.definitionError(definitionError) }

    /// The other field that the value names; nil when there is none, which is reported.
    public var otherField: Int? {
        guard let other = schema.fields.firstIndex(where: { $0.name == value }) else {
            report(.unknownField)
            return nil
        }
        guard other != field else {
            report(.contradiction("'\(name(field))' cannot be compared with itself"))
            return nil
        }
        return other
    }
}
