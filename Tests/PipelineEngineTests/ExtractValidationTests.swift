import Core
import FoundationEssentials
import Intake
import PipelineDefinition
import TestSupport
import Testing

@Suite("Validating extracts")
struct ExtractValidationTests {
    /// Returns a schema with every check that spans rows and fields; the place must be unique.
    private static func schema(_ checks: String = "") throws -> TableSchema {
        let text = """
            name: made-up
            missingValues: ["", NA]
            fields:
              - {name: id, shp: {role: identifier}}
              - {name: code, constraints: {required: true, enum: [a, b]}, shp: {role: category}}
              - {name: day, type: date, shp: {role: date}}
              - {name: end, type: date}
              - {name: area, shp: {role: local-authority}}
              - {name: place, constraints: {unique: true}}
            shp:
              records: events
              checks:
                - {name: end-not-before-day, field: end, not-before: day}
                - {rule: not-in-enumeration, field: code, then: quarantine\(checks)}
            """
        let collector = DefinitionErrorCollector()
        let schema = SchemaReading.read(text, file: "s.yaml", collector)
        try collector.throwIfAny()
        return try #require(schema)
    }

    private static func reports(
        _ text: String, _ schema: TableSchema, threads: Int = 1, chunkSize: Int = 1 << 20
    ) async throws -> [ExtractReport] {
        let folder = FileManager.default.temporaryDirectory.path + "/shp-validate-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/x.csv"
        _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
        return await ExtractValidation(.schema(schema), threads: threads, chunkSize: chunkSize).reports(of: [path])
    }

    private static let header = "id,code,day,end,area,place\n"

    @Test(
        "Each later row with the same unique value is at fault, and the message gives the first row's line")
    func unique() async throws {
        let text =
            Self.header + "1,a,2019-04-01,,H,x\n2,a,2019-04-02,,H,\n3,a,bad,,H,y\n4,a,2019-04-02,,H,x\n"
            + "5,a,2019-04-02,,H,NA\n6,a,2019-04-02,,H,y\n7,a,2019-04-02,,H,x\n8,a,2019-04-02,,H,\n"
        let report = try #require(try await Self.reports(text, Self.schema()).first)
        #expect(
            report.problems.filter { $0.rule == "not-unique" }.map(\.explanation) == [
                "an earlier row already has the value (check unique), first in line 2",
                "an earlier row already has the value (check unique), first in line 4",
                "an earlier row already has the value (check unique), first in line 2",
            ])
        #expect(report.problems.filter { $0.rule == "not-unique" }.map(\.line) == [5, 7, 8])
        #expect(report.account.quarantined == [.invalidDate: 1, .notUnique: 3])
        #expect(report.account.accepted == 4)
        #expect(report.account.balances)
    }

    /// Returns random rows, many of which are at fault. Some have line breaks inside quotes.
    private static func randomText(seed: UInt64) -> String {
        var chance = SeededGenerator(seed: seed)
        var text = header
        for row in 0..<Int.random(in: 1...120, using: &chance) {
            let place =
                ["", "NA", "p\(Int.random(in: 0...40, using: &chance))", "\"q\n\(row % 7)\"", "\"\"\"r\(row % 5)\""]
                .randomElement(using: &chance) ?? ""
            let code = ["a", "b", "a", "c", ""].randomElement(using: &chance) ?? ""
            let days = (0...1).map { _ in
                ["2019-04-0\(Int.random(in: 1...9, using: &chance))", "", "x"].randomElement(using: &chance) ?? ""
            }
            text += "\(row),\(code),\(days[0]),\(days[1]),H,\(place)"
            text += Int.random(in: 0...30, using: &chance) == 0 ? ",more\n" : "\n"
        }
        if Int.random(in: 0...9, using: &chance) == 0 { text += "99,a,2019" }
        return text
    }

    @Test("The findings depend neither on threads nor on chunks", arguments: 0..<40 as Range<UInt64>)
    func chunks(seed: UInt64) async throws {
        let text = Self.randomText(seed: seed)
        let schema = try Self.schema()
        let whole = try #require(try await Self.reports(text, schema).first)
        for (threads, size) in [(1, 40), (3, 40), (4, 100), (2, 333)] {
            let parts = try #require(try await Self.reports(text, schema, threads: threads, chunkSize: size).first)
            // The reports have different paths, because each file is in its own folder.
            #expect(
                parts.problems.map { [$0.line.map(String.init), $0.column, $0.rule, $0.message] }
                    == whole.problems.map { [$0.line.map(String.init), $0.column, $0.rule, $0.message] })
            #expect(parts.account == whole.account)
        }
    }

    @Test("An extract over a limit is refused, with every fault; an extract exactly at the limit is not refused")
    func limits() async throws {
        let rows = "1,a,2019-04-01,,H,\n2,c,2019-04-02,,H,\n3,a,2019-04-02,2019-04-01,H,\n4,c,2019-04-02,,H,\n"
        let met = try #require(try await Self.reports(Self.header + rows, Self.schema(", refuse-above: 50%")).first)
        #expect(met.problems.map(\.rule) == ["not-in-enumeration", "out-of-order", "not-in-enumeration"])
        #expect(met.problems.allSatisfy { $0.severity == .quarantine })
        let over = try #require(try await Self.reports(Self.header + rows, Self.schema(", refuse-above: 1")).first)
        #expect(
            over.problems.map(\.rule) == [
                "too-many-faults", "not-in-enumeration", "out-of-order", "not-in-enumeration",
            ])
        #expect(over.problems[0].severity == .refuse)
        #expect(
            over.problems[0].explanation
                == "the value is not one of those that the schema lists, in 2 of 4 rows (50.00%), more than the 1 that the "
                + "schema allows; first in lines 3, 5")
        let stopped = try #require(try await Self.reports(Self.header + rows, Self.schema(", stop-above: 1")).first)
        #expect(stopped.problems[0].severity == .stop)
        #expect(
            stopped.problems[0].explanation.hasSuffix("the whole run stops because of it, and no source is published"))
    }

    @Test("Faults that were found before the cut-off end of a file are reported, too")
    func cutOff() async throws {
        let text = Self.header + "1,c,2019-04-01,,H,\n2,a,2019-0"
        let report = try #require(try await Self.reports(text, Self.schema()).first)
        #expect(report.problems.map(\.rule) == ["not-in-enumeration", "truncated"])
        #expect(report.problems.map(\.line) == [2, 3])
        #expect(report.isFaulty)
    }

    @Test("Files are reported in the order in which they were named, and a missing file does not hide another")
    func files() async throws {
        let reports = await ExtractValidation(.schema(try Self.schema()), threads: 2).reports(
            of: ["/nowhere/b.csv", "/nowhere/a.csv"])
        #expect(reports.map(\.file) == ["/nowhere/b.csv", "/nowhere/a.csv"])
        #expect(reports.allSatisfy { $0.isMissing && $0.isFaulty })
        #expect(reports[0].problems.map(\.rule) == ["unreadable"])
    }
}
