import Normalisation
import Tabular

/// Tells the rows of forces whose deliveries cover areas of the definition. It belongs to the dictionary that it has read.
struct CoveringForces {
    private let field: Int
    private let keys: Set<String>
    private var isCovering: [Bool] = []

    /// Nil when the source does not say whose deliveries cover what, or its schema has no column of forces.
    init?(schema: TableSchema, covers: [String: [Int]]) {
        guard let field = schema.fields(.force).first, !covers.isEmpty else { return nil }
        self.field = field
        keys = Set(covers.keys.map(DeliveryUnit.key))
    }

    /// Whether the row's force is one of them; true where the file has no forces.
    mutating func covers(_ row: Int, _ batch: RecordBatch) -> Bool {
        guard case .coded(let column) = batch.columns[field] else { return true }
        let code = Int(column.codes[row])
        while isCovering.count <= code {
            let text = column.dictionary.string(isCovering.count, batch.encoding)
            isCovering.append(keys.contains(DeliveryUnit.key(of: text)))
        }
        return isCovering[code]
    }
}
