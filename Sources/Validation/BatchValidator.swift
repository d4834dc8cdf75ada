public import Core

/// Checks the batches of one extract against its schema. Each distinct value of a dictionary-coded column is checked
/// once in the whole extract.
public struct BatchValidator {
    private let validators: [FieldValidator]
    /// For each field and code, zero when the value is sound, otherwise the rule's position in the catalogue plus one.
    private var verdicts: [[UInt8]]
    private var anyFault: [Bool]
    private let emptyIsSound: [Bool]

    private static let rules = FindingRule.allCases
    private static func ordinal(_ rule: FindingRule) -> UInt8 { UInt8((rules.firstIndex(of: rule) ?? 0) + 1) }

    /// Creates a validator for one extract.
    public init(schema: TableSchema) {
        validators = schema.fields.map {
            FieldValidator(field: $0, missingValues: schema.missingValues, isOfCells: schema.isOfCells)
        }
        verdicts = Array(repeating: [], count: validators.count)
        anyFault = Array(repeating: false, count: validators.count)
        emptyIsSound = validators.map { $0.fault(in: "") == nil }
    }

    /// Returns every fault of every row, by field and then by row.
    public mutating func faults(in batch: RecordBatch) -> [RowFault] {
        var faults: [RowFault] = []
        for (index, validator) in validators.enumerated() where validator.canFault {
            switch batch.columns[index] {
            case .absent: continue
            case .coded(let column):
                judge(column, index, batch.encoding)
                guard anyFault[index] else { continue }
                unsafe verdicts[index].withUnsafeBufferPointer { verdicts in
                    for row in 0..<batch.count {
                        let verdict = unsafe verdicts[Int(column.codes[row])]
                        if verdict != 0 {
                            faults.append(RowFault(row: row, rule: Self.rules[Int(verdict) - 1], field: index))
                        }
                    }
                }
            case .bytes(let column):
                // Most values match, and matching bytes need not be decoded. Empty values are judged as text.
                let emptyIsSound = emptyIsSound[index]
                func judge(_ row: Int, _ bytes: UnsafeRawBufferPointer) {
                    if let rule = unsafe validator.fault(in: batch.encoding.string(bytes)) {
                        faults.append(RowFault(row: row, rule: rule, field: index))
                    }
                }
                if let pattern = validator.onlyPattern {
                    unsafe column.forEach(batch.count) { row, bytes in
                        if unsafe bytes.isEmpty ? !emptyIsSound : !pattern.matches(bytes) { unsafe judge(row, bytes) }
                    }
                } else {
                    unsafe column.forEach(batch.count) { row, bytes in
                        if unsafe !bytes.isEmpty || !emptyIsSound { unsafe judge(row, bytes) }
                    }
                }
            }
        }
        return faults
    }

    /// Checks the values that are new since the last batch.
    private mutating func judge(_ column: CodedColumn, _ index: Int, _ encoding: TextEncoding) {
        for code in verdicts[index].count..<max(verdicts[index].count, column.dictionary.count) {
            let fault = validators[index].fault(in: column.dictionary.string(code, encoding))
            verdicts[index].append(fault.map(Self.ordinal) ?? 0)
            if fault != nil { anyFault[index] = true }
        }
    }
}
