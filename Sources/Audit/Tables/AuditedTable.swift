/// A table to be audited, with what is known about its structure.
public struct AuditedTable: Hashable, Sendable {
    /// What is known about the structure.
    public enum Knowledge: Hashable, Sendable {
        /// Nothing: everything is inferred.
        case nothing
        /// The meaning of columns and rows, but not which of them add up.
        case roles(TableStructure)
        /// Everything.
        case all(TableStructure)
    }

    public let table: PrintedTable
    public let knowledge: Knowledge

    /// Creates a table with what is known about its structure.
    public init(_ table: PrintedTable, _ knowledge: Knowledge = .nothing) {
        self.table = table
        self.knowledge = knowledge
    }
}
