import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import Testing

/// Home Office publications that lack counts from the publication before, or that cannot be read at all.
@Suite("Publications that say less than the one before")
struct PublicationTests {
    private static let header =
        "Financial Year,Financial Quarter,Force Name,CSP Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Offence Count"
    private static let partnerships = ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]
    private static let codes = ["28E": 20, "46": 50, "8N": 30, "58A": 10, "1": 0]
    private static let (earlier, later) = ("prc-csp-mar16-sep24.csv", "prc-csp-mar16-dec24-tables-240425.csv")

    /// Returns a publication of 2018/19 and of 2019/20 Quarter 1, without the cells in `without`.
    private static func publication(
        year: (String) -> String = { $0 }, counts: [String: Int] = codes, without: Set<String> = [],
        quarters: [(String, Int)] = (1...4).map { ("2018/19", $0) } + [("2019/20", 1)]
    ) -> String {
        var lines = [header]
        for (name, quarter) in quarters {
            for area in partnerships {
                for (code, count) in counts.sorted(by: { $0.key < $1.key })
                where !without.contains("\(name) \(quarter) \(area) \(code)") {
                    lines.append(
                        "\(year(name)),\(quarter),Cleveland,\(area),An offence,A group,A subgroup,\(code),\(count)")
                }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func evaluate(_ files: [String: String]) async throws -> RunResult {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/recorded-crime-csp.yaml")
        return try await Repository.withTemporaryFolder { folder in
            for (name, text) in files {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            return try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
        }
    }

    private static func shown(_ result: RunResult, _ row: String, _ area: String, _ period: String) -> String? {
        result.tables.flatMap(\.figures).first {
            $0.row == row && $0.area == area && $0.measure == .value && $0.period == period
        }?.display
    }

    private static func reasons(_ result: RunResult) -> [String] {
        RunVerdict(on: result, quarantineFolder: nil).reasons.map(\.code)
    }

    @Test("A category that the later publication lacks is not available, where it would count")
    func categoryGone() async throws {
        let gone = Self.publication(without: ["2019/20 1 Hartlepool 28E", "2018/19 3 Stockton-on-Tees 46"])
        let result = try await Self.evaluate([Self.earlier: Self.publication(), Self.later: gone])
        let now = "2019-20-Q1"
        #expect(Self.shown(result, "Burglary - residential", "Hartlepool", now) == "[x]")
        #expect(Self.shown(result, "Total recorded crime", "Hartlepool", now) == "[x]")
        #expect(Self.shown(result, "Total recorded crime", "Cleveland", now) == "[x]")
        #expect(Self.shown(result, "Shoplifting", "Hartlepool", now) == "50")
        #expect(Self.shown(result, "Burglary - residential", "Middlesbrough", now) == "20")
        let finding = try #require(result.findings.first { $0.rule == .notPublishedAgain })
        #expect(finding.file == Self.later)
        for words in [
            Self.earlier, "Hartlepool, 2019/20 Quarter 1: 28E", "Stockton-on-Tees, 2018/19 Quarter 3: 46",
            "ask for the missing numbers",
        ] {
            #expect(finding.description.contains(words), "\(finding)")
        }
        #expect(Self.reasons(result) == ["not-published-again"])
    }

    @Test("A later publication that has the cell with 0, or leaves out zeros alone, is believed")
    func zero() async throws {
        var counts = Self.codes
        counts["28E"] = 0
        let zero = try await Self.evaluate([
            Self.earlier: Self.publication(), Self.later: Self.publication(counts: counts),
        ])
        #expect(Self.shown(zero, "Burglary - residential", "Hartlepool", "2019-20-Q1") == "0")
        #expect(Self.reasons(zero).isEmpty)
        counts = Self.codes
        counts["1"] = nil
        let left = try await Self.evaluate([
            Self.earlier: Self.publication(), Self.later: Self.publication(counts: counts),
        ])
        #expect(Self.shown(left, "Homicide", "Hartlepool", "2019-20-Q1") == "0")
        #expect(Self.reasons(left).isEmpty)
        // In a publication that writes zeros, a missing count does not mean zero.
        let some = try await Self.evaluate([
            Self.earlier: Self.publication(),
            Self.later: Self.publication(without: ["2019/20 1 Hartlepool 1"]),
        ])
        #expect(Self.shown(some, "Homicide", "Hartlepool", "2019-20-Q1") == "[x]")
    }

    @Test("Of a publication of which no row can be read, the figures of the one before it are not published")
    func unreadable() async throws {
        let unreadable = Self.publication(year: { $0.filter { $0 != "/" } })
        let result = try await Self.evaluate([Self.earlier: Self.publication(), Self.later: unreadable])
        for row in ["Burglary - residential", "Homicide", "Rape", "Total recorded crime"] {
            #expect(Self.shown(result, row, "Hartlepool", "2019-20-Q1") == "[x]")
        }
        #expect(Self.reasons(result).contains("rows-at-fault"))
    }
}
