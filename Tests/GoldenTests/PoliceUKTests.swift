import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import Testing

@Suite("data.police.uk, real files")
struct PoliceUKTests {
    static let folder = Repository.root + "/../shared/real/police.uk"

    static let isThere: Bool = {
        if FileManager.default.fileExists(atPath: folder) { return true }
        print("skipped: no real data.police.uk files beside the checkout (../shared/real/police.uk)")
        return false
    }()

    private func run(_ names: [String]) async throws -> RunResult {
        try await Repository.withTemporaryFolder { landing in
            for name in names {
                try FileManager.default.copyItem(atPath: Self.folder + "/" + name, toPath: landing + "/" + name)
            }
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
            return try await PipelineRun(
                plan: plan, input: landing, quarter: FinancialQuarter("2014-15-Q1"), threads: 2
            )
            .evaluate()
        }
    }

    private static let cleveland = (4...6).map { "2014-0\($0)-cleveland-street.csv" }

    @Test("Cleveland, April to June 2014: crimes and incidents of the four areas", .enabled(if: isThere))
    func counts() async throws {
        let result = try await run(Self.cleveland)
        let figures = result.figuresByKey
        func value(_ row: String, _ section: String, _ area: String) -> Rational? {
            figures[
                FigureKey(
                    table: "street-crime", section: section, row: row, area: area, measure: "value",
                    period: "2014-15-Q1")
            ]?.value.number
        }
        let expected = [
            ("Hartlepool", 1508, 2006), ("Redcar", 2064, 2766), ("Middlesbrough", 3256, 3709), ("Stockton", 2673, 3682),
        ]
        for (area, crimes, incidents) in expected {
            #expect(value("Total recorded crime", "Recorded crime", area) == Rational(crimes))
            #expect(value("Anti-social behaviour incidents", "Anti-social behaviour", area) == Rational(incidents))
        }
        #expect(result.total.read == 21_666)
        #expect(result.total.outOfScope == [.outsideArea: 2])
        #expect(result.total.accepted == 21_664)
    }

    @Test("What the source does not divide says so", .enabled(if: isThere))
    func undivided() async throws {
        let result = try await run(Self.cleveland)
        let missing = result.tables.flatMap(\.rows).filter { $0.figures.allSatisfy { $0.status == "not-in-source" } }
        #expect(
            missing.map(\.label) == [
                "Violence with injury", "Violence without injury", "Sexual offences", "Residential burglary",
                "Business and community burglary", "Trafficking of drugs", "Possession of drugs",
                "Public disorder and weapons (to April 2013)",
            ])
    }

    @Test("The 1,709 repeats of rows without an identifier are all kept", .enabled(if: isThere))
    func repeatsWithoutIdentifier() async throws {
        let april = try await run(Self.cleveland).accounts.first { $0.file.hasPrefix("2014-04") }
        #expect(april?.account.accepted == 7038)
        #expect(april?.account.duplicate == 0)
    }

    @Test("Northern Ireland has no LSOAs: every row is out of scope, and says why", .enabled(if: isThere))
    func northernIreland() async throws {
        let result = try await run(Self.cleveland + ["2014-04-northern-ireland-street.csv"])
        let account = result.accounts.first { $0.file.contains("northern-ireland") }?.account
        #expect(account?.read == 14_101)
        #expect(account?.outOfScope == [.noLocation: 14_101])
    }
}
