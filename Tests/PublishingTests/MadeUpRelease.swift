import Core
import Indicators
import Releases
import Reporting

/// A small release with every part that a release can have.
enum MadeUpRelease {
    static let description = ReportDescription(
        title: "Performance report, 2019/20 Quarter 1", partnership: "Safer Hartlepool Partnership",
        quarterTitle: "2019/20 Quarter 1", period: "April to June 2019",
        contact: [
            "Community Safety Team, Hartlepool Borough Council", "Civic Centre, Victoria Road, Hartlepool TS24 8AY",
        ],
        author: "Community Safety Team",
        howToRead: [
            "Each table compares the quarter with the same quarter of the year before, with the year to date and with "
                + "the baseline, which is the whole of the financial year before.",
            "A mark in square brackets stands where there is no number; the worksheet Notes says what each one means.",
        ],
        generalNotes: ["Police figures are revised: crimes are reclassified, cancelled and moved between areas."])

    static var report: Report {
        ReportComposer(description).compose(
            title: "Appendix 1: Performance tables", fileName: "appendix-1-performance", tables: MadeUpTables.all,
            quality: quality)
    }

    static var rows: RowAccount {
        var rows = RowAccount()
        rows.read = 12
        rows.accepted = 7
        rows.quarantined = [.unknownArea: 2, .fieldCount: 1]
        rows.duplicate = 1
        rows.outOfScope = [.outsideArea: 1]
        return rows
    }

    static var quality: DataQuality {
        DataQuality(extracts: [.init(source: "Recorded crime", file: "crime/2019-06.csv", account: rows)])
    }

    static func input(
        sha256: String = String(repeating: "0f", count: 32), delivered: CalendarDate? = nil
    ) -> ManifestInput {
        ManifestInput(
            source: "crime", file: "crime/2019-06.csv", takenBy: "name", schema: "force-crime", sha256: sha256,
            bytes: 1204, delivered: delivered, encoding: .utf8, encodingDecidedBy: "bom", delimiter: ",", headerLine: 1,
            unknownColumns: ["Beat"],
            endsWithLineBreak: true, rows: rows, acceptedByCategoryGroup: ["theft": 4, "violence": 3])
    }

    static func release(id: String = "3f2a90b1c4d5", tables: [FigureTable] = MadeUpTables.all) throws -> Release {
        let manifest = Manifest(
            pipeline: "hartlepool", quarter: "2019-20-Q1", releaseID: id,
            program: Manifest.Program(name: "shp", version: "1.0.0"),
            definition: Manifest.Definition(files: [
                Manifest.File(path: "hartlepool.yaml", sha256: String(repeating: "ab", count: 32))
            ]), inputs: [input()], leftOut: [Manifest.LeftOut(file: "crime/readme.txt", reason: "unclaimed-file")])
        return Release(
            manifest: manifest, created: CalendarDate(day: 18_077), description: description, appendices: [report],
            tables: tables, quarantine: [quarantine], quality: quality)
    }

    static var quarantine: QuarantineFile {
        QuarantineFile(
            extract: "crime/2019-06.csv", sha256: String(repeating: "cd", count: 32), encoding: .utf8,
            rows: [
                QuarantinedRow(
                    line: 4, faults: [QuarantinedRow.Fault(.unknownArea, column: "area")],
                    bytes: Array("CR/4,\"Teesside, formerly\",11\r\n".utf8)),
                QuarantinedRow(line: 9, faults: [QuarantinedRow.Fault(.fieldCount)], bytes: Array("=CR/9\n".utf8)),
            ])
    }
}
