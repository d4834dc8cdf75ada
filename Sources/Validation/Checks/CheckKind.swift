public import Core

/// A kind of check that schemas can declare. Each has a file in this folder and a line in `CheckKinds`. This protocol
/// covers everything that differs between kinds.
public protocol CheckKind: CheckRequirement {
    /// The kind's keys, in the order in which messages name them; an item of `checks` has one of them. Empty for a kind
    /// that schemas declare in another way.
    static var keys: [String] { get }
    /// The rule that a row breaks where a check of the kind fails.
    static var rule: FindingRule { get }
    /// What to do about a row that breaks the rule.
    static var advice: String { get }

    /// Returns whether an item with the key and the value asks for a check of the kind. By default, every item with one
    /// of the kind's keys does.
    static func takes(_ key: String, _ value: String) -> Bool
    /// Returns the check that an item asks for. Nil when the item is wrong; the fault is then reported.
    static func read(_ item: CheckItem) -> Self?

    /// Returns a check of the batches on one thread; nil when single batches cannot show a fault.
    func validator(of field: Int, schema: TableSchema) -> (any BatchCheck)?
}

extension CheckKind {
    public var rule: FindingRule { Self.rule }
    public static func takes(_ key: String, _ value: String) -> Bool { keys.contains(key) }
}

/// A check of one field on the batches of a source. It is called once for each batch.
public protocol BatchCheck {
    /// Sets the period in the name of the next rows' file; nil when the name has none.
    mutating func begin(_ period: FilePeriod?)
    /// Calls the body with each row that fails.
    mutating func forEachFault(in batch: RecordBatch, _ found: (_ row: Int) -> Void)
}

extension BatchCheck {
    public mutating func begin(_ period: FilePeriod?) {}
}
