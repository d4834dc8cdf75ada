public import Core

/// Checks batches of one source against the checks that its schema declares, but for unique values, which no batch can
/// tell. Values that are missing, or not of their field's type, pass: they are another rule's business.
public struct CheckValidator {
    private let relations: [RelationCheck]
    private var filePeriods: [FilePeriodCheck]
    private var columns: [Int: OrderedColumn] = [:]
    private let missingWords: [[UInt8]]

    /// A validator that knows no file yet.
    public init(schema: TableSchema) {
        relations = schema.checks.indices.compactMap { RelationCheck(check: $0, schema: schema) }
        filePeriods = schema.checks.indices.compactMap { check in
            guard schema.checks[check].readsFileName, let field = schema.checks[check].field else { return nil }
            return FilePeriodCheck(field: field, check: check, schema: schema)
        }
        for field in Set(relations.flatMap(\.comparedFields)) {
            columns[field] = OrderedColumn(field: field, schema: schema)
        }
        missingWords = schema.missingValues.map { Array($0.utf8) }
    }

    /// Says which extract the next rows belong to, by its name.
    public mutating func begin(_ file: String) {
        guard !filePeriods.isEmpty else { return }
        let period = FilePeriod(fileName: file)
        for index in filePeriods.indices { filePeriods[index].begin(period) }
    }

    /// Every fault of every row, by check and then by row.
    public mutating func faults(in batch: RecordBatch) -> [RowFault] {
        var faults: [RowFault] = []
        for index in filePeriods.indices { filePeriods[index].faults(in: batch, &faults) }
        guard !relations.isEmpty else { return faults }
        for field in columns.keys { columns[field]?.extend(over: batch) }
        for relation in relations {
            relation.faults(in: batch, columns, isMissing: { isMissing($0, $1, batch) }, &faults)
        }
        return faults
    }

    private func isMissing(_ field: Int, _ row: Int, _ batch: RecordBatch) -> Bool {
        batch.withBytes(field, row) { bytes in missingWords.contains { bytes.elementsEqual($0) } } ?? true
    }
}
