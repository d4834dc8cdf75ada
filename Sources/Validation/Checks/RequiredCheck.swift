public import Core

/// Requires a value when another field has one, or when the other field has none.
public struct RequiredCheck: CheckKind, Hashable {
    public let other: Int
    /// Whether the value is required when the other field has one; otherwise it is required when the other field has
    /// none.
    public let whenPresent: Bool

    /// Creates a check that depends on the other field at the position.
    public init(other: Int, whenPresent: Bool) {
        self.other = other
        self.whenPresent = whenPresent
    }

    public static let keys = ["required-with", "required-unless"]
    public static var rule: FindingRule { .requiredBesideOther }
    public static var advice: String { "ask the partner for the value" }

    public static func read(_ item: CheckItem) -> RequiredCheck? {
        item.otherField.map { RequiredCheck(other: $0, whenPresent: item.key == "required-with") }
    }

    public var otherFields: [Int] { [other] }

    public func explanation(others: String) -> String {
        "a value is required, since \(others) has \(whenPresent ? "one" : "none")"
    }

    public func validator(of field: Int, schema: TableSchema) -> (any BatchCheck)? {
        Validator(
            field: field, other: other, whenPresent: whenPresent,
            missingWords: schema.missingValues.map { Array($0.utf8) })
    }

    private struct Validator: BatchCheck {
        let field, other: Int
        let whenPresent: Bool
        let missingWords: [[UInt8]]

        mutating func forEachFault(in batch: RecordBatch, _ found: (Int) -> Void) {
            for row in 0..<batch.count where isMissing(other, row, batch) != whenPresent && isMissing(field, row, batch)
            {
                found(row)
            }
        }

        private func isMissing(_ field: Int, _ row: Int, _ batch: RecordBatch) -> Bool {
            unsafe batch.withBytes(field, row) { bytes in missingWords.contains { unsafe bytes.elementsEqual($0) } }
                ?? true
        }
    }
}
