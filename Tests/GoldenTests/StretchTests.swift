import Core
import Evaluation
import FoundationEssentials
import Ingestion
import PipelineEngine
import Planning
import Testing

@Suite("Chunks of one file")
struct StretchTests {
    /// Returns a file of 13 MB in which 19 of 20 line breaks are inside quotes, so that chunks start in the middle of
    /// records. The text inside the quotes looks like rows. Every thousandth record has an invalid month.
    private static func file() -> (text: String, rows: Int, badLines: [Int]) {
        let decoy =
            ",2014-05,Cleveland Police,Cleveland Police,-1.2,54.6,On or near Nowhere,E01011955,Hartlepool,Drugs,,\n"
        let location = String(repeating: decoy, count: 19)
        var text =
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
            + "Last outcome category,Context\n"
        var badLines: [Int] = []
        let rows = 6_500
        for row in 0..<rows {
            let month = row % 1000 == 999 ? "2014-13" : "2014-0\(4 + row % 3)"
            if row % 1000 == 999 { badLines.append(2 + row * 20) }
            text +=
                ",\(month),Cleveland Police,Cleveland Police,,,\"\(location)\",E01011954,Hartlepool 001A,Burglary,,\n"
        }
        return (text, rows, badLines)
    }

    @Test(
        "A chunk that starts inside a record is scanned again: every row and line is that of one scan",
        arguments: [1, 3])
    func insideRecords(threads: Int) async throws {
        let (text, rows, badLines) = Self.file()
        try await Repository.withTemporaryFolder { folder in
            try text.write(toFile: folder + "/2014-04_2014-06-street.csv", atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
            let result = try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2014-15-Q1"), threads: threads
            ).evaluate()
            #expect(text.utf8.count > 3 * (4 << 20))
            #expect(result.total.read == rows)
            #expect(result.total.quarantined == [.invalidMonth: badLines.count])
            #expect(result.total.accepted == rows - badLines.count)
            #expect(result.findings.filter { $0.line != nil }.map(\.line) == badLines)
        }
    }

    @Test("Every row through libcsv, or plain ones past it: the sample's figures, accounts and findings are the same")
    func parsers() async throws {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            func run(_ parser: ParserMode) async throws -> RunResult {
                try await PipelineRun(
                    plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2, parser: parser
                ).evaluate()
            }
            let (fast, libcsv) = (try await run(.fast), try await run(.libcsv))
            #expect(fast.figuresByKey == libcsv.figuresByKey)
            #expect(fast.accounts.map(\.account) == libcsv.accounts.map(\.account))
            #expect(fast.findings == libcsv.findings)
        }
    }
}
