import Core

/// Records of text as CSV, for results that are not part of a release.
public enum TextCSV {
    /// Returns the header and the records as one text, in the form of a release's CSV files. A plain number stays a
    /// number, even if it is negative.
    public static func text(header: [String], records: [[String]]) -> String {
        var csv = CSVWriter(header: header)
        for record in records { csv.append(record.map { Rational(decimal: $0) == nil ? .text($0) : .number($0) }) }
        return String(decoding: csv.bytes, as: UTF8.self)
    }
}
