import Core
import Evaluation
import FoundationEssentials
import Indicators
import Intake
import PipelineEngine
import Planning
import Testing

/// Small inputs in forms that were once read wrongly, each with its correct value.
@Suite("Inputs that went wrong")
struct CaseTests {
    static let folder = Repository.root + "/../shared/cases"

    static let isThere: Bool = {
        if FileManager.default.fileExists(atPath: folder) { return true }
        print("skipped: there are no cases beside the checkout (../shared/cases)")
        return false
    }()

    /// A case of a pipeline, with the expected figures of Hartlepool.
    struct Case: Sendable, CustomStringConvertible {
        let name, pipeline, quarter: String
        /// The printed numbers, by the labels of their rows.
        let shown: [String: String]
        /// The codes of the expected findings.
        var findings: [String] = []

        var description: String { name }
    }

    private static let types = ["Violence and sexual offences", "Burglary", "Shoplifting"]
    private static let incidents = "Anti-social behaviour incidents"

    static let cases = [
        Case(
            name: "street-same-month-twice", pipeline: "police-uk-street", quarter: "2023-24-Q1",
            shown: [types[0]: "39", types[1]: "42", types[2]: "39", incidents: "30"], findings: ["same-file"]),
        Case(
            name: "street-repeat-without-place", pipeline: "police-uk-street", quarter: "2023-24-Q1",
            shown: [types[1]: "30"], findings: ["identifier-repeated"]),
        Case(
            name: "street-month-of-another-force", pipeline: "police-uk-street", quarter: "2023-24-Q1",
            shown: [types[0]: "[x]", types[1]: "[x]", incidents: "[x]", "Other theft": "[x]"],
            findings: ["missing-month"]),
        Case(
            name: "street-lsoa-2021", pipeline: "police-uk-street", quarter: "2024-25-Q1",
            shown: [types[0]: "39", types[1]: "87", types[2]: "39", incidents: "30"]),
        Case(
            name: "street-legacy-types", pipeline: "police-uk-street", quarter: "2012-13-Q2",
            shown: [
                types[0]: "18", "Public disorder and weapons (to April 2013)": "18", "Total recorded crime": "72",
                "Public order": "[x]", "Possession of weapons": "[x]", "Bicycle theft": "[x]",
            ]),
        Case(
            name: "csp-two-publications", pipeline: "recorded-crime-csp", quarter: "2019-20-Q1",
            shown: ["Shoplifting": "100"], findings: ["delivery-replaced"]),
        Case(
            name: "csp-unassigned", pipeline: "recorded-crime-csp", quarter: "2019-20-Q1",
            shown: ["Shoplifting": "[x]", "Homicide": "[x]"], findings: ["unassigned-rows"]),
        Case(
            name: "csp-thousands", pipeline: "recorded-crime-csp", quarter: "2019-20-Q1",
            shown: ["Shoplifting": "3,000", "Homicide": "60"]),
        Case(
            name: "csp-merged", pipeline: "recorded-crime-csp", quarter: "2019-20-Q1", shown: ["Shoplifting": "50"],
            findings: ["unknown-area"]),
        Case(
            name: "csp-floats", pipeline: "recorded-crime-csp", quarter: "2019-20-Q1",
            shown: ["Shoplifting": "50", "Homicide": "1"]),
        Case(
            name: "csp-year-forms", pipeline: "recorded-crime-csp", quarter: "2019-20-Q1",
            shown: ["Shoplifting": "50", "Homicide": "1"]),
    ]

    @Test("Each gives its right figures, or says that they are not known", .enabled(if: isThere), arguments: cases)
    func figures(_ one: Case) async throws {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/\(one.pipeline).yaml")
        let quarter = try #require(FinancialQuarter(one.quarter))
        let result = try await PipelineRun(
            plan: plan, input: Self.folder + "/\(one.name)/land", quarter: quarter, threads: 2
        ).evaluate()
        for (row, shown) in one.shown {
            let figures = result.tables.flatMap(\.figures).filter {
                $0.row == row && $0.area == "Hartlepool" && $0.measure == .value && $0.period == "\(quarter)"
            }
            #expect(!figures.isEmpty, "no figure is called \(row)")
            for figure in figures { #expect(figure.display == shown, "\(row)") }
        }
        let found = Set(result.findings.map(\.rule.rawValue))
        for code in one.findings { #expect(found.contains(code), "\(found)") }
    }

    @Test("A quarter of which every row is at fault says so, with the reasons", .enabled(if: isThere))
    func nothingLeft() async throws {
        let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/police-uk-street.yaml")
        let failure = await #expect(throws: RunFailure.self) {
            _ = try await PipelineRun(
                plan: plan, input: Self.folder + "/street-excel-months/land", quarter: FinancialQuarter("2023-24-Q1"),
                threads: 2
            ).evaluate()
        }
        let words = failure?.description ?? ""
        #expect(words.contains("80 of the 80 rows") && words.contains("Apr-23") && words.contains("spreadsheet"))
    }

    /// Runs the sample with a case's files in the landing folder, and returns the accounts and findings.
    private func inSample(_ files: [String: String]) async throws -> (accounts: [String: RowAccount], found: [Finding])
    {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder)
            for (file, place) in files {
                try FileManager.default.copyItem(atPath: Self.folder + "/" + file, toPath: folder + "/" + place)
            }
            let plan = try PlanCompiler.compile(path: Repository.root + "/Pipelines/shp-performance.yaml")
            let result = try await PipelineRun(
                plan: plan, input: folder, quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
            let places = Set(files.values)
            return (
                Dictionary(
                    result.accounts.filter { places.contains($0.file) }.map { ($0.file, $0.account) },
                    uniquingKeysWith: { first, _ in first }), result.findings.filter { places.contains($0.file) }
            )
        }
    }

    @Test("LSOAs of 2021 count, and what contradicts an authority is reported", .enabled(if: isThere))
    func places() async throws {
        let new = "crime/2019-07-18_new-lsoa.csv"
        let both = "crime/2019-07-20_force.csv"
        let (accounts, found) = try await inSample([
            "force-lsoa-2021/2019-07-18_new-lsoa.csv": new,
            "force-lsoa-and-authority/crime/2019-07-20_force.csv": both,
        ])
        #expect(accounts[new]?.accepted == 100)
        #expect(accounts[both]?.accepted == 5)
        #expect(found.filter { $0.rule == .areaConflict }.map(\.line) == [3, 5])
    }

    @Test("Class numbers of police systems are known by their class", .enabled(if: isThere))
    func classNumbers() async throws {
        let file = "crime/2019-07-20_f.csv"
        let (accounts, found) = try await inSample(["force-class-numbers/crime/2019-07-20_f.csv": file])
        let account = try #require(accounts[file])
        // The rows in quarantine have no code at all.
        #expect(account.quarantined == [.missingRequired: account.quarantinedTotal])
        #expect(!found.contains { $0.rule == .unknownCategory })
        #expect(account.accepted + account.quarantinedTotal + account.outOfScopeTotal == account.read)
    }

    @Test("An end-of-file mark of an old system loses no row", .enabled(if: isThere))
    func endOfFileMark() async throws {
        let file = "crime/2019-07-20_f.csv"
        let (accounts, found) = try await inSample(["force-ctrl-z/crime/2019-07-20_f.csv": file])
        #expect(accounts[file]?.accepted == 2)
        #expect(found.map(\.rule) == [.endOfFileMark])
    }
}
