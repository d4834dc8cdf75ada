import CExpat
import Glibc

extension WorksheetPart {
    mutating func start(
        _ token: XMLToken, _ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>
    ) {
        switch token {
        case .cell: startCell(attributes, context)
        case .value where isInCell:
            value.removeAll()
            (capture, hasValue) = (.value, true)
        case .row: startRow(attributes, context)
        case .formula where isInCell: (capture, hasFormula) = (.formula, true)
        case .inline: isInline = isInCell
        case .phonetic: isPhonetic = true
        case .plainText where isInline && !isPhonetic: (capture, hasValue) = (.value, true)
        case .mergeCell: noteMerged(attributes, context)
        case .column: noteColumns(attributes, context)
        default: break
        }
    }

    mutating func end(_ token: XMLToken, _ context: UnsafeMutablePointer<XMLContext>) {
        switch token {
        case .value, .formula, .plainText: capture = .nothing
        case .phonetic: isPhonetic = false
        case .inline: isInline = false
        case .cell:
            isInCell = false
            nextColumn = column + 1
            do { try endCell() } catch { context.pointee.stop(self.error(error)) }
        case .row:
            if isRowHidden, !text.isRowEmpty { summary.hiddenRows += 1 }
            do { try text.endRow(xmlBytes: context.pointee.xmlBytes, write) } catch {
                context.pointee.stop(self.error(error))
            }
        default: break
        }
    }

    private mutating func startRow(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) {
        (isRowHidden, nextColumn) = (false, 0)
        var index = 0
        while attributes.name(index) != nil, let value = attributes.value(index) {
            switch context.pointee.names.attribute(attributes, index) {
            case .reference:
                guard let row = CellReference.number(value), row > text.lines else {
                    return context.pointee.stop(outOfOrder)
                }
                text.skipRows(row - 1 - text.lines)
            case .hidden: isRowHidden = Self.isTrue(value)
            default: break
            }
            index += 1
        }
    }

    private mutating func startCell(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) {
        isInCell = true
        (column, type, style) = (nextColumn, .number, 0)
        (hasFormula, hasValue, isInline, capture) = (false, false, false, .nothing)
        value.removeAll()
        formula.removeAll()
        var index = 0
        while attributes.name(index) != nil, let value = attributes.value(index) {
            switch context.pointee.names.attribute(attributes, index) {
            case .reference:
                guard let place = CellReference.parse(value) else {
                    return context.pointee.stop(error(LimitReached(.columns)))
                }
                guard place.column >= nextColumn, place.row == text.rowNumber else {
                    return context.pointee.stop(outOfOrder)
                }
                column = place.column
            case .style: style = CellReference.number(value) ?? 0
            case .type: type = Self.type(value)
            default: break
            }
            index += 1
        }
    }

    private var outOfOrder: SpreadsheetError { .outOfOrder(file: file, sheet: sheet, row: text.rowNumber) }

    private static func type(_ value: UnsafePointer<CChar>) -> CellType {
        switch UInt8(bitPattern: value[0]) {
        case UInt8(ascii: "s"): value[1] == 0 ? .shared : .text
        case UInt8(ascii: "i"): .inline
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .date
        default: .number
        }
    }

    private static func isTrue(_ value: UnsafePointer<CChar>) -> Bool {
        value[0] == 0x31 || strcmp(value, "true") == 0
    }

    private mutating func noteMerged(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) {
        var index = 0
        while attributes.name(index) != nil {
            if context.pointee.names.attribute(attributes, index) == .reference {
                let cells = attributes.string(index).split(separator: ":").prefix(2).compactMap {
                    CellReference.parse(String($0)).map { SheetSummary.Cell(row: $0.row, column: $0.column + 1) }
                }
                if let first = cells.first, let last = cells.last {
                    summary.noteMerged(SheetSummary.Range(first: first, last: last))
                }
            }
            index += 1
        }
    }

    private mutating func noteColumns(_ attributes: XMLAttributes, _ context: UnsafeMutablePointer<XMLContext>) {
        var (isHidden, first, last, index) = (false, 1, 1, 0)
        while attributes.name(index) != nil, let value = attributes.value(index) {
            switch context.pointee.names.attribute(attributes, index) {
            case .hidden: isHidden = Self.isTrue(value)
            case .min: first = CellReference.number(value) ?? 1
            case .max: last = CellReference.number(value) ?? 1
            default: break
            }
            index += 1
        }
        if isHidden, last >= first {
            summary.hiddenColumns = min(summary.hiddenColumns + last - first + 1, SheetText.maxColumns)
        }
    }
}
