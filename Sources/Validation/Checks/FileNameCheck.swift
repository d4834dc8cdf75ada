public import Core

/// The value lies in the months that the file's name gives (`2014-04-cleveland-street.csv`), or not after the day or the month
/// that it begins with or holds. A name that gives no time is a finding of its own.
public struct FileNameCheck: CheckKind, Hashable {
    /// Whether the value may not lie before the months either.
    public let isWithin: Bool

    /// A check of values within the months, or only not after them.
    public init(isWithin: Bool) { self.isWithin = isWithin }

    public static let keys = ["within", "not-after"]
    public static var rule: FindingRule { .outsideFilePeriod }
    public static var advice: String { "check that the file has the right name" }
    public var readsFileName: Bool { true }

    public static func takes(_ key: String, _ value: String) -> Bool {
        key == "within" || (key == "not-after" && value == fileName)
    }

    public static func read(_ item: CheckItem) -> FileNameCheck? {
        guard item.value == fileName else {
            item.report(.expected(fileName))
            return nil
        }
        switch item.schema.fields[item.field].type {
        case .date, .yearmonth: return FileNameCheck(isWithin: item.key == "within")
        default:
            item.report(.contradiction("'\(item.name(item.field))' has neither dates nor months"))
            return nil
        }
    }

    private static let fileName = "file-name"

    public func explanation(others: String) -> String {
        isWithin
            ? "the value is outside the months in the file's name"
            : "the value is after the date in the file's name"
    }

    public func validator(of field: Int, schema: TableSchema) -> (any BatchCheck)? {
        FilePeriodValidator(field: field, isWithin: isWithin, schema: schema)
    }
}

/// A field's values against the period in the file's name. There is one for every row, so each distinct value is
/// read once, and judged once a file.
private struct FilePeriodValidator: BatchCheck {
    private let field: Int
    private let isWithin: Bool
    private var values: OrderedColumn
    private var bounds: (first: Rational, last: Rational)?
    /// By code, whether the value lies outside.
    private var isOutside: [Bool] = []

    init(field: Int, isWithin: Bool, schema: TableSchema) {
        self.field = field
        self.isWithin = isWithin
        values = OrderedColumn(field: field, schema: schema)
    }

    mutating func begin(_ period: FilePeriod?) {
        bounds = period.map(values.bounds)
        isOutside = []
    }

    mutating func forEachFault(in batch: RecordBatch, _ found: (Int) -> Void) {
        guard bounds != nil else { return }
        switch batch.columns[field] {
        case .absent: return
        case .coded(let column):
            values.extend(over: batch)
            for code in isOutside.count..<max(isOutside.count, column.dictionary.count) {
                isOutside.append(judge(values.value(ofCode: code)))
            }
            guard isOutside.contains(true) else { return }
            let codes = column.codes
            isOutside.withUnsafeBufferPointer { isOutside in
                for row in 0..<batch.count where isOutside[Int(codes[row])] { found(row) }
            }
        case .bytes(let column):
            column.forEach(batch.count) { row, bytes in
                if judge(values.read(batch.encoding.string(bytes))) { found(row) }
            }
        }
    }

    private func judge(_ value: Rational?) -> Bool {
        guard let bounds, let value else { return false }
        return value > bounds.last || (isWithin && value < bounds.first)
    }
}
