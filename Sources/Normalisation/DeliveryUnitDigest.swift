public import Core

/// A digest of a unit's rows in any order: their number, and a sum of their hashes. Columns that the schema does not
/// read are ignored.
public struct DeliveryUnitDigest: Hashable, Sendable {
    /// The number of rows.
    public private(set) var rows = 0
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    /// Creates a digest of no rows.
    public init() {}

    mutating func add(_ key: RecordKey) {
        rows += 1
        high &+= key.high
        low &+= key.low
    }
}

/// Digests the rows of an extract by unit. Only extracts that deliver the same unit in unknown order are digested.
public struct DeliveryUnitDigester {
    private let schema: TableSchema
    private var reader: DeliveryUnitReader
    /// The hash of each distinct value, by field.
    private var hashes: [CodeMap<RecordKey>]
    private var byUnit: [Int: DeliveryUnitDigest] = [:]

    /// Creates a digester for one extract; nil if the schema has no delivery units.
    public init?(schema: TableSchema, labels: LabelMappings, areas: AreaTable, force: String? = nil) {
        guard let reader = DeliveryUnitReader(schema: schema, labels: labels, areas: areas, force: force) else {
            return nil
        }
        self.schema = schema
        self.reader = reader
        hashes = schema.fields.map { _ in CodeMap() }
    }

    /// The digests of the rows so far.
    public var digests: [DeliveryUnit: DeliveryUnitDigest] {
        Dictionary(byUnit.map { (reader.units[$0.key], $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds the rows of a batch.
    public mutating func add(_ batch: RecordBatch) {
        for field in schema.fields.indices {
            guard let column = batch.coded(field) else { continue }
            hashes[field].extend(over: column, batch.encoding, missing: schema.missingValues) {
                Array(($0 ?? "").utf8).withUnsafeBytes(RecordKey.init(hashing:))
            }
        }
        var found: [(Range<Int>, Int)] = []
        reader.forEachRun(in: batch) { rows, unit in if let unit { found.append((rows, unit)) } }
        for (rows, unit) in found {
            for row in rows { byUnit[unit, default: DeliveryUnitDigest()].add(key(row, batch)) }
        }
    }

    private func key(_ row: Int, _ batch: RecordBatch) -> RecordKey {
        var words: [UInt64] = []
        for field in schema.fields.indices {
            let key: RecordKey
            switch batch.columns[field] {
            case .absent: continue
            case .coded(let column): key = hashes[field].meanings[Int(column.codes[row])]
            case .bytes(let column): key = RecordKey(hashing: column.bytes(row))
            }
            words += [UInt64(field), key.high, key.low]
        }
        return words.withUnsafeBytes(RecordKey.init(hashing:))
    }
}
