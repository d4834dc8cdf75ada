public import Core

/// Reads the values that must be unique, as 128-bit hashes: each hash is of one field's value, or of several fields'
/// values together. Which rows repeat another row is known only when the whole extract has been read.
public struct UniqueKeyReader {
    private let keys: [Key]
    private let missingWords: [[UInt8]]
    private let hash: (Span<UInt8>) -> RecordKey

    private struct Key {
        let check: Int
        let fields: [(position: Int, type: FieldType)]
    }

    /// Creates a reader for every `unique` check of the schema. `hash` may be a keyed hash, for values that must not be
    /// guessed.
    public init(
        schema: TableSchema, hash: @escaping (Span<UInt8>) -> RecordKey = { RecordKey(hashing: $0) }
    ) {
        keys = schema.checks.enumerated().compactMap { check, declared in
            guard let unique = declared.requirement as? UniqueCheck else { return nil }
            return Key(check: check, fields: unique.fields.map { ($0, schema.fields[$0].type) })
        }
        missingWords = schema.missingValues.map { Array($0.utf8) }
        self.hash = hash
    }

    /// Whether the schema requires nothing to be unique.
    public var isIdle: Bool { keys.isEmpty }

    /// Calls the body with each check, row and key. A row has no key when one of the values is missing or not of its
    /// field's type.
    public func forEachKey(in batch: RecordBatch, _ body: (_ check: Int, _ row: Int, RecordKey) -> Void) {
        var bytes: [UInt8] = []
        for key in keys {
            for row in 0..<batch.count {
                bytes.removeAll(keepingCapacity: true)
                guard key.fields.allSatisfy({ append($0.position, $0.type, row, batch, &bytes) }) else { continue }
                body(key.check, row, hash(bytes.span))
            }
        }
    }

    /// Appends the value in a standard form, so that equal values are the same however they are written: `01` is `1`.
    /// Returns false when the value is missing or not of its type.
    private func append(
        _ field: Int, _ type: FieldType, _ row: Int, _ batch: RecordBatch, _ key: inout [UInt8]
    ) -> Bool {
        let start = key.count
        return unsafe batch.withBytes(field, row) { bytes in
            if missingWords.contains(where: { unsafe bytes.elementsEqual($0) }) { return false }
            if case .string = type {
                unsafe key.append(contentsOf: bytes)
            } else {
                guard let text = unsafe Self.canonical(batch.encoding.string(bytes), type) else { return false }
                key.append(contentsOf: text.utf8)
            }
            // The length is appended, so that ("ab", "c") and ("a", "bc") differ.
            unsafe withUnsafeBytes(of: UInt32(truncatingIfNeeded: key.count - start)) {
                unsafe key.append(contentsOf: $0)
            }
            return true
        } ?? false
    }

    private static func canonical(_ text: String, _ type: FieldType) -> String? {
        switch type {
        case .string: return text
        case .integer, .number: return Rational(decimal: text).map { "\($0.numerator)/\($0.denominator)" }
        case .yearmonth: return Month(text).map(String.init(describing:))
        case .boolean(let yes, let no): return yes.contains(text) ? "yes" : no.contains(text) ? "no" : nil
        case .date(let forms):
            guard let day = type.date(text) else { return nil }
            // Two times on one day differ. Days without a time are the same however they are written.
            return forms.contains { $0.hasTime && $0.date(text) != nil } ? text : day.description
        }
    }
}

extension RecordBatch {
    /// Calls the body with the bytes of a row's value, which are valid until the body returns. Returns nil when the
    /// batch lacks the field.
    func withBytes<Result>(_ field: Int, _ row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        switch columns[field] {
        case .absent: nil
        case .bytes(let column): unsafe body(column.bytes(row))
        case .coded(let column): unsafe body(column.dictionary.table.pointee.bytes(Int(column.codes[row])))
        }
    }
}
