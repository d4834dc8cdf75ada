public import Core

/// What a schema writes to ask for a check: a key and its value, about a field.
public struct CheckItem {
    /// What is wrong with the value.
    public enum Fault {
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
    private let onFault: (Fault) -> Void

    /// An item from its parts. Faults are reported at the place of the value.
    public init(
        schema: TableSchema, field: Int, key: String, value: String, onFault: @escaping (Fault) -> Void
    ) {
        self.schema = schema
        self.field = field
        self.key = key
        self.value = value
        self.onFault = onFault
    }

    /// The name of the field at the position.
    public func name(_ field: Int) -> String { schema.fields[field].name }

    /// Reports what is wrong with the value.
    public func report(_ fault: Fault) { onFault(fault) }

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
