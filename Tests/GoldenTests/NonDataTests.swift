import Core
import Evaluation
import FoundationEssentials
import Indicators
import Intake
import PipelineEngine
import Planning
import Releases
import Testing

/// Lines of an extract that are not data are recognised, reported and never counted.
@Suite("Lines that are not data")
struct NonDataTests {
    private static let file = "crime/2019-07-17_force-crime_corrections.csv"
    private static let treatment = "treatment/2019-07-15_ndtms_A1001.csv"

    /// Runs the sample with one file changed.
    private static func run(_ path: String = file, _ change: ([String]) -> [String]) async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
            let lineBreak = text.contains("\r\n") ? "\r\n" : "\n"
            let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            let changed = change(lines.dropLast().map(String.init)).map { $0 + lineBreak }.joined()
            try changed.write(toFile: folder + "/" + path, atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            return try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
        }
    }

    private static func account(_ result: RunResult, _ path: String = file) throws -> RowAccount {
        try #require(result.accounts.first { $0.file == path }).account
    }

    /// Returns the findings of the kinds that are tested here, without the file's name.
    private static func told(_ result: RunResult, _ path: String = file) -> [String] {
        let rules: Set<FindingRule> = [.titleLine, .totalsRow, .repeatedHeader, .footerLine, .trailingEmptyColumns]
        return result.findings.filter { $0.file == path && rules.contains($0.rule) }.map {
            "\($0.rule.rawValue) \($0.line ?? 0) \($0.value ?? "–")"
        }
    }

    @Test("Titles, totals, headers and a footer change no figure and no row's fate")
    func nothingCounts() async throws {
        let plain = try await Self.run { $0 }
        let dressed = try await Self.run { lines in
            let middle = lines.count / 2
            return ["Recorded crime", "", lines[0] + ",,"] + lines[1..<middle] + [
                "Hartlepool Total,30", lines[0], ",,,",
            ]
                + lines[middle...].map { $0 + "," } + [
                    "Grand total,,,60,,,,,", "", "Draft, not checked", "Source: the force",
                ]
        }
        // The line that looks like a footer but is not one is one more row at fault.
        #expect(dressed.figuresByKey.mapValues(\.display) == plain.figuresByKey.mapValues(\.display))
        var (before, after) = (try Self.account(plain), try Self.account(dressed))
        #expect(after.titleLines == 1 && after.totalsRows == 2 && after.repeatedHeaders == 1)
        #expect(after.blankLines == before.blankLines + 3 && after.footerLines == 1)
        #expect(after.quarantined[.fieldCount, default: 0] == before.quarantined[.fieldCount, default: 0] + 1)
        after.quarantined[.fieldCount] = before.quarantined[.fieldCount]
        (after.titleLines, after.totalsRows, after.repeatedHeaders, after.footerLines) = (0, 0, 0, 0)
        (after.read, before.blankLines) = (after.read - 1, after.blankLines)
        #expect(after == before)
    }

    @Test("Each is reported by its line")
    func reported() async throws {
        var (half, last) = (0, 0)
        let result = try await Self.run { lines in
            (half, last) = (lines.count / 2, lines.count)
            return ["Recorded crime", lines[0]] + lines[1..<half] + ["total:,1", lines[0]] + lines[half...]
                + ["Grand Total,,,60,,,,,", "Source: the force", "\"Printed, in July\""]
        }
        #expect(
            Self.told(result) == [
                "totals-row \(half + 2) –", "repeated-header \(half + 3) –", "totals-row \(last + 4) –",
                "footer-line \(last + 5) Source: the force", "footer-line \(last + 6) Printed, in July",
                "title-line 1 –",
            ])
        let manifest = result.release(by: ProgramVersion(name: "test", version: "0")).manifest
        let input = try #require(manifest.inputs.first { $0.file == Self.file })
        #expect(input.headerLine == 2)
        #expect(try Self.account(result).titleLines == 1 && Self.account(result).footerLines == 2)
    }

    @Test("Extracts put one below the other, each with its mark and its header, are the sum of both")
    func concatenated() async throws {
        let result = try await Self.run { ["\u{FEFF}" + $0[0]] + $0[1..<20] + ["\u{FEFF}" + $0[0]] + $0[20...] }
        let plain = try await Self.run { $0 }
        #expect(result.figuresByKey == plain.figuresByKey)
        #expect(try Self.account(result).repeatedHeaders == 1)
        #expect(try Self.account(result).read == Self.account(plain).read)
    }

    @Test("A row that only looks like one of them is data, and so is a lone value among the rows")
    func lookalikes() async throws {
        let plain = try await Self.run { $0 }
        let result = try await Self.run { lines in
            [lines[0], "Totally new,1", "Some words here"] + lines[1...] + ["CC19/999999"]
        }
        let (before, after) = (try Self.account(plain), try Self.account(result))
        #expect(after.read == before.read + 3)
        #expect(after.quarantined[.fieldCount, default: 0] == before.quarantined[.fieldCount, default: 0] + 3)
        #expect(Self.told(result).isEmpty)
    }

    @Test("A sensitive source is told by line alone")
    func sensitive() async throws {
        let result = try await Self.run(Self.treatment) { lines in
            ["Clients of Dr Jekyll", lines[0]] + lines[1...] + ["Total,12", "Seen by Dr Jekyll"]
        }
        let account = try Self.account(result, Self.treatment)
        #expect(account.titleLines == 1 && account.totalsRows == 1 && account.footerLines == 1)
        #expect(Self.told(result, Self.treatment).allSatisfy { $0.hasSuffix(" –") })
        #expect(result.findings.allSatisfy { !$0.description.contains("Jekyll") })
    }

    /// A row of the treatment extract with a name that must not appear in messages.
    private static let person = "A1001,Jekyll,H,J,07/08/1987,1,77,Y,E06000001,1011,,,01/05/2019,,,94,03/05/2019,"

    @Test("A row of a person above the header of a crime file is said by its line")
    func personAboveHeader() async throws {
        let result = try await Self.run { [Self.person] + $0 }
        #expect(Self.told(result) == ["title-line 1 –"])
        #expect(result.findings.allSatisfy { !$0.description.contains("Jekyll") })
    }

    @Test("A row of a person in a crime file is quarantined by its line; one of crime with a stray comma as it stands")
    func personAmongRows() async throws {
        // The rows in quarantine are read again from the extract.
        let rows = try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let path = folder + "/" + Self.file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            var lines = text.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
            lines.insert(contentsOf: [Self.person, lines[1] + ",stray", Self.person.replacing(",", with: ";")], at: 2)
            try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            let result = try await PipelineRun(
                plan: PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml"), input: folder,
                quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
            let release = result.release(by: ProgramVersion(name: "test", version: "0"))
            let file = try #require(release.quarantine.first { $0.extract == Self.file })
            var rows: [Int: [UInt8]?] = [:]
            try file.forEachRow { rows[$0.line] = $0.bytes }
            return rows
        }
        #expect(rows[3] == .some(nil) && rows[5] == .some(nil))
        let stray = try #require(rows[4] ?? nil)
        #expect(String(decoding: stray, as: UTF8.self).contains("stray"))
    }

    @Test("An unknown column of a sensitive extract is said by its place, in findings and in the manifest")
    func unknownColumn() async throws {
        let result = try await Self.run(Self.treatment) { lines in
            [lines[0] + ",\"Jekyll\""] + lines[1...].map { $0 + ",\"x\"" }
        }
        let finding = try #require(result.findings.first { $0.file == Self.treatment && $0.rule == .unknownColumn })
        #expect(finding.column == "column 19")
        let manifest = result.release(by: ProgramVersion(name: "test", version: "0")).manifest
        let input = try #require(manifest.inputs.first { $0.file == Self.treatment })
        #expect(input.unknownColumns == ["column 19"])
        #expect(result.findings.allSatisfy { !$0.description.contains("Jekyll") })
    }

    @Test("A header with nothing below it but a total or words has no row")
    func onlyTotals() async throws {
        for rest in [["Total,0"], ["No data for this period"]] {
            await #expect(throws: RunFailure.self) { try await Self.run { [$0[0]] + rest } }
        }
    }

    @Test("Rows that are longer by empty fields alone are told once, with how many there are")
    func trailingEmptyColumns() async throws {
        var rows = 0
        let result = try await Self.run { lines in
            rows = lines.count - 1
            return [lines[0] + ",,"] + lines[1...].map { $0 + ",," }
        }
        #expect(Self.told(result) == ["trailing-empty-columns 0 2 in the header, \(rows) longer rows"])
    }
}
