import Core
import Evaluation
import FoundationEssentials
import Ingestion
import Intake
import PipelineEngine
import Planning
import Releases
import SampleDataGenerator
import TestSupport
import Testing

/// However an extract is corrupted, either it is refused or all of its rows and lines are accounted for.
@Suite("Corrupted extracts")
struct CorruptionTests {
    /// Returns the first lines of the sample's extracts; a run over them takes milliseconds.
    private static func beginnings(lines: Int) -> [(path: String, bytes: [UInt8])] {
        SampleLandingFolder.files().map { file in
            var left = lines
            let end = file.bytes.firstIndex { byte in
                if byte == 10 { left -= 1 }
                return left == 0
            }
            return (file.path, Array(file.bytes[...(end ?? file.bytes.count - 1)]))
        }
    }

    private static func land(_ path: String, _ bytes: [UInt8], in folder: String) throws {
        let parent = folder + "/" + path.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: folder + "/" + path, contents: Data(bytes)) else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// Returns the number of lines, as an editor counts them.
    private static func lines(_ bytes: [UInt8]) -> Int {
        var count = 0
        var position = 0
        while position < bytes.count {
            while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
            if position + 1 < bytes.count, bytes[position] == 13, bytes[position + 1] == 10 { position += 1 }
            position += 1
            count += 1
        }
        return count
    }

    @Test("Either a refusal, or a balance and every line accounted for", arguments: 0..<4)
    func law(part: Int) async throws {
        var generator = SeededGenerator(seed: 9000 + UInt64(part))
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
        let files = Self.beginnings(lines: 40)
        let (refused, taken, counted) = try await Repository.withTemporaryFolder { folder in
            for file in files { try Self.land(file.path, file.bytes, in: folder) }
            var (refused, taken, counted) = (0, 0, 0)
            for number in 0..<250 {
                guard let file = files.randomElement(using: &generator) else { continue }
                // Without quotes each line is one record; with quotes a record may take several lines.
                let hasQuotes = number % 2 == 0
                let base = hasQuotes ? file.bytes : file.bytes.filter { $0 != 34 }
                var bytes = ByteMutation.mutated(base, by: &generator)
                if !hasQuotes { bytes = bytes.filter { $0 != 34 } }
                try Self.land(file.path, bytes, in: folder)
                let run = PipelineRun(
                    plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 1 + number % 3,
                    parser: number % 5 == 0 ? .libcsv : .fast)
                do {
                    let result = try await run.evaluate()
                    taken += 1
                    for (_, file, account) in result.accounts { #expect(account.balances, "\(file), \(number)") }
                    let manifest = result.release(by: ProgramVersion(name: "test", version: "0")).manifest
                    let input = try #require(manifest.inputs.first { $0.file == file.path })
                    #expect(input.bytes == nil || input.bytes == bytes.count)
                    if !hasQuotes, input.encoding == "utf-8" || input.encoding == "windows-1252" {
                        let rows = try #require(result.accounts.first { $0.file == file.path }).account
                        counted += 1
                        #expect(
                            1 + rows.read + rows.blankLines + rows.titleLines + rows.totalsRows + rows.repeatedHeaders
                                + rows.footerLines == Self.lines(bytes), "\(file.path), \(number)")
                    }
                } catch let failure as RunFailure {
                    guard case .refused = failure else {
                        Issue.record("\(failure)")
                        continue
                    }
                    refused += 1
                }
                try Self.land(file.path, file.bytes, in: folder)
            }
            return (refused, taken, counted)
        }
        // Both outcomes, refusal and a complete account, must occur many times.
        #expect(refused > 20 && taken > 60 && counted > 30, "\(refused) refused, \(taken) taken, \(counted) counted")
    }
}
