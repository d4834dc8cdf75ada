import Core
import Files
import FoundationEssentials
import ReleaseStore
import Releases
import Testing

@Suite("The list of a release's extracts")
struct ExtractListTests {
    private let folder: ScratchFolder
    private let place = "/hartlepool/2019-20-Q1/aaa/"

    init() throws { folder = try ScratchFolder() }

    private func input(
        _ file: String, delimiter: String = ",", unknown: [String] = [], rows: RowAccount? = MadeUpRelease.rows,
        groups: [String: Int]? = nil
    ) -> ManifestInput {
        ManifestInput(
            source: "crime", file: file, takenBy: "header", schema: "force-crime",
            sha256: String(repeating: "0f", count: 32), bytes: 1204, delivered: CalendarDate(day: 18_087),
            encoding: .windows1252, encodingDecidedBy: "schema", delimiter: delimiter, headerLine: 3,
            unknownColumns: unknown, trailingEmptyColumns: 2, paddedRows: 1, endsWithLineBreak: false, rows: rows,
            acceptedByCategoryGroup: groups)
    }

    private func publish(_ inputs: [ManifestInput]) async throws -> PublishedRelease {
        let whole = try MadeUpRelease.release(id: "aaa")
        let (made, id) = (whole.manifest, whole.manifest.releaseID)
        let manifest = Manifest(
            pipeline: made.pipeline, quarter: made.quarter, releaseID: id, program: made.program,
            definition: made.definition, inputs: inputs)
        return try await folder.publish(
            Release(
                manifest: manifest, created: whole.created, description: whole.description, appendices: [],
                tables: whole.tables, quarantine: [], quality: whole.quality))
    }

    /// Changes the text of a file of the release; the manifest stays as it is.
    private func rewrite(_ file: String, _ change: (String) -> String) throws {
        let path = folder.path + place + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try Data(change(text).utf8).write(to: URL(filePath: path))
    }

    @Test("The list says what each extract is, how it was read and what happened to its rows")
    func text() async throws {
        _ = try await publish([
            input("crime/2019-06.csv", unknown: ["Beat", "a;\"b\""], groups: ["theft": 4, "asb": 3])
        ])
        let text = String(decoding: try folder.read(place + "extracts.csv"), as: UTF8.self)
        let hash = String(repeating: "0f", count: 32)
        let lines = text.split(separator: "\r\n").map(String.init)
        let identity = "source,extract,sha256,bytes,delivered,"
        let reading =
            "taken_by,schema,encoding,encoding_decided_by,delimiter,header_line,unknown_columns,trailing_empty_columns,"
        let rows = "padded_rows,ends_with_line_break,read,accepted,quarantined,duplicate,superseded,cancelled,"
        #expect(lines.first == "\(identity)\(reading)\(rows)out_of_scope,corrected,accepted_by_group,status")
        let read = "crime,crime/2019-06.csv,\(hash),1204,2019-07-10,header,force-crime,windows-1252,schema,\",\",3,"
        let unknown = #""[""Beat"",""a;\""b\""""]""#
        let groups = #""{""asb"":3,""theft"":4}""#
        #expect(lines.dropFirst() == ["\(read)\(unknown),2,1,no,12,7,3,1,0,0,1,0,\(groups),"])
    }

    @Test("The list is read back as it was written, whatever the names of files")
    func roundTrip() async throws {
        let names = [
            "a.csv", "=a.csv", "'=a.csv", "''=a.csv", "'a'.csv", " a, \"b\" .csv", "-.csv", "@ü\u{1F600}.csv", "+",
        ]
        let inputs =
            names.map { input($0) } + [
                input("b", delimiter: "\t", unknown: ["-x", "\"", ""], groups: [:]), input("c", groups: ["x,y": 1]),
                input("d", rows: nil, groups: ["asb": 1]),
            ]
        let published = try await publish(inputs)
        let read = try ReleaseFolder(published.folder).manifest
        #expect(read.inputs == inputs)
        #expect(read.extracts?.count == 12 && read.extracts?.withoutRows == 1)
        #expect(read.extracts?.rows?.read == 11 * 12 && read.extracts?.rows?.quarantined == 11 * 3)
    }

    @Test("The list has no number of rows about persons, nor does the manifest's total include them")
    func withheld() async throws {
        let published = try await publish([input("d", rows: nil)])
        let text = String(decoding: try folder.read(place + "extracts.csv"), as: UTF8.self)
        #expect(text.hasSuffix(",,2,,no,,,,,,,,,,confidential\r\n"))
        #expect(!text.contains("1204"))
        #expect(try ReleaseFolder(published.folder).manifest.extracts?.rows == nil)
    }

    @Test("A list that is incomplete, or does not have the manifest's hash, is not read")
    func changed() async throws {
        let published = try await publish([input("a.csv"), input("b.csv")])
        let list = published.folder + "/extracts.csv"
        let before = try #require(
            try ReleaseFolder(published.folder).manifest.outputs.first { $0.file == "extracts.csv" })
        for damage in ["b.csv", ",12,", "force-crime", "source,"] {
            let text = try String(contentsOfFile: list, encoding: .utf8)
            defer { try? Data(text.utf8).write(to: URL(filePath: list)) }
            try rewrite("extracts.csv") { $0.replacing(damage, with: "") }
            #expect(throws: UnreadableRelease.changed(file: list)) { try ReleaseFolder(published.folder) }
            #expect(ReleaseFolder.damage(in: published.folder).count == 1)
        }
        // A damaged list with the hash that the manifest names cannot be read either.
        for (number, damage) in [("\r\ncrime,b.csv", "\r\n"), (",12,", ",many,"), (",no,", ",,"), ("status", "state")]
            .enumerated()
        {
            let text = try String(contentsOfFile: list, encoding: .utf8)
            let manifest = try String(contentsOfFile: published.folder + "/manifest.json", encoding: .utf8)
            defer {
                try? Data(text.utf8).write(to: URL(filePath: list))
                try? Data(manifest.utf8).write(to: URL(filePath: published.folder + "/manifest.json"))
            }
            try rewrite("extracts.csv") { $0.replacing(damage.0, with: damage.1) }
            let now = try ContentHash.file(list).sha256
            try rewrite("manifest.json") { $0.replacing(before.sha256, with: now) }
            #expect(throws: UnreadableRelease.unreadable(file: list), "\(number)") {
                try ReleaseFolder(published.folder)
            }
        }
        try FileManager.default.removeItem(atPath: list)
        #expect(throws: UnreadableRelease.missing(file: list)) { try ReleaseFolder(published.folder) }
    }

    @Test("In earlier versions the manifest itself has the extracts, with the reasons why rows do not count")
    func earlier() async throws {
        let published = try await publish([input("a.csv")])
        let inputs = """
            "inputs" : [ {
              "acceptedByCategoryGroup" : { "asb" : 7 }, "bytes" : 1204, "delimiter" : ",", "encoding" : "utf-8",
              "encodingDecidedBy" : "valid", "endsWithLineBreak" : true, "file" : "b.csv", "headerLine" : 1,
              "paddedRows" : 0, "rows" : {
                "accepted" : 7, "blankLines" : 0, "cancelled" : 0, "corrected" : 0, "duplicate" : 1,
                "footerLines" : 0, "outOfScope" : { "outside-area" : 1, "unassigned" : 2 },
                "quarantined" : { "field-count" : 1, "unknown-area" : 2 }, "read" : 14, "repeatedHeaders" : 0,
                "superseded" : 0, "titleLines" : 0, "totalsRows" : 0 },
              "schema" : "force-crime", "sha256" : "0f", "source" : "crime", "takenBy" : "name",
              "trailingEmptyColumns" : 0, "unknownColumns" : [] } ],
            """
        try rewrite("manifest.json") { text in
            let start = text.firstRange(of: "\"extracts\"")?.lowerBound ?? text.endIndex
            let end = text.firstRange(of: "\"formatVersion\"")?.lowerBound ?? text.endIndex
            return text[..<start] + inputs + text[end...]
        }
        let manifest = try ReleaseFolder(published.folder).manifest
        #expect(manifest.extracts == nil)
        #expect(manifest.inputs.map(\.file) == ["b.csv"])
        #expect(manifest.inputs.first?.rows?.numbers == [14, 7, 3, 1, 0, 0, 3, 0])
        #expect(manifest.allExtracts.rows?.quarantined == 3 && manifest.allExtracts.withoutRows == 0)
    }
}
