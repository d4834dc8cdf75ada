import Releases
import Workbooks

/// One workbook for each appendix, in a form that most spreadsheet programs read.
struct XLSXFormat: AppendixFormat {
    let name = "xlsx"
    let title = "Excel workbook"
    let scope = FormatScope.appendix
    let place = FormatPlace.always

    func write(_ job: FormatJob) throws -> [FormatFile] {
        let writer = WorkbookWriter(created: job.release.created, scratch: job.folder.scratch)
        return try job.eachAppendix(suffix) { appendix, path in try writer.write(appendix, to: path) }
    }
}
