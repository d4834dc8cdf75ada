public import Core
public import Files
import Glibc
import Indicators
public import Reporting
import SystemPackage

/// Writes a report as an xlsx workbook with one sheet for each page. Each sheet begins at A1 and has one marked-up
/// table, without merged, hidden or blank cells.
public struct WorkbookWriter: Sendable {
    private let created: CalendarDate
    private let scratch: String

    /// Creates a writer of workbooks that state the day as their day of creation, with temporary files in the folder.
    public init(created: CalendarDate, scratch: String) {
        self.created = created
        self.scratch = scratch
    }

    /// Writes the report at the path, where no file must exist yet.
    ///
    /// libxlsxwriter does not check whether its temporary files were written: it reports success even for a workbook
    /// with a missing part. The same report always has the same bytes, so the workbook is written twice and the two
    /// files are compared.
    public func write(_ report: Report, to path: String) throws(OutputFailure) {
        let proof = scratch + "/proof.xlsx"
        try Folder.remove(proof)
        try writeOnce(report, to: path)
        try writeOnce(report, to: proof)
        guard try FileBlocks.equal(path, proof) else { throw .io(path: path, errno: .ioError) }
        try Folder.remove(proof)
        try OutputFile.synchronise(path)
    }

    private func writeOnce(_ report: Report, to path: String) throws(OutputFailure) {
        let workbook = try Workbook(path, scratch: scratch)
        try workbook.setProperties(
            Workbook.Properties(
                title: report.title, subject: "\(report.description.title), \(report.description.period)",
                author: report.description.author, company: report.description.partnership,
                created: Int(created.day) * 86_400))
        var names = TableNames()
        for (index, page) in report.pages.enumerated() {
            let sheet = try workbook.addSheet(page.name)
            if index == 0 { sheet.activate() }
            try write(page, of: report, to: sheet, &names, in: workbook)
        }
        try workbook.close()
    }

    /// Writes a page as its form requires, whatever its contents.
    private func write(
        _ page: any ReportPage, of report: Report, to sheet: Worksheet, _ names: inout TableNames,
        in workbook: Workbook
    ) throws(OutputFailure) {
        let head = SheetHead(title: page.title, statements: page.statements)
        switch page.form {
        case .passages(let passages): try PassagesSheet(title: page.title, passages: passages).write(to: sheet)
        case .list(let list):
            try ListSheet(
                head: head, table: names.name(for: list.id), headings: list.headings, rows: list.rows,
                widths: list.widths, linksFirstColumn: list.linksFirstColumn
            ).write(to: sheet)
        case .cells(let cells): try SheetLayout(cells).write(names.name(for: cells.id), under: head, to: sheet)
        case .figures(let table): try SheetLayout(table).write(names.name(for: table.id), under: head, to: sheet)
        case .chart(let chart):
            guard let data = report.tablePages.first(where: { $0.name == chart.dataPage }) else {
                throw workbook.refuse("there is no sheet '\(chart.dataPage)' for a chart to be drawn from")
            }
            try ChartSheet(page: chart, data: data).write(to: sheet)
        }
    }
}
