import Core
import Normalisation

/// Recognises rows of the forces that cover areas of the definition. It is valid only for the dictionary that it has
/// read.
struct CoveringForces {
    private let field: Int
    /// The areas that each force covers, by the force's key.
    private let covers: [String: Set<Int>]
    private let all: Set<Int>
    /// Whether rows without a force belong to the only force.
    private let hasOnlyForce: Bool
    private let missing: Set<String>
    private let labels: LabelMappings
    private let schema: TableSchema
    /// The force for each distinct value.
    private var forces: [Force] = []
    /// Whether some force in the file does not cover all areas.
    private var isAnyPartial = false

    private struct Force {
        let name: String
        let areas: Set<Int>
        let coversAll: Bool
    }

    /// Nil if the source does not say which areas its forces cover, or if its schema has no column of forces.
    init?(schema: TableSchema, covers: [String: [Int]], labels: LabelMappings) {
        let named = covers.filter { !$0.key.isEmpty }
        guard let field = schema.fields(.force).first, !named.isEmpty else { return nil }
        self.field = field
        self.schema = schema
        self.covers = Dictionary(
            named.map { (DeliveryUnit.key(of: $0.key), Set($0.value)) }, uniquingKeysWith: { $0.union($1) })
        all = self.covers.values.reduce(into: []) { $0.formUnion($1) }
        hasOnlyForce = named.count == 1
        missing = schema.missingValues
        self.labels = labels
    }

    private mutating func extend(over column: CodedColumn, _ encoding: TextEncoding) {
        while forces.count < column.dictionary.count {
            let text = column.dictionary.string(forces.count, encoding)
            let isMissing = text.isEmpty || missing.contains(text)
            let name = labels.known(text, in: schema.fields[field])
            let areas = isMissing && hasOnlyForce ? all : covers[DeliveryUnit.key(of: name)] ?? []
            let coversAll = areas == all
            if !coversAll { isAnyPartial = true }
            forces.append(Force(name: isMissing ? "" : name, areas: areas, coversAll: coversAll))
        }
    }

    /// Returns whether the row's force covers any of the areas; true if the file has no column of forces.
    mutating func covers(_ row: Int, _ batch: RecordBatch) -> Bool {
        guard case .coded(let column) = batch.columns[field] else { return true }
        extend(over: column, batch.encoding)
        return unsafe !forces[Int(column.codes[row])].areas.isEmpty
    }

    /// Adds up the rows that count although the force that they name does not cover their area.
    mutating func addUnexpected(
        _ batch: RecordBatch, _ events: EventNormaliser, to found: inout [ForceCell: Int]
    ) {
        guard case .coded(let column) = batch.columns[field] else { return }
        extend(over: column, batch.encoding)
        guard isAnyPartial else { return }
        for row in 0..<batch.count where unsafe events.outcomes[row] == 0 {
            let force = unsafe forces[Int(column.codes[row])]
            guard !force.coversAll else { continue }
            let cell = unsafe FactKey(word: events.keys[row])
            guard all.contains(cell.area), !force.areas.contains(cell.area) else { continue }
            found[ForceCell(force: force.name, area: cell.area, month: cell.month), default: 0] += 1
        }
    }
}
