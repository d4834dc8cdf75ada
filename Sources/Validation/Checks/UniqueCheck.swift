public import Core

/// Requires that no earlier row of the extract has the same values in the fields. Schemas ask for this check with
/// `constraints: {unique: true}` or a primary key. A single batch cannot show a fault, so `UniqueKeyReader` collects
/// the values of the whole extract.
public struct UniqueCheck: CheckKind, Hashable {
    /// The positions of the fields.
    public let fields: [Int]

    /// Creates a check of the fields at the positions.
    public init(_ fields: [Int]) { self.fields = fields }

    public static var keys: [String] { [] }
    public static var rule: FindingRule { .notUnique }
    public static var advice: String { "keep only one of the rows" }
    public static func read(_ item: CheckItem) -> UniqueCheck? { nil }

    public var otherFields: [Int] { fields }

    public func explanation(others: String) -> String {
        others.isEmpty
            ? "an earlier row already has the value"
            : "an earlier row has the same values in \(others)"
    }

    public func validator(of field: Int, schema: TableSchema) -> (any BatchCheck)? { nil }
}
