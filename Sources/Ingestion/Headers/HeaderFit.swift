public import Core

/// How well a header fits a schema. The fit with more bound columns is better; if they are equal, the fit with fewer
/// unknown columns is better.
public struct HeaderFit: Hashable, Comparable, Sendable {
    /// The number of the file's columns that are in the schema.
    public let bound: Int
    /// The number of the file's columns that are not in the schema.
    public let unknown: Int

    /// Creates a fit from its parts.
    public init(bound: Int, unknown: Int) {
        self.bound = bound
        self.unknown = unknown
    }

    public static func < (a: HeaderFit, b: HeaderFit) -> Bool { (a.bound, b.unknown) < (b.bound, a.unknown) }
}

extension OpenedExtract {
    /// How well the file's header fits the schema that it was opened with.
    public var fit: HeaderFit {
        HeaderFit(bound: binding.fieldOfColumn.count { $0 != nil }, unknown: binding.unknown.count)
    }
}

extension TableSchema {
    /// Returns the field of each column of a header; nil for columns that are not in the schema. Throws when a needed
    /// column is missing.
    public func fields(ofHeader header: [String], file: String) throws(ExtractError) -> [Int?] {
        let record = HeaderRecord(
            fields: header, trailingEmptyColumns: 0, delimiter: 44, line: 1, lines: 1, span: 0..<0, titles: [])
        return try HeaderBinding(record, schema: self, file: file).fieldOfColumn
    }
}
