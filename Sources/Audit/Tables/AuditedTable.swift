/// A table to be audited, with what is known of its structure.
public struct AuditedTable: Hashable, Sendable {
    /// What is known of the structure.
    public enum Knowledge: Hashable, Sendable {
        /// Nothing: everything is inferred.
        case nothing
        /// What columns and rows are, but not which of them add up.
        case roles(TableStructure)
        /// Everything.
        case all(TableStructure)
    }

    public let table: PrintedTable
    public let knowledge: Knowledge

    /// A table and what is known of its structure.
    public init(_ table: PrintedTable, _ knowledge: Knowledge = .nothing) {
        self.table = table
        self.knowledge = knowledge
    }
}
