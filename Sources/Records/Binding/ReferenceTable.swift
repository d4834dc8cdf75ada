package import Core
import Ingestion
package import PipelineDefinition
import Validation

/// A reference table of a definition: CSV with a header whose columns are known, every value with its place.
package struct ReferenceTable {
    /// One row, by column name.
    package struct Row {
        fileprivate let sheet: ReferenceSheet
        fileprivate let index: Int

        /// Where the row starts.
        package var position: SourcePosition { sheet.position(line: sheet.text.rows[index].line) }

        /// Where a value starts.
        package func position(of column: String) -> SourcePosition { sheet.position(row: index, column: column) }

        package subscript(column: String) -> String { sheet.value(row: index, column: column) }

        /// The parts of a field that holds several values.
        package func list(_ column: String) -> [String] { self[column].split(separator: "|").map(String.init) }
    }

    package let rows: [Row]
    /// Whether the header is that of another publisher.
    let isOfficial: Bool

    /// Reads the table. It must have the columns; others are ignored, so that a table may say more than is needed. With a
    /// schema, columns are bound to its fields by name, and values are checked as those of extracts are. Headers of
    /// others are given our names by `naming`.
    package init?(
        _ name: Located<String>, columns: [String], schema: TableSchema? = nil, _ folder: DefinitionFolder,
        _ errors: DefinitionErrorCollector, naming: ([String]) -> [String] = { $0 }
    ) {
        guard let bytes = folder.bytes(name, errors),
            let sheet = ReferenceSheet(bytes, path: folder.path(name.value), schema, errors, naming)
        else { return nil }
        for column in columns where !sheet.names.contains(column) {
            errors.report(
                .missingColumn(column, found: sheet.names), at: sheet.position(line: sheet.headerLine))
        }
        guard columns.allSatisfy(sheet.names.contains) else { return nil }
        isOfficial = sheet.isOfficial
        rows = sheet.text.rows.indices.dropFirst().compactMap { index in
            let fields = sheet.text.rows[index].fields
            guard fields.count == sheet.names.count else {
                errors.report(
                    .expected("\(sheet.names.count) fields", found: "\(fields.count)"),
                    at: sheet.position(line: sheet.text.rows[index].line))
                return nil
            }
            return sheet.isSound(row: index, errors) ? Row(sheet: sheet, index: index) : nil
        }
    }
}

/// The text of a reference table, and what its schema says of it.
private final class ReferenceSheet {
    let text: CSVText
    /// The columns by the schema's names, or by the file's where the schema has none.
    let names: [String]
    /// Whether the names are not those of the file, and not by a schema.
    let isOfficial: Bool
    private let bytes: [UInt8]
    private let path: String
    private let schema: TableSchema?
    private let delimiter: UInt8
    private let columns: [String: Int]
    /// The field of each column, and the checks of its values.
    private let fields: [Int?]
    private let validator: RecordValidator?

    /// Nil when the file is no table, or lacks a column that its schema needs.
    init?(
        _ file: [UInt8], path: String, _ schema: TableSchema?, _ errors: DefinitionErrorCollector,
        _ naming: ([String]) -> [String]
    ) {
        let bytes = ByteOrderMark.removed(from: file)
        let delimiter = schema.map { Self.delimiter(of: bytes, $0) } ?? UInt8(ascii: ",")
        let text = CSVText(bytes, delimiter: delimiter)
        func report(_ kind: DefinitionError.Kind, line: Int) {
            errors.report(kind, at: SourcePosition(file: path, line: line, column: 1))
        }
        if let line = text.malformedLine {
            report(.malformedCSV, line: line)
            return nil
        }
        guard let header = text.rows.first else {
            report(.expected("a header", found: "an empty file"), line: 1)
            return nil
        }
        do throws(ExtractError) {
            fields = try schema?.fields(ofHeader: header.fields, file: path) ?? header.fields.map { _ in nil }
        } catch {
            for kind in Self.errors(in: error) { report(kind, line: header.line) }
            return nil
        }
        let known = naming(header.fields)
        isOfficial = known != header.fields
        names = zip(known, fields).map { name, field in
            field.flatMap { schema?.fields[$0].name } ?? name
        }
        columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        validator = schema.map(RecordValidator.init)
        (self.bytes, self.path, self.schema, self.delimiter, self.text) = (bytes, path, schema, delimiter, text)
    }

    /// The first of the schema's delimiters with which the header has what is needed.
    private static func delimiter(of bytes: [UInt8], _ schema: TableSchema) -> UInt8 {
        let fitting = schema.delimiters.first { delimiter in
            let header = CSVText(bytes, delimiter: delimiter, limit: 1).rows.first?.fields ?? []
            return (try? schema.fields(ofHeader: header, file: "")) != nil
        }
        return fitting ?? schema.delimiters.first ?? UInt8(ascii: ",")
    }

    private static func errors(in extractError: ExtractError) -> [DefinitionError.Kind] {
        switch extractError {
        case .missingColumns(_, _, let missing, let found, _):
            missing.map { .missingColumn($0.field, found: found.map(\.text)) }
        case .ambiguousColumn(_, let field, let headers, _):
            [.contradiction("more than one column could be '\(field)': " + headers.joined(separator: ", "))]
        case .otherColumns(_, let schema, let columns, _):
            columns.map { .contradiction("the schema \(schema) allows no other columns, such as '\($0.text)'") }
        default: [.contradiction("\(extractError)")]
        }
    }

    var headerLine: Int { text.rows.first?.line ?? 1 }

    func position(line: Int) -> SourcePosition { SourcePosition(file: path, line: line, column: 1) }

    func position(row: Int, column: String) -> SourcePosition {
        guard let field = columns[column] else { return position(line: text.rows[row].line) }
        let place = text.place(ofField: field, inRow: row, of: bytes, delimiter: delimiter)
        return SourcePosition(file: path, line: place.line, column: place.column)
    }

    func value(row: Int, column: String) -> String {
        guard let position = columns[column] else { return "" }
        let value = text.rows[row].fields[position]
        guard let schema, let field = fields[position] else { return value }
        return schema.missingValues.contains(value)
            ? "" : WholeNumber.ungrouped(value, separator: schema.fields[field].groupSeparator)
    }

    /// Whether every value is what the schema says.
    func isSound(row: Int, _ errors: DefinitionErrorCollector) -> Bool {
        guard let validator else { return true }
        var isSound = true
        for (position, value) in text.rows[row].fields.enumerated() {
            guard let field = fields[position], let rule = validator.fault(in: value, ofField: field) else { continue }
            isSound = false
            errors.report(
                .value(value, of: names[position], breaks: rule), at: self.position(row: row, column: names[position]))
        }
        return isSound
    }
}
