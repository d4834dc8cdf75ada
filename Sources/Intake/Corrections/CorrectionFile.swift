import CSV
import Core
package import Ingestion

/// A corrected row: the text that replaces a row in quarantine.
struct CorrectedRow: Sendable {
    /// The extract, relative to the landing folder, and the SHA-256 of the version that the row was quarantined from.
    let extract: String
    let sha256: String
    /// The physical line of the quarantined row in the extract.
    let line: Int
    /// The whole row, with the extract's own columns.
    let text: String
    /// The physical line in the file of corrections.
    let correctionLine: Int
}

/// A quarantine file with corrected rows that was put into the landing folder. It is recognised by its header, under
/// any name.
package struct CorrectionFile: Sendable {
    /// The path relative to the landing folder.
    package let file: String
    let bytes: Int
    package let sha256: String
    let rows: [CorrectedRow]

    /// Reads the file. Nil if it does not have the header of a quarantine file.
    init?(_ landed: LandedFile) throws(ExtractError) {
        let first = landed.head
        // Spreadsheets save CSV with a byte-order mark.
        let mark = first.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        guard Self.mayBegin(with: first[mark...]) else { return nil }
        let start = CSVText(first, from: mark, limit: 1)
        guard start.rows.first?.fields == QuarantineCSV.header else { return nil }
        guard landed.size <= Self.maxBytes else { throw .correctionsTooLong(file: landed.name, limit: Self.maxBytes) }
        let text = CSVText(
            try landed.bytes(ByteSpan(offset: 0, length: UInt32(landed.size))), from: mark)
        if let line = text.malformedLine { throw .unreadableCorrection(file: landed.name, line: line) }
        file = landed.name
        bytes = landed.size
        sha256 = try landed.sha256()
        rows = try text.rows.dropFirst().map { row throws(ExtractError) in
            guard row.fields.count == QuarantineCSV.header.count, let line = Int(row.fields[2]) else {
                throw .unreadableCorrection(file: landed.name, line: row.line)
            }
            return CorrectedRow(
                extract: row.fields[0], sha256: row.fields[1], line: line,
                text: Self.withoutGuard(row.fields[6]), correctionLine: row.line)
        }
    }

    /// Returns all files of corrections in the folder.
    package static func all(in folder: LandingFolder) throws(ExtractError) -> [CorrectionFile] {
        var found: [CorrectionFile] = []
        for name in folder.files {
            // A file that cannot be opened is refused when extracts are read.
            guard case .success(let landed) = folder.landed(name) else { continue }
            if let file = try CorrectionFile(landed) { found.append(file) }
        }
        return found
    }

    /// The size limit, since these files are held in memory. Nobody corrects more rows by hand.
    private static let maxBytes = 64 << 20

    /// Returns whether the first row can begin with the name of the first column, with or without quotes.
    private static func mayBegin(with bytes: ArraySlice<UInt8>) -> Bool {
        let row = bytes.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x22 }
        return row.starts(with: (QuarantineCSV.header.first ?? "").utf8)
    }

    /// Returns the row without the apostrophe that keeps a spreadsheet from reading it as a formula.
    private static func withoutGuard(_ text: String) -> String {
        text.first == "'" && text.dropFirst().first.map { "=+-@\t".contains($0) } == true
            ? String(text.dropFirst()) : text
    }
}
