public import Core
public import Files
import Glibc
public import Reporting

/// Writes a report as an xlsx workbook: a sheet a page, each from A1 on, with one marked-up table and nothing merged,
/// hidden or blank.
public struct WorkbookWriter: Sendable {
    private let created: CalendarDate
    private let scratch: String

    /// A writer of workbooks that say that they were made on the day, with room for temporary files in the folder.
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
        guard try FileBlocks.equal(path, proof) else { throw .io(path: path, errno: EIO) }
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
            switch page {
            case .cover(let page): try CoverSheet(page: page).write(to: sheet)
            case .contents(let page): try ContentsSheet(page: page).write(to: sheet, &names)
            case .notes(let page): try NotesSheet(page: page).write(to: sheet, &names)
            case .table(let page): try TableSheet(page: page).write(to: sheet, &names)
            case .commentary(let page): try CommentarySheet(page: page).write(to: sheet, &names)
            case .chart(let page):
                guard let data = report.tablePages.first(where: { $0.name == page.dataPage }) else {
                    throw workbook.refuse("there is no sheet '\(page.dataPage)' for a chart to be drawn from")
                }
                try ChartSheet(page: page, data: data).write(to: sheet)
            case .revisions(let page): try RevisionsSheet(page: page).write(to: sheet, &names)
            case .quality(let page): try DataQualitySheet(page: page).write(to: sheet, &names)
            }
        }
        try workbook.close()
    }
}
