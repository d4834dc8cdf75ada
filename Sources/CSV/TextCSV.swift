import Core

/// Records of text as CSV, for results that are no part of a release.
public enum TextCSV {
    /// The header and the records as one text, as every CSV of a release is written. What is a plain number stays one, also
    /// below zero.
    public static func text(header: [String], records: [[String]]) -> String {
        var csv = CSVWriter(header: header)
        for record in records { csv.append(record.map { Rational(decimal: $0) == nil ? .text($0) : .number($0) }) }
        return String(decoding: csv.bytes, as: UTF8.self)
    }
}
