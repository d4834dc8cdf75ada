import Files
import Spreadsheets
import SystemPackage

extension ExtractError {
    /// The error for a workbook of a kind that is not read.
    package static func workbookNotRead(_ file: String) -> ExtractError {
        .unreadableContainer(
            file: file, code: "workbook-not-read",
            reason: "is a workbook of a kind that is not read; open it and save it as an Excel workbook (.xlsx)")
    }

    /// The code for a temporary file that cannot be written.
    static let noSpace = "no-space-to-unpack"

    /// Creates the error for what reading a workbook or an archive has thrown.
    init(_ error: any Error, of file: String) {
        switch error {
        case let error as ExtractError: self = error
        case SpreadsheetError.unreadable(_, let errno): self = .unreadable(file: file, errno: errno)
        case let error as SpreadsheetError:
            self = .unreadableContainer(file: file, code: error.code, reason: error.reason)
        // Reading an archive throws its own errors, so that any other is from writing what was unpacked.
        default:
            self = .unreadableContainer(
                file: file, code: Self.noSpace,
                reason: "cannot be unpacked into a temporary file: \(Errno(error)); make space in "
                    + TextSpool.folders.joined(separator: " or ")
                    + ", or put the unpacked files into the landing folder")
        }
    }
}
