/// The rows of a sheet as CSV text. Row N of the sheet is physical line N of the text: rows without a value are empty
/// lines, and a line break inside a cell is a lone CR between quotes, which is no line to a reader of CSV.
struct SheetText: ~Copyable {
    /// The limits of Excel and of LibreOffice.
    static let maxRows = 1_048_576
    static let maxColumns = 16_384
    /// Excel allows 32,767 characters, LibreOffice more.
    static let maxCell = 1 << 20
    /// A row of more text is refused rather than kept in memory.
    private static let maxRow = 16 << 20
    /// Text beyond this many bytes must not be more than `maxExpansion` times the bytes of XML that made it.
    private static let freeText = 256 << 20
    private static let maxExpansion = 100

    private static let comma = UInt8(ascii: ","), lineFeed = UInt8(ascii: "\n")

    private var out = ByteBuffer(capacity: 2 * ZipArchive.pieceSize)
    private var row = ByteBuffer(capacity: 4096)
    /// The width to which rows are padded; it grows unless it is fixed.
    private var width: Int
    private let isFixed: Bool
    /// The fields of the current row so far.
    private(set) var column = 0
    /// The lines before the current row, and how many of them are still to be written.
    private(set) var lines = 0
    private var pending = 0
    private var written = 0
    /// The rows and cells that hold a value, and the last row with one.
    private(set) var rows = 0, cells = 0, lastRow = 0, widest = 0

    init(width: Int?) {
        self.width = min(width ?? 0, Self.maxColumns)
        isFixed = width != nil
    }

    /// Whether the current row has no value yet.
    var isRowEmpty: Bool { column == 0 }

    /// The number of the current row, from 1.
    var rowNumber: Int { lines + 1 }

    /// Whether what is waiting to be passed on is enough for a head.
    var isLongerThanHead: Bool { out.count >= Spreadsheet.headSize }

    enum Limit { case columns, rows, expansion }

    /// Appends a field in its form in CSV, at that column from 0, and as often as it is repeated.
    @inline(__always)
    mutating func append(
        _ field: UnsafeBufferPointer<UInt8>, at place: Int, repeated: Int = 1
    ) throws(LimitReached) {
        guard !field.isEmpty else { return }
        guard place <= Self.maxColumns - repeated else { throw LimitReached(.columns) }
        for number in 0..<repeated {
            let commas = place + number - column + (column == 0 ? 0 : 1)
            if commas == 1 { row.append(Self.comma) } else { row.append(repeating: Self.comma, commas) }
            row.append(field)
            column = place + number + 1
            guard row.count <= Self.maxRow else { throw LimitReached(.expansion) }
        }
        cells += repeated
    }

    /// Ends the row. A row without a value is only counted, and written when another one follows.
    mutating func endRow(repeated: Int = 1, xmlBytes: Int, _ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard column > 0 else {
            skipRows(repeated)
            return
        }
        guard repeated <= Self.maxRows - min(lines, Self.maxRows) else { throw LimitReached(.rows) }
        widest = max(widest, column)
        if !isFixed { width = widest }
        row.append(repeating: Self.comma, width - column)
        row.append(Self.lineFeed)
        out.append(repeating: Self.lineFeed, pending)
        written += pending
        pending = 0
        for _ in 0..<repeated {
            out.append(row.start, row.count)
            if out.count >= ZipArchive.pieceSize { try flush(write) }
            written += row.count
            guard written <= Self.freeText || written / Self.maxExpansion <= xmlBytes else {
                throw LimitReached(.expansion)
            }
        }
        rows += repeated
        lines += repeated
        lastRow = lines
        column = 0
        row.removeAll()
    }

    /// Counts rows without a value.
    mutating func skipRows(_ count: Int) {
        let (sum, overflow) = lines.addingReportingOverflow(count)
        pending = min(pending + min(count, Self.maxRows), Self.maxRows)
        lines = overflow ? Int.max : sum
    }

    /// Notes the size of the sheet.
    func complete(_ summary: inout SheetSummary) {
        (summary.rows, summary.cells, summary.lastRow, summary.columns) = (rows, cells, lastRow, widest)
    }

    /// Passes on what has been written.
    mutating func flush(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard !out.isEmpty else { return }
        try write(UnsafeRawBufferPointer(out.bytes))
        out.removeAll()
    }
}

/// Why a row cannot be written.
struct LimitReached: Error {
    let limit: SheetText.Limit
    init(_ limit: SheetText.Limit) { self.limit = limit }

    /// The error for a reader of the file.
    func error(file: String, sheet: String, row: Int) -> SpreadsheetError {
        switch limit {
        case .columns, .rows: .beyondLimits(file: file, sheet: sheet, row: min(row, SheetText.maxRows + 1))
        case .expansion: .expands(file: file, sheet: sheet, row: row)
        }
    }
}
