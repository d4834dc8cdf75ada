import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import Testing

/// The fixture of `Tests/Golden/recorded-crime-csp`, with figures calculated by hand. In quarter q of 2018/19, the
/// count of the j-th of six codes in the i-th of four partnerships is 100 + 20q + 7i + 3j. In the first quarter of
/// 2019/20 it is 130 + 7i + 3j. Both i and j are counted from zero.
@Suite("Home Office open data")
struct RecordedCrimeByCSPTests {
    private func evaluate() async throws -> RunResult {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/recorded-crime-csp.yaml")
        return try await PipelineRun(
            plan: plan, input: Repository.root + "/Tests/Golden/recorded-crime-csp/landing", quarter: nil, threads: 2
        ).evaluate()
    }

    private func number(_ result: RunResult, _ row: String, _ area: String, _ measure: String, _ period: String)
        -> Rational?
    {
        result.tables.flatMap(\.figures).first {
            $0.row == row && $0.area == area && $0.measure.rawValue == measure && $0.period == period
        }?.value.number
    }

    @Test("Counts of a quarter are sums of weights, and both spellings of columns and partnerships are read")
    func counts() async throws {
        let result = try await evaluate()
        #expect("\(result.quarter)" == "2019-20-Q1")
        // Hartlepool 130+133+136+139+142+145 = 825, less the homicide that was withdrawn.
        #expect(number(result, "Total recorded crime", "Hartlepool", "value", "2019-20-Q1") == Rational(824))
        #expect(number(result, "Homicide", "Hartlepool", "value", "2019-20-Q1") == Rational(-1))
        // The row was delivered twice and is counted once.
        #expect(number(result, "Shoplifting", "Hartlepool", "value", "2019-20-Q1") == Rational(139))
        // Redcar is the third area: 6 * (130 + 14) + 45 = 909. In the year before, as "Redcar & Cleveland", it had 6 *
        // 134 + 45.
        #expect(number(result, "Total recorded crime", "Redcar", "value", "2019-20-Q1") == Rational(909))
        let change = try #require(Rational((909 - 849) * 100, over: 849))
        #expect(number(result, "Total recorded crime", "Redcar", "percent-difference", "2019-20-Q1") == change)
        // Stockton is the fourth area: 825 + 126, divided by its residents.
        let rate = try #require(Rational(951 * 1000, over: 187_959))
        #expect(number(result, "Total recorded crime", "Stockton", "rate", "2019-20-Q1") == rate)
        // The number of homicides in Middlesbrough cannot be read, so no sum that includes the number is known; other
        // sums are.
        for (row, area) in [("Homicide", "Middlesbrough"), ("Total recorded crime", "Cleveland")] {
            let figure = result.tables.flatMap(\.figures).first {
                $0.row == row && $0.area == area && $0.measure == .value && $0.period == "2019-20-Q1"
            }
            #expect(figure?.status == "rows-at-fault")
        }
        #expect(number(result, "Violence with injury", "Middlesbrough", "value", "2019-20-Q1") == Rational(137))
    }

    @Test("A quarter that was published anew replaces the old one whole, and a cell that it lacks is not zero")
    func revision() async throws {
        let result = try await evaluate()
        // Criminal damage to dwellings, 132 in the first publication, is missing from the second.
        for row in ["Total recorded crime", "Criminal damage and arson"] {
            let figure = result.tables.flatMap(\.figures).first {
                $0.row == row && $0.area == "Hartlepool" && $0.measure == .value && $0.period == "2018-19-Q1"
            }
            #expect(figure?.status == "not-published-again")
            #expect(figure?.display == "[x]")
        }
        // The other cells are those of the second publication.
        #expect(number(result, "Shoplifting", "Hartlepool", "value", "2018-19-Q1") == Rational(119))
        let finding = try #require(result.findings.first { $0.rule == .notPublishedAgain })
        #expect(finding.file == "2019-10-18_prc-csp_revised.csv")
        let words = finding.description
        for part in [
            "2019-07-18_prc-csp_2018-19.csv", "Hartlepool", "2018/19 Quarter 1", "58A", "ask for the missing numbers",
        ] {
            #expect(words.contains(part), "\(words)")
        }
        let codes = RunVerdict(on: result, quarantineFolder: nil).reasons.map(\.code)
        #expect(codes.contains("not-published-again"))
    }

    @Test("Rows are accounted for as rows, whatever they weigh")
    func accounts() async throws {
        let result = try await evaluate()
        #expect(result.accounts.map(\.account.read) == [100, 31, 5])
        #expect(result.accounts.map(\.account.accepted) == [90, 25, 5])
        // Superseded are five replaced counts, one count that became zero, and a row that is out of scope as well.
        #expect(result.accounts.map(\.account.superseded) == [7, 0, 0])
        #expect(result.accounts.map(\.account.duplicate) == [0, 1, 0])
        #expect(
            result.accounts.map(\.account.outOfScope) == [
                [.unassigned: 2, .outsideArea: 1], [.outsideArea: 2], [:],
            ])
        #expect(
            result.accounts.map(\.account.quarantined) == [
                [:], [.unknownArea: 1, .unknownCategory: 1, .invalidNumber: 1], [:],
            ])
        #expect(result.findings.first { $0.rule == .unknownArea }?.suggestion == "Stockton-on-Tees")
        #expect(result.accounts.allSatisfy { $0.account.balances })
    }

    @Test("Neither threads nor the order of rows change a figure")
    func laws() async throws {
        let original = try await evaluate()
        let landing = Repository.root + "/Tests/Golden/recorded-crime-csp/landing"
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/recorded-crime-csp.yaml")
        try await Repository.withTemporaryFolder { folder in
            for name in try FileManager.default.contentsOfDirectory(atPath: landing) {
                var lines = try String(contentsOfFile: landing + "/" + name, encoding: .utf8).split(separator: "\r\n")
                let header = lines.removeFirst()
                try ([header] + lines.reversed() + [""]).joined(separator: "\r\n").write(
                    toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            for threads in [1, 8] {
                let other = try await PipelineRun(plan: plan, input: folder, quarter: nil, threads: threads).evaluate()
                #expect(other.figuresByKey == original.figuresByKey)
                #expect(other.accounts.map(\.account) == original.accounts.map(\.account))
            }
        }
    }

    @Test("A quarter that no table tells of is not available, and nor is a year that lacks one")
    func missingQuarter() async throws {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/recorded-crime-csp.yaml")
        let result = try await PipelineRun(
            plan: plan, input: Repository.root + "/Tests/Golden/recorded-crime-csp/landing",
            quarter: FinancialQuarter("2018-19-Q4"), threads: 1
        ).evaluate()
        // All quarters of 2018/19 are delivered, but the first lacks damage to dwellings. Shoplifting has 119, 149, 169
        // and 189.
        #expect(number(result, "Shoplifting", "Hartlepool", "value", "2018-19-to-Q4") == Rational(626))
        let year = result.tables.flatMap(\.figures).first {
            $0.row == "Total recorded crime" && $0.area == "Hartlepool" && $0.period == "2018-19-to-Q4"
        }
        #expect(year?.status == "not-published-again")
        let before = result.tables.flatMap(\.figures).filter { $0.period == "2017-18-Q4" }
        #expect(!before.isEmpty && before.allSatisfy { $0.status == "not-delivered" })
    }
}
