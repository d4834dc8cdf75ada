import Releases
import Workbooks

/// A workbook an appendix, as most spreadsheet programs read it.
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
