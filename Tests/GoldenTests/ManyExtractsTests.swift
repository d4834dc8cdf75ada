import Core
import Evaluation
import FoundationEssentials
import Ingestion
import Intake
import PipelineEngine
import Planning
import Records
import Releases
import TestSupport
import Testing

@Suite("Folders of many small extracts")
struct ManyExtractsTests {
    /// Writes a number of months of two forces, evaluates the shipped definition on them, and counts how often files
    /// are opened.
    private func opens(months: Int, threads: Int, in folder: String) async throws -> (RunResult, [String: Int]) {
        var generator = SeededGenerator(seed: 1)
        for index in 0..<months {
            let month = "\(Month(index: 2023 * 12 + 5 - index))"
            for force in ["Cleveland Police", "Durham Constabulary"] {
                try StreetLanding.write(
                    StreetLanding.month(month, force: force, count: 4, &generator),
                    to: "\(folder)/\(month)/\(month)-\(force.prefix(4))-street.csv")
            }
        }
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
        let count = OpenCount()
        let result = try await OpenCount.$current.withValue(count) {
            try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2023-24-Q1"), threads: threads
            ).evaluate()
        }
        return (result, count.byPath)
    }

    @Test("A run opens each small extract once, from the first look to the last row", arguments: [1, 2])
    func opensOnce(threads: Int) async throws {
        try await Repository.withTemporaryFolder { folder in
            let (result, opens) = try await opens(months: 150, threads: threads, in: folder)
            #expect(opens.count == 300)
            #expect(opens.values.allSatisfy { $0 == 1 })
            #expect(result.accounts.count == 300)
        }
    }

    @Test("Above 200 extracts a summary has a source for a line, with the account of all of them")
    func summaryBySource() async throws {
        try await Repository.withTemporaryFolder { folder in
            let (many, _) = try await opens(months: 101, threads: 2, in: folder + "/many")
            #expect(many.hasTooManyExtractsToList)
            let sources = many.accountsBySource
            #expect(sources.map(\.extracts) == [202])
            #expect(sources.first?.account == many.total)
            let (few, _) = try await opens(months: 100, threads: 2, in: folder + "/few")
            #expect(!few.hasTooManyExtractsToList)
        }
    }

    @Test("A copy of another file that changes after it was first looked at is refused, although it is not read")
    func changedCopy() async throws {
        try await Repository.withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 1)
            let rows = StreetLanding.month("2023-06", force: "Cleveland Police", count: 4, &generator)
            let copies = ["2023-06/2023-06-cleveland-street (1).csv", "2023-06/2023-06-cleveland-street.csv"]
            for copy in copies { try StreetLanding.write(rows, to: "\(folder)/\(copy)") }
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
            let landing = try await LandingFolder.open(folder).lookedAt(threads: 2, for: plan, known: KnownFiles())
            let extracts = try await ExtractClaims(plan: plan, folder: landing).claims(threads: 2).extracts
            let same = try await SameFiles(extracts, known: KnownFiles(), threads: 2)
            #expect(same.extracts.map(\.file) == [copies[1]] && same.copies == [copies[0]: copies[1]])
            try StreetLanding.write(rows + rows, to: "\(folder)/\(copies[0])")
            let failure = await #expect(throws: RunFailure.self) {
                try await SameFiles(extracts, known: KnownFiles(), threads: 2)
            }
            guard case .refused(let extractErrors) = failure else {
                Issue.record("not refused")
                return
            }
            #expect(extractErrors == [.changedWhileRead(file: copies[0])])
        }
    }

    @Test("What is changed of one copy of an outcome stays as it was in the other")
    func outcomeValues() async throws {
        try await Repository.withTemporaryFolder { folder in
            let outcome = try #require(try await opens(months: 1, threads: 1, in: folder).0.extracts.first)
            let (read, findings) = (outcome.account.read, outcome.findings)
            #expect(read == 4 && !outcome.units.isEmpty)
            var other = outcome
            other.account.read += 1
            other.findings.append(Finding(.footerLine, file: other.file, line: 7))
            other.units = [:]
            #expect(outcome.account.read == read && outcome.findings == findings && !outcome.units.isEmpty)
            #expect(other.account.read == read + 1 && other.findings.count == findings.count + 1 && other.units.isEmpty)
            #expect(other.file == outcome.file && other.sha256 == outcome.sha256)
        }
    }

    @Test("What a run says of many extracts does not depend on its threads")
    func threads() async throws {
        try await Repository.withTemporaryFolder { folder in
            let (one, _) = try await opens(months: 150, threads: 1, in: folder)
            let (four, _) = try await opens(months: 150, threads: 4, in: folder)
            let program = ProgramVersion(name: "shp", version: "0")
            #expect(one.release(by: program).manifest == four.release(by: program).manifest)
            #expect(one.displays == four.displays)
            #expect(one.findings == four.findings)
        }
    }
}
