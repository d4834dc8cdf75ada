public import Core

/// What drifting labels stand for: a partnership or an offence that was called something else in another year. Only
/// what the tables list is replaced; nothing is guessed.
public struct LabelMappings: Sendable {
    /// By the schema's name of the column: label as it stands in a file → label that the reference tables know.
    private let tables: [String: [String: String]]
    /// By column, the labels that are parts of what they stand for, so that both add up.
    private let parts: [String: Set<String>]

    /// The columns whose values are labels of something in a reference table.
    public static let roles: Set<FieldRole> = [.category, .csp, .force, .localAuthority]

    /// Mappings by column, and the labels of each that are parts of what they stand for.
    public init(_ tables: [String: [String: String]] = [:], parts: [String: Set<String>] = [:]) {
        self.tables = tables
        self.parts = parts
    }

    /// Whether the label is another name of what it stands for, and not a part of it.
    func isOtherName(_ text: String, in field: SchemaField) -> Bool {
        tables[field.name]?[text] != nil && parts[field.name]?.contains(text) != true
    }

    /// The label that the reference tables know.
    package func known(_ text: String, in field: SchemaField) -> String { tables[field.name]?[text] ?? text }
}
