public import Files
import Glibc

extension AnnotatedWorkbook {
    /// Writes the workbook at the path, in place of any existing file. The new file is complete or absent. The same
    /// findings give the same bytes. The workbook states no day of creation, because no clock is read and the tables
    /// have no day of their own.
    public func write(to path: String) throws(OutputFailure) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try FileReplacement.replace(path) { staged throws(OutputFailure) in
            try writeOnce(to: staged, scratch: folder.isEmpty ? "/" : folder)
            try OutputFile.synchronise(staged)
        }
    }

    private func writeOnce(to path: String, scratch: String) throws(OutputFailure) {
        let workbook = try Workbook(path, scratch: scratch)
        try workbook.setProperties(
            Workbook.Properties(title: title, subject: "Audit", author: "shp", company: "", created: Self.noDay))
        var names = TableNames()
        var sheets: Set<String> = []
        let first = try workbook.addSheet("Findings")
        sheets.insert("findings")
        first.activate()
        try ListSheet(
            head: SheetHead(title: title, statements: ["This worksheet contains one table."] + statements),
            table: names.name(for: "audit_findings"), headings: findings.headings, rows: findings.rows,
            widths: Self.widths(findings.headings.count), linksFirstColumn: false
        ).write(to: first)
        for table in tables {
            let sheet = try workbook.addSheet(Self.sheetName(table.name, &sheets))
            try AnnotatedSheet(table: table).write(to: sheet, &names)
        }
        try workbook.close()
    }

    /// Returns a unique name for a sheet, with at most 31 characters and without characters that are not allowed.
    private static func sheetName(_ name: String, _ taken: inout Set<String>) -> String {
        let base = String(name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(28))
        var unique = base.isEmpty ? "Table" : base
        var copy = 1
        while !taken.insert(unique.lowercased()).inserted {
            copy += 1
            unique = "\(base.prefix(25)) \(copy)"
        }
        return unique
    }

    /// Returns the widths of the columns; the last column, with the reasons, is wide.
    private static func widths(_ count: Int) -> [Double] { Array(repeating: 22, count: count - 1) + [90] }

    /// The second of January 1970: the library takes zero to mean "now".
    private static let noDay = 86_400
}
