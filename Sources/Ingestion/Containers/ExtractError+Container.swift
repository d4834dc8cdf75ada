import Files
import Spreadsheets
import SystemPackage

extension ExtractError {
    /// The error for a workbook of a kind that is not read.
    package static func workbookNotRead(_ file: String) -> ExtractError {
        .unreadableContainer(
            file: file, code: "workbook-not-read",
            reason: "is a workbook of a kind that is not read; open it and save it as .xlsx")
    }

    /// Creates the error for what reading a workbook or an archive has thrown.
    init(_ error: any Error, of file: String) {
        switch error {
        case let error as ExtractError: self = error
        case SpreadsheetError.unreadable(_, let errno): self = .unreadable(file: file, errno: errno)
        case let error as SpreadsheetError:
            self = .unreadableContainer(file: file, code: error.code, reason: error.reason)
        default: self = .unreadable(file: file, errno: Errno(error))
        }
    }
}
