public import Core

/// Checks batches of one source against the checks that its schema declares, except for unique values, which need all
/// batches.
public struct CheckValidator {
    private struct Declared {
        let check, field: Int
        let rule: FindingRule
        var validator: any BatchCheck
    }

    private var declared: [Declared]
    private let readsFileName: Bool

    /// Creates a validator that has not been given a file yet.
    public init(schema: TableSchema) {
        declared = schema.checks.enumerated().compactMap { index, check in
            guard let field = check.field,
                let validator = (check.requirement as? any CheckKind)?.validator(of: field, schema: schema)
            else { return nil }
            return Declared(check: index, field: field, rule: check.rule, validator: validator)
        }
        readsFileName = schema.checks.contains(where: \.readsFileName)
    }

    /// Sets the extract that the next rows belong to, by its name.
    public mutating func begin(_ file: String) {
        guard readsFileName else { return }
        let period = FilePeriod(fileName: file)
        for index in declared.indices { declared[index].validator.begin(period) }
    }

    /// Returns every fault of every row, by check and then by row.
    public mutating func faults(in batch: RecordBatch) -> [RowFault] {
        var faults: [RowFault] = []
        for index in declared.indices {
            let (check, field, rule) = (declared[index].check, declared[index].field, declared[index].rule)
            declared[index].validator.forEachFault(in: batch) { row in
                faults.append(RowFault(row: row, rule: rule, field: field, check: check))
            }
        }
        return faults
    }
}
