import Spreadsheets
import TestSupport
import Testing

/// Rows and cells as lines and fields.
struct SheetTextTests {
    private let cell = "<c><v>1</v></c>"

    @Test func rowNIsLineN() throws {
        let rows = "<row r='2'><c r='B2'><v>1</v></c></row><row r='4'>\(cell)</row><row/><row><c/></row>"
        #expect(try MadeUpWorkbook.text(MadeUpWorkbook.excel(rows)) == "\n,1\n\n1,\n")
    }

    @Test func rowsArePaddedToTheWidestBeforeThemOrToTheWidth() throws {
        let archive = MadeUpWorkbook.excel("<row>\(cell)</row><row>\(cell)\(cell)</row><row>\(cell)</row>")
        #expect(try MadeUpWorkbook.text(archive) == "1\n1,1\n1,\n")
        #expect(try MadeUpWorkbook.text(archive, width: 3) == "1,,\n1,1,\n1,,\n")
    }

    @Test func textsAreQuotedAndTheirLineBreaksAreNoLines() throws {
        let rows =
            "<row><c t='str'><v>a,b</v></c><c t='str'><v>say \"no\"</v></c><c t='str'><v>a&#10;b&#13;&#10;c</v></c></row>"
        #expect(try MadeUpWorkbook.text(MadeUpWorkbook.excel(rows)) == "\"a,b\",\"say \"\"no\"\"\",\"a\rb\rc\"\n")
    }

    @Test func hiddenSheetsRowsAndColumnsAreCounted() throws {
        let archive = MadeUpWorkbook.excel(
            "<row hidden='1'>\(cell)</row>", after: "<mergeCells><mergeCell ref='A1:B3'/></mergeCells>")
        let summary = try MadeUpWorkbook.summary(archive)
        #expect(summary.hiddenRows == 1 && summary.mergedRanges == 1 && summary.mergesRows(after: 2))
        #expect(!summary.mergesRows(after: 3))
        let sheets = try MadeUpArchive.withFile(archive.bytes) { try Spreadsheet(path: $0).sheets }
        #expect(sheets.map(\.isHidden) == [true])
    }

    @Test func repeatedCellsAndRowsOfOpenDocumentAreRepeated() throws {
        let rows = """
            <table-row t:number-rows-repeated='2'><table-cell t:number-columns-repeated='2' o:value-type='float' o:value='1.50'/>\
            <table-cell t:number-columns-repeated='16000'/></table-row><table-row t:number-rows-repeated='3'/>\
            <table-row><covered-table-cell/><table-cell o:value-type='percentage' o:value='0.07'/>\
            <table-cell o:value-type='time' o:time-value='PT13H5M0S'/><table-cell o:value-type='date' o:date-value='2019-04-01'/>\
            <table-cell o:value-type='boolean' o:boolean-value='true'/><table-cell o:value-type='string'>\
            <o:annotation><p:p>comment</p:p></o:annotation><p:p>a<p:s p:c='2'/>b<p:tab/>c</p:p><p:p>d</p:p></table-cell></table-row>\
            <table-row t:number-rows-repeated='1048000'><table-cell t:number-columns-repeated='16384'/></table-row>
            """
        let text = try MadeUpWorkbook.text(MadeUpWorkbook.openDocument(rows))
        #expect(text == "1.5,1.5\n1.5,1.5\n\n\n\n,7%,13:05:00,2019-04-01,TRUE,\"a  b\tc\rd\"\n")
    }

    @Test func everySheetOfAnOpenDocumentIsFound() throws {
        let row = "<table-row><table-cell><p:p>NAME</p:p></table-cell></table-row>"
        let others = ["b", "c"].map {
            "</table><x:table xmlns:x='urn:oasis:names:tc:opendocument:xmlns:table:1.0' x:name='\($0)'>"
                + row.replacing("NAME", with: $0).replacing("table-", with: "x:table-")
                + "</x:table><table t:name='after \($0)'>"
        }
        let archive = MadeUpWorkbook.openDocument(row.replacing("NAME", with: "a") + others.joined())
        try MadeUpArchive.withFile(archive.bytes) { path in
            let workbook = try Spreadsheet(path: path)
            #expect(workbook.sheets.map(\.name) == ["Rows", "b", "after b", "c", "after c"])
            for (sheet, text) in zip(workbook.sheets, ["a\n", "b\n", "", "c\n", ""]) {
                var bytes: [UInt8] = []
                _ = try workbook.writeText(of: sheet) { bytes.append(contentsOf: $0) }
                let head = try workbook.head(of: sheet)
                #expect(String(decoding: bytes, as: UTF8.self) == text)
                #expect(head == bytes)
            }
        }
    }

    @Test func mergedCellsOfOpenDocumentAreCounted() throws {
        let rows =
            "<table-row><table-cell t:number-columns-spanned='2' t:number-rows-spanned='3'><p:p>a</p:p></table-cell></table-row>"
        let summary = try MadeUpWorkbook.summary(MadeUpWorkbook.openDocument(rows))
        #expect(summary.merged.map { [$0.first.row, $0.first.column, $0.last.row, $0.last.column] } == [[1, 1, 3, 2]])
    }
}
