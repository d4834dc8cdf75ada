public import Core

/// Requires the value to lie in the months that the file's name gives (`2014-04-cleveland-street.csv`), or not after
/// the last day or month in the name. A name without a period is a finding of its own.
public struct FileNameCheck: CheckKind, Hashable {
    /// Whether a value before the months is at fault too.
    public let isWithin: Bool

    /// Creates a check that values lie within the months, or only that they do not lie after the months.
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

/// Checks a field's values against the period in the file's name. Every row has such a value, so each distinct value is
/// read once, and judged once for each file.
private struct FilePeriodValidator: BatchCheck {
    private let field: Int
    private let isWithin: Bool
    private var values: OrderedColumn
    private var bounds: (first: Rational, last: Rational)?
    /// For each code, whether the value lies outside the period.
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
            let codes = unsafe column.codes
            unsafe isOutside.withUnsafeBufferPointer { isOutside in
                for row in 0..<batch.count where unsafe isOutside[Int(codes[row])] { found(row) }
            }
        case .bytes(let column):
            unsafe column.forEach(batch.count) { row, bytes in
                if unsafe judge(values.read(batch.encoding.string(bytes))) { found(row) }
            }
        }
    }

    private func judge(_ value: Rational?) -> Bool {
        guard let bounds, let value else { return false }
        return value > bounds.last || (isWithin && value < bounds.first)
    }
}
