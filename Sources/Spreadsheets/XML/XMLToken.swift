/// The elements and attributes that are read.
enum XMLToken: UInt8 {
    case other
    // A sheet of an Excel workbook, and its shared strings.
    case row, cell, value, formula, inline, richRun, phonetic, string, plainText, mergeCell, column
    // The attributes of cells and rows.
    case reference, style, type, hidden, min, max
    // The workbook and its styles.
    case sheet, name, state, identifier, workbookProperties, date1904
    case numberFormat, formatNumber, formatCode, cellFormats, cellFormat
    // The package.
    case relationship, target, targetMode, override, `default`, partName, contentType, `extension`
    // OpenDocument: content.
    case table, tableRow, tableColumn, tableCell, coveredCell, paragraph, space, tab, lineBreak, note, annotation, ruby
    case spreadsheet, spreadsheetStyle, tableProperties
    // OpenDocument: attributes.
    case tableName, styleName, columnsRepeated, rowsRepeated, columnsSpanned, rowsSpanned, odsFormula, visibility,
        display, count, family
    case valueType, officeValue, dateValue, timeValue, booleanValue, stringValue, calcType
    // OpenDocument: the manifest.
    case fileEntry, encryption, fullPath, mediaType

    /// Finds an element by its namespace and local name.
    static func element(_ namespace: XMLNamespace, _ name: String) -> XMLToken {
        elements[Key(namespace: namespace, name: name)] ?? .other
    }

    /// Finds an attribute by its namespace and local name.
    static func attribute(_ namespace: XMLNamespace, _ name: String) -> XMLToken {
        attributes[Key(namespace: namespace, name: name)] ?? .other
    }

    private struct Key: Hashable {
        let namespace: XMLNamespace
        let name: String
    }

    private static func keys(_ namespace: XMLNamespace, _ names: [String: XMLToken]) -> [(Key, XMLToken)] {
        names.map { (Key(namespace: namespace, name: $0.key), $0.value) }
    }

    private static let elements = Dictionary(
        uniqueKeysWithValues: keys(
            .sheet,
            [
                "row": .row, "c": .cell, "v": .value, "f": .formula, "is": .inline, "r": .richRun, "rPh": .phonetic,
                "si": .string, "t": .plainText, "mergeCell": .mergeCell, "col": .column, "sheet": .sheet,
                "workbookPr": .workbookProperties, "numFmt": .numberFormat, "cellXfs": .cellFormats, "xf": .cellFormat,
            ])
            + keys(.packageRelation, ["Relationship": .relationship])
            + keys(.contentType, ["Override": .override, "Default": .default])
            + keys(.office, ["spreadsheet": .spreadsheet, "annotation": .annotation])
            + keys(
                .table,
                [
                    "table": .table, "table-row": .tableRow, "table-column": .tableColumn, "table-cell": .tableCell,
                    "covered-table-cell": .coveredCell,
                ])
            + keys(
                .text,
                [
                    "p": .paragraph, "h": .paragraph, "s": .space, "tab": .tab, "line-break": .lineBreak, "note": .note,
                    "ruby-text": .ruby,
                ])
            + keys(.style, ["style": .spreadsheetStyle, "table-properties": .tableProperties])
            + keys(.manifest, ["file-entry": .fileEntry, "encryption-data": .encryption]))

    private static let attributes = Dictionary(
        uniqueKeysWithValues: keys(
            .none,
            [
                "r": .reference, "s": .style, "t": .type, "hidden": .hidden, "min": .min, "max": .max,
                "ref": .reference,
                "name": .name, "state": .state, "date1904": .date1904, "numFmtId": .formatNumber,
                "formatCode": .formatCode, "Id": .identifier, "Type": .type, "Target": .target,
                "TargetMode": .targetMode, "PartName": .partName, "ContentType": .contentType,
                "Extension": .extension,
            ])
            + keys(.relation, ["id": .identifier])
            + keys(
                .table,
                [
                    "name": .tableName, "style-name": .styleName, "number-columns-repeated": .columnsRepeated,
                    "number-rows-repeated": .rowsRepeated, "number-columns-spanned": .columnsSpanned,
                    "number-rows-spanned": .rowsSpanned, "formula": .odsFormula, "visibility": .visibility,
                    "display": .display,
                ])
            + keys(.text, ["c": .count])
            + keys(.style, ["name": .styleName, "family": .family])
            + keys(
                .office,
                [
                    "value-type": .valueType, "value": .officeValue, "date-value": .dateValue,
                    "time-value": .timeValue, "boolean-value": .booleanValue, "string-value": .stringValue,
                ])
            + keys(.calc, ["value-type": .calcType])
            + keys(.manifest, ["full-path": .fullPath, "media-type": .mediaType]))
}
