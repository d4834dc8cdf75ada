package import Core
import Ingestion
package import PipelineDefinition
import Validation

/// A reference table of a definition: a CSV file with a header of known columns, and the position of every value.
package struct ReferenceTable {
    /// One row; its values are read by column name.
    package struct Row {
        fileprivate let sheet: ReferenceSheet
        fileprivate let index: Int

        /// The position where the row starts.
        package var position: SourcePosition { sheet.position(line: sheet.text.rows[index].line) }

        /// Returns the position where a value starts.
        package func position(of column: String) -> SourcePosition { sheet.position(row: index, column: column) }

        package subscript(column: String) -> String { sheet.value(row: index, column: column) }

        /// Returns the parts of a field that holds several values.
        package func list(_ column: String) -> [String] { self[column].split(separator: "|").map(String.init) }
    }

    package let rows: [Row]
    /// Whether the header is another publisher's.
    let isOfficial: Bool

    /// Reads the table. It must have the columns; further columns are ignored, so that a table may hold more than is
    /// needed. With a schema, columns are bound to its fields by name, and values are checked as in extracts. `naming`
    /// gives the columns of another publisher's header our own names.
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

/// The text of a reference table, with the results of applying its schema.
private final class ReferenceSheet {
    let text: CSVText
    /// The names of the columns: the schema's names, or the file's where the schema has none.
    let names: [String]
    /// Whether `naming` changed the header.
    let isOfficial: Bool
    private let bytes: [UInt8]
    private let path: String
    private let schema: TableSchema?
    private let delimiter: UInt8
    private let columns: [String: Int]
    /// The field of each column; `validator` checks its values.
    private let fields: [Int?]
    private let validator: RecordValidator?

    /// Reads the file. Nil if it is not a valid table, or if it lacks a column that its schema needs.
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

    /// Returns the first of the schema's delimiters with which the header has the columns that the schema needs.
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

    /// Returns whether every value of the row is valid by the schema.
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
