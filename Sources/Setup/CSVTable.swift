import CSV

/// Writes a reference table.
struct CSVTable {
    private var writer: CSVWriter

    init(_ header: [String]) { writer = CSVWriter(header: header, dialect: .referenceTable) }

    mutating func append(_ fields: [String]) { writer.append(fields.map { .text($0) }) }

    var text: String { String(decoding: writer.bytes, as: UTF8.self) }
}
