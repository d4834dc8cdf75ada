public import Tabular

/// What drifting labels stand for: a partnership or an offence that was called something else in another year. Only
/// what the tables list is replaced; nothing is guessed.
public struct LabelMappings: Sendable {
    /// By the schema's name of the column: label as it stands in a file → label that the reference tables know.
    private let tables: [String: [String: String]]

    /// The columns whose values are labels of something in a reference table.
    public static let roles: Set<FieldRole> = [.category, .csp, .force, .localAuthority]

    /// Mappings by column.
    public init(_ tables: [String: [String: String]] = [:]) { self.tables = tables }

    /// The label that the reference tables know.
    func known(_ text: String, in field: SchemaField) -> String { tables[field.name]?[text] ?? text }
}
