import Ingestion
import Publishing
import Tabular

/// A row that somebody put right: the text that takes the place of a quarantined one.
struct CorrectedRow: Sendable {
    /// The extract, relative to the landing folder, and the version of it that the row was quarantined from.
    let extract: String
    let sha256: String
    /// Physical line of the quarantined row in the extract.
    let line: Int
    /// The whole row, in the extract's own columns.
    let text: String
    /// Physical line in the file of corrections.
    let correctionLine: Int
}

/// A quarantine file that came back: somebody edited its rows and laid it into the landing folder. It is known by its
/// header, whatever its name.
struct CorrectionFile: Sendable {
    /// The path relative to the landing folder.
    let file: String
    let bytes: Int
    let sha256: String
    let rows: [CorrectedRow]

    /// Nil when the file is none of ours.
    init?(_ landed: LandedFile) throws(ExtractRefusal) {
        let mark = try Self.markLength(landed)
        let first = try landed.bytes(ByteSpan(offset: 0, length: 256))
        guard Self.mayBegin(with: first[mark...]) else { return nil }
        let start = CSVText(first, from: mark, limit: 1)
        guard start.rows.first?.fields == QuarantineCSV.header else { return nil }
        guard landed.size <= Self.mostBytes else { throw .correctionsTooLong(file: landed.name, limit: Self.mostBytes) }
        let text = CSVText(
            try landed.bytes(ByteSpan(offset: 0, length: UInt32(landed.size))), from: mark)
        if let line = text.malformedLine { throw .unreadableCorrection(file: landed.name, line: line) }
        file = landed.name
        bytes = landed.size
        sha256 = try landed.sha256()
        rows = try text.rows.dropFirst().map { row throws(ExtractRefusal) in
            guard row.fields.count == QuarantineCSV.header.count, let line = Int(row.fields[2]) else {
                throw .unreadableCorrection(file: landed.name, line: row.line)
            }
            return CorrectedRow(
                extract: row.fields[0], sha256: row.fields[1], line: line,
                text: Self.withoutGuard(row.fields[6]), correctionLine: row.line)
        }
    }

    /// Every file of corrections in the folder.
    static func all(in folder: LandingFolder) throws(ExtractRefusal) -> [CorrectionFile] {
        var found: [CorrectionFile] = []
        for name in folder.files {
            // What cannot be opened is refused where extracts are.
            guard let landed = try? folder.landed(name) else { continue }
            if let file = try CorrectionFile(landed) { found.append(file) }
        }
        return found
    }

    /// They are held in memory; that many rows are not put right by hand.
    private static let mostBytes = 64 << 20

    /// Whether a first row may begin with the name of the first column, in quotes or not.
    private static func mayBegin(with bytes: ArraySlice<UInt8>) -> Bool {
        let row = bytes.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x22 }
        return row.starts(with: (QuarantineCSV.header.first ?? "").utf8)
    }

    /// Spreadsheets save CSV with a byte-order mark.
    private static func markLength(_ landed: LandedFile) throws(ExtractRefusal) -> Int {
        try landed.bytes(ByteSpan(offset: 0, length: UInt32(ByteOrderMark.utf8.count))) == ByteOrderMark.utf8
            ? ByteOrderMark.utf8.count : 0
    }

    /// The row without the apostrophe that keeps a spreadsheet from taking it for a formula.
    private static func withoutGuard(_ text: String) -> String {
        text.first == "'" && text.dropFirst().first.map { "=+-@\t".contains($0) } == true
            ? String(text.dropFirst()) : text
    }
}
