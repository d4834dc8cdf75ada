import Core

/// A field's values against the time that the file's name gives. There is one for every row, so each distinct value is
/// read once, and judged once a file.
struct FilePeriodCheck {
    private let field: Int
    private let check: Int
    private let isWithin: Bool
    private var values: OrderedColumn
    private var bounds: (first: Rational, last: Rational)?
    /// By code, whether the value lies outside.
    private var isOutside: [Bool] = []

    init(field: Int, check: Int, schema: TableSchema) {
        self.field = field
        self.check = check
        isWithin = schema.checks[check].requirement == .withinFileName
        values = OrderedColumn(field: field, schema: schema)
    }

    /// Says which file the next rows come from. A name that gives no time is a finding of its own; see `noFilePeriod`.
    mutating func begin(_ period: FilePeriod?) {
        bounds = period.map(values.bounds)
        isOutside = []
    }

    mutating func faults(in batch: RecordBatch, _ faults: inout [RowFault]) {
        guard bounds != nil else { return }
        func found(_ row: Int) {
            faults.append(RowFault(row: row, rule: .outsideFilePeriod, field: field, check: check))
        }
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
