public import Core
public import Files
import Glibc
import Indicators
public import Reporting
import SystemPackage

/// Writes a report as an xlsx workbook: a sheet a page, each from A1 on, with one marked-up table and nothing merged,
/// hidden or blank.
public struct WorkbookWriter: Sendable {
    private let created: CalendarDate
    private let scratch: String

    /// A writer of workbooks that say that they were made on the day, with space for temporary files in the folder.
    public init(created: CalendarDate, scratch: String) {
        self.created = created
        self.scratch = scratch
    }

    /// Writes the report at the path, where no file may be yet.
    ///
    /// libxlsxwriter does not look at the results of writing its temporary files: a workbook with a part missing counts
    /// as written. The same report always has the same bytes, so it is written twice and compared.
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

    /// A page looks as its form says, whatever it is about.
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
