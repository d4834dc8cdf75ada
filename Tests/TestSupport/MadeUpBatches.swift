public import Core

/// Makes batches from rows of text, as the reader would fill them. Dictionaries last for the whole extract.
public final class MadeUpBatches {
    private let columns: [RecordColumn]
    private let encoding: TextEncoding
    private var line: UInt32 = 2

    /// Batches of the schema.
    public init(_ schema: TableSchema, encoding: TextEncoding = .utf8, capacity: Int = 4096) {
        self.encoding = encoding
        columns = schema.fields.map { field in
            guard field.isNeeded else { return .absent }
            return field.role == .identifier
                ? .bytes(ByteColumn(capacity: capacity)) : .coded(CodedColumn(capacity: capacity))
        }
    }

    /// Returns the next batch. A row has one value for each field.
    public func batch(_ rows: [[String]]) -> RecordBatch {
        let batch = RecordBatch(columns: columns, capacity: max(1, rows.count), encoding: encoding)
        batch.setCount(0)
        for (row, values) in rows.enumerated() {
            batch.lines[row] = line
            line += 1
            for (column, value) in zip(columns, values) { Self.put(Array(value.utf8), row, column) }
        }
        batch.setCount(rows.count)
        return batch
    }

    private static func put(_ value: [UInt8], _ row: Int, _ column: RecordColumn) {
        // One byte more, so that an empty value has an address.
        (value + [0]).withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            switch column {
            case .absent: return
            case .coded(let column): column.codes[row] = column.dictionary.table.pointee.intern(base, value.count)
            case .bytes(let column):
                column.storage.pointee.reserve(value.count)
                (column.storage.pointee.arena + column.storage.pointee.used).update(from: base, count: value.count)
                column.storage.pointee.used += value.count
                column.storage.pointee.ends[row] = UInt32(column.storage.pointee.used)
            }
        }
    }
}

extension FieldConstraints {
    /// Returns constraints after the closure has set some of them.
    public static func with(_ change: (inout FieldConstraints) -> Void) -> FieldConstraints {
        var constraints = FieldConstraints()
        change(&constraints)
        return constraints
    }
}

extension TableSchema {
    /// A schema of events with these fields.
    public static func of(_ fields: [SchemaField], missing: Set<String> = ["", "NA"]) -> TableSchema {
        TableSchema(name: "made-up", title: "Made up", fields: fields, missingValues: missing, records: .events)
    }
}
