/// A table to be audited, with its structure when that is known.
public struct AuditedTable: Hashable, Sendable {
    public let table: PrintedTable
    /// Nil when it is to be inferred.
    public let structure: TableStructure?

    /// A table and what is known of its structure.
    public init(_ table: PrintedTable, structure: TableStructure? = nil) {
        self.table = table
        self.structure = structure
    }
}
