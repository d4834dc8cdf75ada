import CExpat

/// The content of an OpenDocument, while its sheets are listed or one of them is written as text.
struct ContentPart: XMLPart, ~Copyable {
    /// The starts of sheets that are kept while they are listed.
    static let maxHeads = 256

    let file: String
    /// The sheet that is written; nil while the sheets are listed.
    let target: Int?
    let width: Int?
    let write: (UnsafeRawBufferPointer) throws -> Void

    private(set) var sheets: [Spreadsheet.Sheet] = []
    private(set) var heads: [[UInt8]] = []
    /// Where the sheets begin; nil where that is not known.
    private(set) var places: [XMLPlace?] = []
    private var head = HeadText()
    private var hiddenStyles: Set<String> = []
    private var style = ""

    var text: SheetText
    var summary = SheetSummary()
    /// The depth of the current sheet's element, and of one whose contents are left out; 0 without one.
    var tableDepth = 0, skipDepth = 0
    /// Whether the cells of the current sheet are read.
    var isReading = false
    /// The current row and cell.
    var isInRow = false, isRowHidden = false, rowsRepeated = 1
    var column = 0
    var cell = ContentCell()
    var number = NumberText()
    var field = ByteBuffer(capacity: 1024)

    init(
        file: String, target: Int?, width: Int?, write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.file = file
        self.target = target
        self.width = width
        self.write = write
        text = SheetText(width: width)
    }

    static let callbacks = XMLCallbacks(
        start: { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            let attributes = XMLAttributes(pointer: attributes)
            guard let token = context.pointee.enter(name, attributes) else { return }
            context.pointee.part.assumingMemoryBound(to: ContentPart.self).pointee.start(token, attributes, context)
        },
        end: { data, name in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self) else { return }
            guard let token = context.pointee.leave(name) else { return }
            context.pointee.part.assumingMemoryBound(to: ContentPart.self).pointee.end(token, context)
        },
        text: { data, bytes, count in
            guard let context = data?.assumingMemoryBound(to: XMLContext.self), let bytes else { return }
            context.pointee.part.assumingMemoryBound(to: ContentPart.self).pointee.append(bytes, Int(count), context)
        })

    var sheetName: String { sheets.last?.name ?? "" }

    /// Passes on the rest of the text, and returns what else the sheet holds.
    mutating func finish() throws -> SheetSummary {
        try text.flush(write)
        text.complete(&summary)
        return summary
    }

    /// Notes the styles of sheets, and begins a sheet.
    mutating func startOutside(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        guard tableDepth == 0, token == .table || token == .spreadsheetStyle || token == .tableProperties else {
            return
        }
        var (name, tableStyle, isDisplayed) = ("", "", true)
        var index = 0
        while attributes.name(index) != nil {
            switch context.pointee.names.attribute(attributes, index) {
            case .tableName: name = attributes.string(index)
            case .styleName: tableStyle = attributes.string(index)
            case .display: isDisplayed = attributes.string(index) != "false"
            default: break
            }
            index += 1
        }
        switch token {
        case .table:
            tableDepth = context.pointee.depth
            if target == nil { places.append(context.pointee.place) }
            sheets.append(
                Spreadsheet.Sheet(name: name, isHidden: hiddenStyles.contains(tableStyle), index: sheets.count))
            isReading = target == nil ? heads.count < Self.maxHeads : target == sheets.count - 1
            if !isReading { context.pointee.unwantedDepth = tableDepth }
            if target == nil {
                text = SheetText(width: nil)
                head = HeadText()
            }
        case .spreadsheetStyle: style = tableStyle
        default:
            if !isDisplayed { hiddenStyles.insert(style) }
        }
    }

    /// Ends a sheet. Nothing after the sheet that is written needs to be read.
    mutating func endTable(_ context: UnsafeMutablePointer<XMLContext>) {
        tableDepth = 0
        context.pointee.unwantedDepth = .max
        guard target == nil else {
            if isReading { context.pointee.finish() }
            isReading = false
            return
        }
        let head = head
        if isReading { try? text.flush { try head.append($0) } }
        if heads.count < Self.maxHeads { heads.append(head.bytes) }
        isReading = false
    }

    /// Writes the current row.
    mutating func writeRow(_ context: UnsafeMutablePointer<XMLContext>) {
        do {
            if target == nil {
                let head = head
                try text.endRow(repeated: rowsRepeated, xmlBytes: context.pointee.xmlBytes) { try head.append($0) }
                if text.isLongerThanHead {
                    try text.flush { try head.append($0) }
                }
            } else {
                try text.endRow(repeated: rowsRepeated, xmlBytes: context.pointee.xmlBytes, write)
            }
        } catch is HeadText.Complete {
            isReading = false
            context.pointee.unwantedDepth = tableDepth
        } catch {
            stop(error, context)
        }
    }

    /// Stops with an error; a limit becomes an error about the current row.
    func stop(_ error: any Error, _ context: UnsafeMutablePointer<XMLContext>) {
        let limit = error as? LimitReached
        context.pointee.stop(limit?.error(file: file, sheet: sheetName, row: text.rowNumber) ?? error)
    }
}
