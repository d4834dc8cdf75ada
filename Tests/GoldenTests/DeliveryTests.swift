import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import Records
import Testing

@Suite("What was delivered, and what was not")
struct DeliveryTests {
    /// Runs the sample without the lines of a file that contain one of the texts.
    private static func run<Result>(
        dropping texts: [String], from file: String, quarter: String?, _ body: (PipelineRun) async throws -> Result
    ) async throws -> Result {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let path = folder + "/" + file
            let lines = try String(contentsOfFile: path, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let kept = lines.filter { line in !texts.contains { line.contains($0) } }
            try #require(kept.count < lines.count)
            try kept.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            return try await body(
                PipelineRun(
                    plan: plan, input: folder, quarter: quarter.flatMap { FinancialQuarter($0) }, threads: 2))
        }
    }

    private static let log = "asb/2019-07-10_asb_cleveland_2019-20-Q1.csv"
    /// The days from 20 June on.
    private static let lastDays = ["2019-06-2", "2019-06-30"]

    @Test("An extract that stops inside a month makes the figures that touch the month missing, with a finding")
    func partialMonth() async throws {
        let whole = try await SampleRun.evaluate()
        let cut = try await Self.run(dropping: Self.lastDays, from: Self.log, quarter: "2019-20-Q1") { run in
            try await run.evaluate()
        }
        let found = cut.findings.filter { $0.rule == .partialMonth }
        #expect(found.map(\.column) == ["Hartlepool", "Middlesbrough", "Redcar", "Stockton"])
        #expect(found.allSatisfy { $0.value?.hasSuffix("rows; the source stops on 2019-06-19") == true })
        let before = whole.figuresByKey
        for (key, figure) in cut.figuresByKey where key.table.hasPrefix("asb") {
            if key.period == "2019-20-Q1" {
                guard case .missing = figure.value else {
                    Issue.record("\(key.row) of \(key.area) is \(figure.display)")
                    continue
                }
            } else {
                #expect(figure == before[key])
            }
        }
        let crime = { (key: FigureKey) in key.table.hasPrefix("recorded") }
        #expect(cut.figuresByKey.filter { crime($0.key) } == before.filter { crime($0.key) })
    }

    @Test("Quiet days at the end of a month are allowed for, as many as the definition says")
    func quietDays() async throws {
        for (dropped, isWhole) in [
            (["2019-06-28", "2019-06-29", "2019-06-30"], true),
            (["2019-06-27", "2019-06-28", "2019-06-29", "2019-06-30"], false),
        ] {
            let findings = try await Self.run(dropping: dropped, from: Self.log, quarter: "2019-20-Q1") { run in
                try await run.evaluate().findings
            }
            #expect(!findings.contains { $0.rule == .partialMonth } == isWhole)
        }
    }

    @Test("A quarter with a month that is there only in part is not the newest complete one")
    func newestQuarter() async throws {
        let quarter = try await Self.run(dropping: Self.lastDays, from: Self.log, quarter: nil) { run in
            try await run.evaluate().quarter
        }
        #expect("\(quarter)" == "2018-19-Q4")
    }

    @Test("The whole sample is there, whichever quarter of it is looked at")
    func complete() async throws {
        let quarters = ["2017-18-Q1", "2017-18-Q4", "2018-19-Q1", "2019-20-Q1"].compactMap { FinancialQuarter($0) }
        let result = try await SampleRun.evaluate()
        #expect(!result.findings.contains { [.partialMonth, .missingMonth].contains($0.rule) })
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            let deliveries = try await PipelineRun(plan: plan, input: folder, quarter: nil, threads: 2)
                .landingStatus(of: quarters).deliveries
            #expect(deliveries.filter(\.isGap).isEmpty)
            #expect(deliveries.contains { $0.state == .notExpected })
        }
    }

    @Test("In an empty landing folder everything is missing, and late when it was due")
    func empty() async throws {
        let deliveries = try await Repository.withTemporaryFolder { folder in
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            return try await PipelineRun(plan: plan, input: folder, quarter: nil, threads: 2)
                .landingStatus(of: [try #require(FinancialQuarter("2019-20-Q1"))]).deliveries
        }
        #expect(deliveries.allSatisfy { $0.state == .missing })
        #expect(Set(deliveries.map(\.source)) == ["crime", "asb", "treatment", "returns"])
        let day = try #require(DateForm("yyyy-mm-dd")?.date("2019-07-31"))
        // Data for June are due by 30 July, treatment data and returns by mid-August.
        #expect(Set(deliveries.filter { $0.isLate(on: day) }.map(\.source)) == ["crime", "asb"])
        let before = try #require(DateForm("yyyy-mm-dd")?.date("2019-05-30"))
        #expect(!deliveries.contains { $0.isLate(on: before) })
    }
}
