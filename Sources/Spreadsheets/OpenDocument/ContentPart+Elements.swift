import CExpat
import Glibc

extension ContentPart {
    mutating func start(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        guard skipDepth == 0 else { return }
        guard isReading else { return startOutside(token, attributes, context) }
        if cell.depth > 0 { return startInCell(token, attributes, context) }
        switch token {
        case .tableCell where isInRow: startCell(attributes, context)
        case .coveredCell where isInRow:
            startCell(attributes, context)
            cell.isCovered = true
        case .tableRow: startRow(attributes, context)
        case .tableColumn: noteColumn(attributes, context)
        // A table inside a table, a drawing or a comment.
        case .table, .annotation: skipDepth = context.pointee.depth
        default: break
        }
    }

    mutating func end(_ token: XMLToken, _ context: UnsafeMutablePointer<XMLContext>) {
        let depth = context.pointee.depth + 1
        if skipDepth > 0 {
            if depth == skipDepth { skipDepth = 0 }
            return
        }
        if depth == tableDepth { return endTable(context) }
        guard isReading else { return }
        if cell.depth > 0 {
            if depth == cell.depth {
                cell.depth = 0
                do { try endCell() } catch { stop(error, context) }
            } else if depth == cell.depth + 1 {
                cell.isInParagraph = false
            }
        } else if token == .tableRow, isInRow {
            isInRow = false
            if isRowHidden, !text.isRowEmpty { summary.hiddenRows += rowsRepeated }
            writeRow(context)
        }
    }

    mutating func append(_ bytes: UnsafePointer<CChar>, _ count: Int, _ context: UnsafeMutablePointer<XMLContext>) {
        guard cell.isInParagraph, cell.depth > 0, skipDepth == 0 else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            cell.append(UnsafeBufferPointer(start: $0, count: count))
        }
        checkLength(context)
    }

    private func checkLength(_ context: UnsafeMutablePointer<XMLContext>) {
        if cell.text.count > SheetText.maxCell || cell.value.count > SheetText.maxCell {
            let limit = SheetText.maxCell
            stop(
                SpreadsheetError.cellTooLong(file: file, sheet: sheetName, row: text.rowNumber, limit: limit), context)
        }
    }

    /// Paragraphs belong to the cell; comments, drawings and tables inside it do not.
    private mutating func startInCell(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        guard cell.isInParagraph else {
            if token == .paragraph { cell.beginParagraph() } else { skipDepth = context.pointee.depth }
            return
        }
        switch token {
        case .space:
            cell.append(0x20, times: min(count(attributes, .count, context), SheetText.maxCell))
            checkLength(context)
        case .tab: cell.append(9)
        case .lineBreak: cell.append(10)
        case .annotation, .note, .ruby, .table: skipDepth = context.pointee.depth
        default: break
        }
    }

    private mutating func startRow(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) {
        (isInRow, column, rowsRepeated) = (true, 0, count(attributes, .rowsRepeated, context))
        isRowHidden = isHidden(attributes, context)
    }

    private mutating func noteColumn(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) {
        guard isHidden(attributes, context) else { return }
        let columns = min(count(attributes, .columnsRepeated, context), SheetText.maxColumns)
        summary.hiddenColumns = min(summary.hiddenColumns + columns, SheetText.maxColumns)
    }

    private func isHidden(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) -> Bool {
        var index = 0
        while attributes.name(index) != nil, let value = attributes.value(index) {
            if context.pointee.names.attribute(attributes, index) == .visibility {
                return strcmp(value, "visible") != 0
            }
            index += 1
        }
        return false
    }

    /// The number that the attribute states; 1 without it.
    private func count(
        _ attributes: XMLAttributes, _ token: XMLToken, _ context: UnsafeMutablePointer<XMLContext>
    ) -> Int {
        var index = 0
        while attributes.name(index) != nil, let value = attributes.value(index) {
            if context.pointee.names.attribute(attributes, index) == token {
                return max(1, CellReference.number(value) ?? 1)
            }
            index += 1
        }
        return 1
    }

    private mutating func startCell(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) {
        cell.begin(depth: context.pointee.depth)
        var index = 0
        while attributes.name(index) != nil, let value = attributes.value(index) {
            switch context.pointee.names.attribute(attributes, index) {
            case .columnsRepeated: cell.repeated = max(1, CellReference.number(value) ?? 1)
            case .columnsSpanned: cell.columns = min(CellReference.number(value) ?? 1, SheetText.maxColumns)
            case .rowsSpanned: cell.rows = min(CellReference.number(value) ?? 1, SheetText.maxRows)
            case .valueType: cell.type = Self.type(value)
            case .officeValue, .dateValue, .timeValue, .booleanValue: cell.value.assign(value)
            case .stringValue:
                cell.hasString = true
                cell.value.assign(value)
            case .calcType: cell.isError = strcmp(value, "error") == 0
            case .odsFormula:
                cell.hasFormula = true
                cell.formula.assign(value)
            default: break
            }
            index += 1
        }
        checkLength(context)
    }

    private static func type(_ value: UnsafePointer<CChar>) -> ContentCell.ValueType {
        switch UInt8(bitPattern: value[0]) {
        case UInt8(ascii: "f"), UInt8(ascii: "c"): .number
        case UInt8(ascii: "p"): .percentage
        case UInt8(ascii: "d"): .date
        case UInt8(ascii: "t"): .time
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "s"): .string
        default: .none
        }
    }
}
