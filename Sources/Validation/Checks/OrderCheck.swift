public import Core

/// Requires an order between the value and another field's value: days, months or numbers. The time of day is ignored.
public struct OrderCheck: CheckKind, Hashable {
    /// The order that two values must have.
    public enum Order: String, CaseIterable, Sendable {
        case notBefore = "not-before"
        case notAfter = "not-after"
        case after, before

        /// Returns whether `value` and `other` have this order.
        public func holds<Value: Comparable>(_ value: Value, _ other: Value) -> Bool {
            switch self {
            case .notBefore: value >= other
            case .notAfter: value <= other
            case .after: value > other
            case .before: value < other
            }
        }
    }

    public let order: Order
    public let other: Int

    /// Creates a check of the order with the field at the position.
    public init(_ order: Order, other: Int) {
        self.order = order
        self.other = other
    }

    public static var keys: [String] { Order.allCases.map(\.rawValue) }
    public static var rule: FindingRule { .outOfOrder }
    public static var advice: String { "ask the partner which of the two is right" }

    public static func takes(_ key: String, _ value: String) -> Bool {
        keys.contains(key) && !FileNameCheck.takes(key, value)
    }

    public static func read(_ item: CheckItem) -> OrderCheck? {
        guard let order = Order(rawValue: item.key), let other = item.otherField else { return nil }
        guard areComparable(item.schema.fields[item.field].type, item.schema.fields[other].type) else {
            item.report(
                .contradiction(
                    "'\(item.name(item.field))' and '\(item.name(other))' cannot be compared: both must be dates, or months, "
                        + "or numbers"))
            return nil
        }
        return OrderCheck(order, other: other)
    }

    private static func areComparable(_ a: FieldType, _ b: FieldType) -> Bool {
        switch (a, b) {
        case (.date, .date), (.yearmonth, .yearmonth): true
        case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number): true
        default: false
        }
    }

    public var otherFields: [Int] { [other] }

    public func explanation(others: String) -> String {
        switch order {
        case .notBefore: "the value is before the value of \(others)"
        case .notAfter: "the value is after the value of \(others)"
        case .after: "the value is not after the value of \(others)"
        case .before: "the value is not before the value of \(others)"
        }
    }

    public func validator(of field: Int, schema: TableSchema) -> (any BatchCheck)? {
        Validator(
            order: order, values: OrderedColumn(field: field, schema: schema),
            others: OrderedColumn(field: other, schema: schema))
    }

    /// Checks the order in each row. Values that are missing, or not of their field's type, pass.
    private struct Validator: BatchCheck {
        let order: Order
        var values, others: OrderedColumn

        mutating func forEachFault(in batch: RecordBatch, _ found: (Int) -> Void) {
            values.extend(over: batch)
            others.extend(over: batch)
            for row in 0..<batch.count {
                guard let value = values.value(row, in: batch), let other = others.value(row, in: batch),
                    !order.holds(value, other)
                else { continue }
                found(row)
            }
        }
    }
}
