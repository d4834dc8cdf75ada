import Spreadsheets
import TestSupport

/// A workbook of one sheet that a test writes.
enum MadeUpWorkbook {
    private static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    static let excelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

    /// An Excel workbook with these rows. Style 1 + N has the number format of that place in the list.
    static func excel(
        _ rows: String, after: String = "", formats: [String] = [], strings: String = "", properties: String = "",
        type: String = excelType
    ) -> MadeUpArchive {
        var archive = MadeUpArchive()
        archive.add(
            "[Content_Types].xml",
            "<Types xmlns='\(package)/content-types'><Override PartName='/book/main.xml' ContentType='\(type)'/></Types>"
        )
        archive.add(
            "_rels/.rels",
            "<r:Relationships xmlns:r='\(package)/relationships'><r:Relationship Id='a' Type='\(relations)/officeDocument' Target='/book/main.xml'/></r:Relationships>"
        )
        archive.add(
            "book/main.xml",
            "<w:workbook xmlns:w='\(sheet)' xmlns:x='\(relations)'>\(properties)<w:sheets><w:sheet name='Rows' sheetId='1' state='hidden' x:id='s1'/></w:sheets></w:workbook>"
        )
        let parts = [
            ("s1", "worksheet", "one.xml"), ("s2", "styles", "look.xml"), ("s3", "sharedStrings", "../words.xml"),
        ]
        archive.add(
            "book/_rels/main.xml.rels",
            "<Relationships xmlns='\(package)/relationships'>"
                + parts.map { "<Relationship Id='\($0)' Type='\(relations)/\($1)' Target='\($2)'/>" }.joined()
                + "</Relationships>")
        archive.add("book/one.xml", "<worksheet xmlns='\(sheet)'><sheetData>\(rows)</sheetData>\(after)</worksheet>")
        let codes = formats.enumerated().map { "<numFmt numFmtId='\(200 + $0)' formatCode='\($1)'/>" }.joined()
        let styles = formats.indices.map { "<xf numFmtId='\(200 + $0)'/>" }.joined()
        archive.add(
            "book/look.xml",
            "<styleSheet xmlns='\(sheet)'><numFmts>\(codes)</numFmts><cellXfs><xf numFmtId='0'/>\(styles)</cellXfs></styleSheet>"
        )
        archive.add("words.xml", "<sst xmlns='\(sheet)'>\(strings)</sst>")
        return archive
    }

    /// An OpenDocument with one table of these rows.
    static func openDocument(_ rows: String) -> MadeUpArchive {
        let name = "urn:oasis:names:tc:opendocument:xmlns"
        var archive = MadeUpArchive()
        archive.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.add(
            "content.xml",
            "<o:document-content xmlns:o='\(name):office:1.0' xmlns='\(name):table:1.0' xmlns:t='\(name):table:1.0' xmlns:p='\(name):text:1.0'><o:body><o:spreadsheet><table t:name='Rows'>\(rows)</table></o:spreadsheet></o:body></o:document-content>"
        )
        return archive
    }

    /// The text of the only sheet.
    static func text(_ archive: MadeUpArchive, width: Int? = nil) throws -> String { try read(archive, width).text }

    static func summary(_ archive: MadeUpArchive) throws -> SheetSummary { try read(archive, nil).summary }

    private static func read(_ archive: MadeUpArchive, _ width: Int?) throws -> (text: String, summary: SheetSummary) {
        try MadeUpArchive.withFile(archive.bytes) { path in
            let workbook = try Spreadsheet(path: path, name: "a.xlsx")
            var bytes: [UInt8] = []
            let summary = try workbook.writeText(of: workbook.sheets[0], width: width) { bytes.append(contentsOf: $0) }
            return (String(decoding: bytes, as: UTF8.self), summary)
        }
    }

    /// The error for bytes that cannot be read.
    static func error(_ bytes: [UInt8]) throws -> SpreadsheetError? {
        try MadeUpArchive.withFile(bytes) { path in
            do {
                let workbook = try Spreadsheet(path: path, name: "a.xlsx")
                for sheet in workbook.sheets { _ = try workbook.writeText(of: sheet) { _ in } }
                return nil
            } catch let error as SpreadsheetError {
                return error
            }
        }
    }
}
