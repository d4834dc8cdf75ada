public import Core

/// A kind of check that schemas can declare. Each is a file of this folder and a line in `CheckKinds`; whatever differs between
/// kinds is asked of them here.
public protocol CheckKind: CheckRequirement {
    /// The keys of which an item of `checks` has one, in the order in which messages name them; none for a kind that schemas
    /// declare in another way.
    static var keys: [String] { get }
    /// The rule that a row breaks where such a check fails.
    static var rule: FindingRule { get }
    /// What to do about it.
    static var advice: String { get }

    /// Whether an item with the key and the value asks for a check of the kind; by default every item with a key of it does.
    static func takes(_ key: String, _ value: String) -> Bool
    /// The check that an item asks for; nil when it is wrong, which is reported.
    static func read(_ item: CheckItem) -> Self?

    /// What checks batches on one thread; nil when no batch can tell.
    func validator(of field: Int, schema: TableSchema) -> (any BatchCheck)?
}

extension CheckKind {
    public var rule: FindingRule { Self.rule }
    public static func takes(_ key: String, _ value: String) -> Bool { keys.contains(key) }
}

/// A check of one field on the batches of a source. It is asked once a batch.
public protocol BatchCheck {
    /// Says which time the name of the next rows' file gives.
    mutating func begin(_ period: FilePeriod?)
    /// Calls the body with each row that fails.
    mutating func forEachFault(in batch: RecordBatch, _ found: (_ row: Int) -> Void)
}

extension BatchCheck {
    public mutating func begin(_ period: FilePeriod?) {}
}
