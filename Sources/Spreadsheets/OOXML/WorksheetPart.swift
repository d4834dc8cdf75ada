import CExpat

/// A sheet of an Excel workbook, while it is written as text. `WorksheetPart+Elements` and `+Values` have the rest.
struct WorksheetPart: XMLPart, ~Copyable {
    /// What the text inside an element is for.
    enum Capture { case nothing, value, formula }

    /// The types of cells.
    enum CellType { case number, shared, text, inline, boolean, error, date }

    let file: String, sheet: String, part: String
    let workbook: ExcelWorkbook.Values
    let write: (UnsafeRawBufferPointer) throws -> Void
    var text: SheetText
    var summary = SheetSummary()

    /// The current row and cell.
    var isRowHidden = false
    var isInCell = false, isInline = false, isPhonetic = false
    var column = 0, nextColumn = 0
    var type = CellType.number
    var style = 0
    var hasFormula = false, hasValue = false
    var capture = Capture.nothing
    /// The stored value, the formula, and the cell as a field.
    var value = ByteBuffer(), formula = ByteBuffer(), field = ByteBuffer(capacity: 1024)
    var number = NumberText()
    var xmlBytes = 0

    init(
        file: String, sheet: String, part: String, workbook: ExcelWorkbook.Values, width: Int?,
        write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.file = file
        self.sheet = sheet
        self.part = part
        self.workbook = workbook
        self.write = write
        text = SheetText(width: width)
    }

    static let callbacks = XMLCallbacks(
        start: { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            let attributes = XMLAttributes(pointer: attributes)
            guard let token = context.pointee.enter(name, attributes) else { return }
            context.pointee.part.assumingMemoryBound(to: WorksheetPart.self).pointee.start(token, attributes, context)
        },
        end: { data, name in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            guard let token = context.pointee.leave(name) else { return }
            context.pointee.part.assumingMemoryBound(to: WorksheetPart.self).pointee.end(token, context)
        },
        text: { data, bytes, count in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self), let bytes else { return }
            context.pointee.part.assumingMemoryBound(to: WorksheetPart.self).pointee.append(
                bytes, Int(count), context)
        })

    /// Passes on the rest of the text, and returns what else the sheet holds.
    mutating func finish() throws -> SheetSummary {
        try text.flush(write)
        text.complete(&summary)
        return summary
    }

    /// Turns a limit into an error about the current row.
    func error(_ error: any Error) -> any Error {
        guard let limit = error as? LimitReached else { return error }
        return limit.error(file: file, sheet: sheet, row: text.rowNumber)
    }

    mutating func append(
        _ bytes: UnsafePointer<CChar>, _ count: Int, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        guard capture != .nothing else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
            if capture == .value {
                value.append(bytes, count)
            } else if formula.count <= Self.maxFormula {
                formula.append(bytes, count)
            }
        }
        if value.count > SheetText.maxCell {
            context.pointee.stop(
                SpreadsheetError.cellTooLong(file: file, sheet: sheet, row: text.rowNumber, limit: SheetText.maxCell))
        }
    }

    /// Bytes of a formula that are kept.
    private static let maxFormula = 4096
}
