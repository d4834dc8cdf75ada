import Files
import Formats
import Indicators
import Releases
import Reporting

/// A format that is in no table. It has one file for each appendix, made by a third-party program inside the release.
/// Nothing outside this file names it.
struct CardsFormat: AppendixFormat {
    let name = "cards"
    let title = "Index cards"
    let scope = FormatScope.appendix
    let place = FormatPlace.ifNamed
    let converter: Converter? = Self.copier
    private static let copier = Converter(
        format: "cards", one: "index card", several: "Index cards", name: "The copier", executable: "cp",
        package: "coreutils", arguments: "--archive", makesCopies: false)

    func write(_ job: FormatJob) throws -> [FormatFile] {
        guard let program = job.program else { throw OutputFailure.noConverter(Self.copier) }
        return try job.eachAppendix(suffix) { appendix, path in
            let workbook = "\(job.releaseFolder)/\(appendix.fileName).xlsx"
            try ExternalProgram(Self.copier, path: program, environment: []).run(
                [workbook, path], within: .seconds(20))
        }
    }
}

/// A format with several files for each release, next to the release, made by shp itself.
struct PiecesFormat: AppendixFormat {
    let name = "pieces"
    let title = "Pieces"
    let scope = FormatScope.release
    let place = FormatPlace.beside(help: "Also write the release in pieces.")

    func write(_ job: FormatJob) throws -> [FormatFile] {
        try job.release.tables.map { table in
            try job.folder.write(Array(table.title.utf8), to: "\(table.id).pieces")
            return FormatFile("\(table.id).pieces", title: table.title)
        }
    }
}
