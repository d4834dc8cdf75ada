public import Core

/// An item with which a schema asks for a check of a field: a key and its value.
public struct CheckItem {
    /// What is wrong with the value.
    public enum Fault {
        /// Something else was expected.
        case expected(String)
        /// No field has the name.
        case unknownField
        /// The item asks for something impossible; a sentence says what.
        case contradiction(String)
    }

    public let schema: TableSchema
    /// The position of the field that the check is for.
    public let field: Int
    public let key, value: String
    private let onFault: (Fault) -> Void

    /// Creates an item from its parts. Faults are reported at the place of the value.
    public init(
        schema: TableSchema, field: Int, key: String, value: String, onFault: @escaping (Fault) -> Void
    ) {
        self.schema = schema
        self.field = field
        self.key = key
        self.value = value
        self.onFault = onFault
    }

    /// Returns the name of the field at the position.
    public func name(_ field: Int) -> String { schema.fields[field].name }

    /// Reports what is wrong with the value.
    public func report(_ fault: Fault) { onFault(fault) }

    /// The position of the other field that the value names. Nil, with a report, when no field has that name, or when
    /// it is the name of the check's own field.
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
