import Core
import Evaluation
import FoundationEssentials
import Glibc
import Ingestion
import Intake
import PipelineEngine
import Planning
import Testing

/// Tests which source uses which file of a landing folder, with definitions and files of a few lines.
@Suite struct RecognitionTests {
    private static let month = "{name: Month, type: yearmonth, shp: {role: month}}"
    private static let place = "{name: Place, shp: {role: local-authority}}"
    private static let schemas = [
        "crime": "[\(month), \(place), {name: Offence, shp: {role: category}}, {name: Beat}]\nshp: {records: events}",
        "asb": "[\(month), \(place), {name: Incident, shp: {role: category}}]\nshp: {records: events}",
        "stops":
            "[\(month), {name: Search, constraints: {required: true}}]\nshp: {records: none, is: stops and searches}",
        "private":
            "[\(month), \(place), {name: Offence, shp: {role: category}}]\nshp: {records: events, sensitive: true}",
    ]
    private static let crime = "Month,Place,Offence\n2019-04,Hartlepool,theft\n"
    private static let asb = "Month,Place,Incident\n2019-04,Hartlepool,theft\n"
    private static let stops = "Month,Search\n2019-04,drugs\n"

    private struct Outcome {
        var taken: [String] = []
        var leftOut: [LeftOutFile] = []
        var extractErrors: [ExtractError] = []
        var failure = ""
    }

    /// Runs a definition with these sources on a folder with these files.
    private static func run(
        _ sources: [(name: String, value: String)], others: String = "[]", _ files: [String: String],
        pipe: String? = nil
    ) async throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.path + "/shp-recognition-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func write(_ name: String, _ text: String) throws {
            let path = folder + "/" + name
            let parent = path.split(separator: "/").dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(atPath: "/" + parent, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        for (name, text) in schemas { try write("\(name).yaml", "name: \(name)\nfields: \(text)\n") }
        try write("codes.csv", "code,description,group,aliases\ntheft,Theft,all,\n")
        try write("groups.csv", "group,parent,title\nall,,All\n")
        try write("areas.csv", "code,name,short_name,parent,aliases\nE06000001,Hartlepool,Hartlepool,,\n")
        try write(
            "made-up.yaml",
            """
            pipeline: made-up
            title: Made up
            partnership: Made-up Partnership
            areas: {table: areas.csv, home: E06000001}
            classifications: {codes: {codes: codes.csv, groups: groups.csv}}
            sources: {\(sources.map { "\($0.name): {\($0.value), classification: codes}" }.joined(separator: ", "))}
            other-formats: \(others)
            tables: []
            appendices: []
            """)
        for (name, text) in files { try write("landing/" + name, text) }
        if let pipe { try #require(mkfifo(folder + "/landing/" + pipe, 0o600) == 0) }
        let plan = try PlanCompiler.compile(path: folder + "/made-up.yaml")
        var outcome = Outcome()
        do {
            let result = try await PipelineRun(
                plan: plan, input: folder + "/landing", quarter: FinancialQuarter("2019-20-Q1"), threads: 1
            ).evaluate()
            outcome.taken = result.accounts.map { "\($0.source): \($0.file)" }
            outcome.leftOut = result.leftOut
        } catch let failure as RunFailure {
            if case .refused(let extractErrors) = failure { outcome.extractErrors = extractErrors }
            outcome.failure = failure.description.replacing(folder + "/", with: "")
        }
        return outcome
    }

    private static let both = [("crime", "schema: crime.yaml"), ("asb", "schema: asb.yaml")]

    @Test("Files of several sources may be in one folder, at any depth and with any names")
    func mixed() async throws {
        let outcome = try await Self.run(
            Self.both, others: "[stops.yaml]",
            [
                "a.csv": Self.asb, "deep/er/b.TXT": Self.crime.replacing("2019-04", with: "2019-05"),
                "c.tsv": Self.crime, "d.csv": Self.stops,
            ])
        #expect(outcome.taken == ["crime: c.tsv", "crime: deep/er/b.TXT", "asb: a.csv"])
        #expect(outcome.leftOut == [LeftOutFile(file: "d.csv", rule: .otherFormat, note: "stops and searches")])
    }

    @Test("A source that names its files gets them before headers are compared")
    func namesFirst() async throws {
        let outcome = try await Self.run(
            [("crime", "schema: crime.yaml"), ("more", "schema: crime.yaml, files: more/*.csv")],
            ["a.csv": Self.crime, "more/a.csv": Self.crime])
        #expect(outcome.taken == ["crime: a.csv", "more: more/a.csv"])
    }

    @Test("The schema that binds more columns wins; with equally many, the schema that leaves fewer columns over")
    func bestFit() async throws {
        let sources = [("crime", "schema: [private.yaml, crime.yaml]"), ("asb", "schema: asb.yaml")]
        let header = "Month,Place,Offence,Incident,Beat\n2019-04,Hartlepool,theft,theft,X1\n"
        #expect(
            try await Self.run(sources, ["a.csv": header, "b.csv": Self.asb]).taken == ["crime: a.csv", "asb: b.csv"])
    }

    @Test("A header that fits two sources equally well is refused, and both are named with the remedy")
    func tie() async throws {
        let header = "Month,Place,Offence,Incident\n2019-04,Hartlepool,theft,theft\n"
        let outcome = try await Self.run(Self.both, ["a.csv": header, "b.csv": Self.crime, "c.csv": Self.asb])
        #expect(outcome.extractErrors == [.ambiguousFormat(file: "a.csv", sources: ["crime", "asb"])])
        #expect(
            outcome.failure
                == "a.csv: its header fits 'crime' and 'asb' equally well; use 'files' in the definition to say "
                + "which source reads it")
    }

    @Test("A file of another known format is left out even when a pattern names it, but not the source's own format")
    func otherFormatByName() async throws {
        let outcome = try await Self.run(
            [("crime", "schema: crime.yaml, files: \"*.csv\"")], others: "[stops.yaml]",
            [
                "a.csv": Self.crime, "b.csv": Self.stops,
                // Both schemas have at least two of the file's columns; the schema of the named source has more of
                // them.
                "c.csv": "Month,Place,Offence,Search\n2019-04,Hartlepool,theft,no\n",
            ])
        #expect(outcome.taken == ["crime: a.csv", "crime: c.csv"])
        #expect(outcome.leftOut.map(\.file) == ["b.csv"])
        #expect(outcome.leftOut.map(\.rule) == [.otherFormat])
    }

    @Test("A file that a pattern names and no schema fits is refused by the nearest of the source's schemas")
    func namedButUnfit() async throws {
        let outcome = try await Self.run(
            [("any", "schema: [asb.yaml, crime.yaml], files: \"*.csv\"")], ["a.csv": "Month,Place,Beat\n2019-04,x,y\n"])
        guard case .missingColumns("a.csv", "crime", let missing, _, _) = outcome.extractErrors.first else {
            Issue.record("\(outcome)")
            return
        }
        // Both schemas miss one column in the file. The nearer schema has the file's third column.
        #expect(missing.map(\.field) == ["Offence"])
    }

    @Test("An unrecognised file's message names the nearest schema's missing columns, and similar columns by position")
    func nearest() async throws {
        let outcome = try await Self.run(
            Self.both,
            [
                "a.csv": Self.crime, "b.csv": Self.asb, "c.csv": "Month,Place,Ofence\n2019-04,Hartlepool,theft\n",
                "d.csv": "", "e.txt": "Hello.\n", "f.csv.bak": Self.crime, "g.csv": "PK\u{3}\u{4}",
            ])
        #expect(outcome.taken == ["crime: a.csv", "asb: b.csv"])
        #expect(
            outcome.leftOut.map(\.note) == [
                "the nearest schema is crime, which needs the column 'Offence' (perhaps column 3)",
                "it is empty", nil, "its name does not end in .csv, .tsv, .txt, .xlsx, .xlsm, .ods, .zip",
                "it is an Excel workbook or another zip archive, not CSV",
            ])
        #expect(outcome.leftOut.allSatisfy { $0.rule == .unclaimedFile })
    }

    @Test("The header of an unrecognised file is not shown, and nothing is shown of a file without a header")
    func sensitive() async throws {
        let outcome = try await Self.run(
            [("private", "schema: private.yaml")],
            [
                "a.csv": Self.crime, "b.csv": "Month,Place,Ofence\n2019-04,Hartlepool,theft\n",
                "c.csv": "2019-04,Ofence,Place,x\n2019-04,Hartlepool,theft,y\n",
            ])
        #expect(
            outcome.leftOut.map(\.note) == [
                "the nearest schema is private, which needs the column 'Offence' (perhaps column 3)",
                "the nearest schema is private, which needs the column 'Month' and 'Offence'",
            ])
    }

    @Test("A file that no pattern names is reported when it has a source's header")
    func unnamed() async throws {
        let outcome = try await Self.run(
            [("crime", "schema: crime.yaml, files: crime/*.csv")], ["crime/a.csv": Self.crime, "b.csv": Self.crime])
        #expect(
            outcome.leftOut.map(\.note) == [
                "its header fits the source 'crime', but that source's 'files' do not name it"
            ])
        #expect(outcome.leftOut.map(\.source) == ["crime"])
    }

    @Test("Where every source names its files, other names need not be files; otherwise they must be readable")
    func notAFile() async throws {
        let named = [("crime", "schema: crime.yaml, files: crime/*.csv")]
        let files = ["crime/a.csv": Self.crime, "b.docx": "x"]
        let outcome = try await Self.run(named, files, pipe: "p.csv")
        #expect(outcome.taken == ["crime: crime/a.csv"])
        #expect(outcome.leftOut.map(\.file) == ["b.docx", "p.csv"])
        #expect(outcome.leftOut.map(\.note) == [nil, nil])
        let recognised = try await Self.run([("crime", "schema: crime.yaml")], files, pipe: "p.csv")
        #expect(recognised.extractErrors == [.notAFile(file: "p.csv")])
    }

    @Test("A source's own file is refused when one of its columns could be either of two")
    func ambiguousColumn() async throws {
        let outcome = try await Self.run(
            [("crime", "schema: crime.yaml")],
            ["a.csv": Self.crime, "b.csv": "Month,Place,offence,OFFENCE\n2019-04,Hartlepool,theft,x\n"])
        guard case .ambiguousColumn("b.csv", "Offence", _, _) = outcome.extractErrors.first else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("A source without an extract names the files that were passed over, and why")
    func missing() async throws {
        let outcome = try await Self.run(Self.both, ["a.csv": Self.crime, "b.csv": "Month,Place,Incdent\n"])
        #expect(
            outcome.failure == """
                landing: no extract of 'asb'; none of the files there has the right header
                  b.csv: the nearest schema is asb, which needs the column 'Incident' (perhaps column 3)
                """)
    }
}
