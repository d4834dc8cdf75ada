import CSV
package import Core
import Ingestion

/// Adds a row to the text of a code list, below the row of a similar code.
package struct CodeListEdit {
    /// Returns the list with the code added, in the given group and with the description of the similar code. Nil if
    /// the list lacks the similar code.
    package static func adding(_ code: String, like candidate: Classification.Code, group: String, to text: String)
        -> String?
    {
        let table = CSVText(Array(text.utf8))
        guard let header = table.rows.first?.fields, table.malformedLine == nil,
            let column = header.firstIndex(of: "code"),
            let place = table.rows.firstIndex(where: { $0.fields.count > column && $0.fields[column] == candidate.code }
            )
        else { return nil }
        let values = ["code": code, "description": candidate.title, "group": group]
        let next = place + 1 < table.rows.count ? table.rows[place + 1].line - 1 : nil
        return inserted(record(header.map { values[$0] ?? "" }), at: next, in: text)
    }

    /// Returns the table with another row at its end; nil if the table lacks one of the columns.
    package static func adding(_ values: [String: String], to text: String) -> String? {
        let table = CSVText(Array(text.utf8))
        guard let header = table.rows.first?.fields, table.malformedLine == nil,
            values.keys.allSatisfy(header.contains)
        else { return nil }
        return inserted(record(header.map { values[$0] ?? "" }), at: nil, in: text)
    }

    /// Returns the text with a line inserted before the line of the given number, or at the end.
    private static func inserted(_ row: String, at number: Int?, in text: String) -> String {
        // Lines of the file are counted rather than rows, since rows may contain quoted line breaks.
        var lines = Self.lines(text)
        let lineBreak = lines.first.map { $0.hasSuffix("\r\n") ? "\r\n" : "\n" } ?? "\n"
        let next = number ?? lines.count
        if next == lines.count, let last = lines.last, last.utf8.last != UInt8(ascii: "\n") {
            lines[lines.count - 1] = last + lineBreak
            lines.append(row)
        } else {
            lines.insert(row + lineBreak, at: next)
        }
        return lines.joined()
    }

    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            line.append(scalar)
            if scalar == "\n" {
                lines.append(String(line))
                line = String.UnicodeScalarView()
            }
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }

    /// Returns a record without its line break, since the file's own line break is added.
    private static func record(_ values: [String]) -> String {
        String(decoding: CSVWriter(header: values, dialect: .referenceTable).bytes.dropLast(), as: UTF8.self)
    }
}
