import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import Records
import Testing
import Validation

@Suite("Laws of a run")
struct RunLawTests {
    @Test("One thread and eight give the same figures, accounts and findings")
    func threads() async throws {
        let one = try await SampleRun.evaluate(threads: 1)
        let eight = try await SampleRun.evaluate(threads: 8)
        #expect(one.figuresByKey == eight.figuresByKey)
        #expect(one.findings == eight.findings)
        #expect(one.accounts.map(\.account) == eight.accounts.map(\.account))
    }

    @Test("Every extract of the sample balances, and every reason for quarantine of a row occurs")
    func accounts() async throws {
        let result = try await SampleRun.evaluate()
        for (_, file, account) in result.accounts { #expect(account.balances, "\(file)") }
        let occurring = Set(result.total.quarantined.keys)
        // The sample's schemas have no upper bounds, lengths, months or columns of whole numbers, no extract is a workbook, and no code is without a group
        // in its month. Of the checks, they
        // declare only some.
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
        let declared = plan.sources.flatMap(\.schemas).flatMap(\.checks).map(\.rule)
        #expect(declared.contains(.outOfOrder))
        let unreachable = Set(CheckKinds.all.map { $0.rule }).subtracting(declared)
            .union([.aboveMaximum, .wrongLength, .invalidMonth, .nulByte, .cellWithoutValue, .codeNotInUse])
        let missing = FindingRule.allCases.filter {
            $0.quarantines && !occurring.contains($0) && !unreachable.contains($0)
        }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test("The order of rows in an extract does not change a figure")
    func rowOrder() async throws {
        let original = try await SampleRun.evaluate()
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            // Each row is one line in this log, because there are no quoted line breaks.
            let path = folder + "/crime/2019-04-10_force-crime_hartlepool_2018-19.csv"
            var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n").map(String.init)
            let header = lines.removeFirst()
            lines.reverse()
            try ([header] + lines + [""]).joined(separator: "\r\n").write(
                toFile: path, atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            let reversed = try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
            #expect(reversed.figuresByKey == original.figuresByKey)
        }
    }

    @Test("The newest complete quarter is chosen: July 2019 has begun, so it is the first of 2019/20")
    func newestQuarter() async throws {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            let result = try await PipelineRun(plan: plan, input: folder, quarter: nil, threads: 2).evaluate()
            #expect("\(result.quarter)" == "2019-20-Q1")
        }
    }

    @Test("A month that was not delivered makes its figures not available, never small")
    func missingMonth() async throws {
        let result = try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            try FileManager.default.removeItem(atPath: folder + "/asb/2018-07-11_asb_cleveland_2018-19-Q1.csv")
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            return try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
        }
        let baseline = FigureKey(
            table: "indicators", section: "Create confident, cohesive and safe communities",
            row: "Anti-social Behaviour Incidents reported to the Police", area: "Hartlepool", measure: "value",
            period: "2018-19")
        guard case .missing(.notDelivered(let source, let month)) = result.figuresByKey[baseline]?.value else {
            Issue.record("the baseline is \(String(describing: result.figuresByKey[baseline]?.display))")
            return
        }
        #expect(source == "asb")
        #expect("\(month)" == "2018-04")
    }
}
