public import Core

/// The values that labels in files stand for: a partnership or an offence may have had another name in another year.
/// Only labels in the tables are replaced; nothing is guessed.
public struct LabelMappings: Sendable {
    /// For each column, by its name in the schema: label in the file → label in the reference tables.
    private let tables: [String: [String: String]]
    /// For each column, the labels that stand for a part of a value, so that the numbers of the parts are added.
    private let parts: [String: Set<String>]

    /// The roles of columns with labels that a reference table lists.
    public static let roles: Set<FieldRole> = [.category, .csp, .force, .localAuthority]

    /// Creates mappings by column, with the labels of each column that stand for a part of a value.
    public init(_ tables: [String: [String: String]] = [:], parts: [String: Set<String>] = [:]) {
        self.tables = tables
        self.parts = parts
    }

    /// Returns whether the label is another name for the whole of a value, rather than for a part of it.
    func isOtherName(_ text: String, in field: SchemaField) -> Bool {
        tables[field.name]?[text] != nil && parts[field.name]?.contains(text) != true
    }

    /// Returns the label in the reference tables.
    package func known(_ text: String, in field: SchemaField) -> String { tables[field.name]?[text] ?? text }
}
