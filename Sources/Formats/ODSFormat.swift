import Files
import FoundationEssentials
import Reporting

/// Copies of the workbooks in OpenDocument, made by LibreOffice. LibreOffice writes the time into them, so they are
/// never the same twice. They are therefore next to the release, and no manifest names them.
struct ODSFormat: AppendixFormat {
    let name = "ods"
    let title = "OpenDocument spreadsheet"
    let scope = FormatScope.appendix
    let place = FormatPlace.beside(
        help: "Also write OpenDocument copies of the appendices, made by LibreOffice, next to the release.")

    let converter: Converter? = Self.libreOffice
    private static let libreOffice = Converter(
        format: "ods", one: "OpenDocument copy", several: "OpenDocument copies", name: "LibreOffice",
        executable: "soffice", package: "libreoffice-calc", arguments: "--headless --convert-to ods",
        makesCopies: true)

    func write(_ job: FormatJob) throws -> [FormatFile] {
        guard let program = job.program else { throw OutputFailure.noConverter(Self.libreOffice) }
        return try job.eachAppendix(suffix) { appendix, path in
            let workbook = "\(job.releaseFolder)/\(appendix.fileName)\(XLSXFormat().suffix)"
            // A separate profile is used, because another LibreOffice of the user may be running.
            let profile = URL(fileURLWithPath: job.folder.scratch + "/profile").absoluteString
            let soffice = ExternalProgram(
                Self.libreOffice, path: program,
                environment: ["HOME=\(job.folder.scratch)", "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"])
            try soffice.run(
                [
                    "-env:UserInstallation=\(profile)", "--headless", "--convert-to", "ods", "--outdir",
                    job.folder.path, workbook,
                ], within: .seconds(300))
            // LibreOffice reports success even when it could not read the workbook.
            guard SystemCall.accessError(path, .readable) == nil else {
                throw OutputFailure.converter(Self.libreOffice, path: program, status: 0)
            }
            try OutputFile.synchronise(path)
        }
    }
}
