import FoundationEssentials
import Ingestion

/// A table of the national reference, with the values of each row by column name. The files belong to the project, so a
/// file that lacks a column or is not a table is damaged.
struct NationalTable {
    let rows: [[String: String]]

    /// Reads a file in the folder. Throws when the file is missing, is not a table, or lacks one of the columns.
    init(_ name: String, in folder: String, columns: [String]) throws(SetupFailure) {
        try self.init(try Self.bytes(name, in: folder), path: "\(folder)/\(name)", columns: columns)
    }

    /// Reads the table from bytes of the file at the path.
    init(_ bytes: [UInt8], path: String, columns: [String]) throws(SetupFailure) {
        let text = CSVText(bytes)
        guard text.malformedLine == nil, let header = text.rows.first?.fields else {
            throw .damagedReference(path: path, problem: "it is not a CSV file with a header")
        }
        for column in columns where !header.contains(column) {
            throw .damagedReference(path: path, problem: "the column '\(column)' is missing")
        }
        if let row = text.rows.first(where: { $0.fields.count != header.count }) {
            throw .damagedReference(path: path, problem: "line \(row.line) has \(row.fields.count) fields")
        }
        rows = text.rows.dropFirst().map { row in
            Dictionary(zip(header, row.fields), uniquingKeysWith: { first, _ in first })
        }
    }

    static func bytes(_ name: String, in folder: String) throws(SetupFailure) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
            throw .noReference(folder: folder, file: name)
        }
        return [UInt8](data)
    }
}

extension [String: String] {
    /// Returns the value of a column that the table is known to have.
    func text(_ column: String) -> String { self[column] ?? "" }

    /// Returns the parts of a value that is a list.
    func list(_ column: String) -> [String] { text(column).split(separator: "|").map(String.init) }
}
