import Core
import Evaluation
import FoundationEssentials
import Ingestion
import Intake
import PipelineEngine
import Planning
import Testing

@Suite("Declared checks in a run")
struct DeclaredCheckRunTests {
    private static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context\n"

    private static func row(_ id: Character?, _ location: String, _ type: String = "Burglary") -> String {
        let id = id.map { String(repeating: $0, count: 64) } ?? ""
        return "\(id),2014-04,Cleveland Police,Cleveland Police,,,\(location),E01011954,Hartlepool 001A,\(type),,\n"
    }

    /// Runs the street definition, with its schema edited, on one file.
    private static func run(_ rows: [String], _ old: String, _ new: String) async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let schema = folder + "/Pipelines/Schemas/police-uk-street.yaml"
            let text = try String(contentsOfFile: schema, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacing(old, with: new).write(toFile: schema, atomically: true, encoding: .utf8)
            try FileManager.default.createDirectory(atPath: folder + "/landing", withIntermediateDirectories: true)
            try (header + rows.joined()).write(
                toFile: folder + "/landing/2014-04-cleveland-street.csv", atomically: true, encoding: .utf8)
            let plan = try PlanCompiler.compile(path: folder + "/Pipelines/police-uk-street.yaml")
            return try await PipelineRun(
                plan: plan, input: folder + "/landing", quarter: FinancialQuarter("2014-15-Q1"), threads: 2
            ).evaluate()
        }
    }

    private static let location = "  - name: Location\n    type: string\n"

    @Test("A row that repeats what must be unique counts nowhere, and its identifier stands for nothing")
    func unique() async throws {
        let rows = [
            Self.row("a", "Park"), Self.row("b", "Park"), Self.row("b", "Road", "Robbery"), Self.row(nil, ""),
            Self.row(nil, ""),
            Self.row("a", "Road"), Self.row(nil, "Lane"),
        ]
        let result = try await Self.run(
            rows, Self.location, Self.location + "    constraints: {unique: true}\n")
        #expect(result.total.read == 7)
        #expect(result.total.quarantined == [.notUnique: 2])
        // Without the second and sixth rows, there is one row for each identifier.
        #expect(result.total.accepted == 5)
        #expect(result.total.duplicate == 0 && result.total.superseded == 0)
        #expect(result.acceptedByGroup.values.first == ["burglary": 4, "robbery": 1])
        #expect(result.findings.filter { $0.rule == .notUnique }.map(\.line) == [3, 7])
    }

    @Test("As a note it is told, and every row counts")
    func noted() async throws {
        let result = try await Self.run(
            [Self.row("a", "Park"), Self.row("b", "Park")], "  checks:\n",
            "  checks:\n    - {rule: not-unique, then: note}\n")
        #expect(result.total.accepted == 2)
        // May and June were not delivered.
        #expect(result.findings.allSatisfy { $0.rule == .missingMonth })
        let unique = try await Self.run(
            [Self.row("a", "Park"), Self.row("b", "Park")], Self.location,
            Self.location + "    constraints: {unique: true}\n    shp: {}\n")
        #expect(unique.total.accepted == 1)
    }

    @Test("An identifier that is repeated may refuse an extract, and so may a code that is unknown")
    func refused() async throws {
        for (rows, rule, line) in [
            ([Self.row("a", "Park"), Self.row("a", "Park", "Robbery")], FindingRule.identifierRepeated, 3),
            ([Self.row("a", "Park", "Burglery"), Self.row("b", "Park")], .unknownCategory, 2),
        ] {
            do {
                _ = try await Self.run(
                    rows, "  checks:\n", "  checks:\n    - {rule: \(rule.rawValue), refuse-above: 10%}\n")
                Issue.record("\(rule) refuses nothing")
            } catch RunFailure.refused(let extractErrors) {
                guard case .tooManyFaults(let file, let breaches) = extractErrors.first else {
                    Issue.record("\(extractErrors)")
                    return
                }
                #expect(file == "2014-04-cleveland-street.csv")
                #expect(breaches.map(\.rule) == [rule])
                #expect(breaches.first?.count == 1 && breaches.first?.read == 2)
                #expect(breaches.first?.lines == [line])
            }
        }
    }

    @Test("Every rule has a recorded case in which it is found")
    func recorded() throws {
        let golden = Repository.root + "/Tests/Golden"
        var text = ""
        var pending = [golden]
        while let folder = pending.popLast() {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let path = folder + "/" + name
                var isFolder = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
                if isFolder {
                    pending.append(path)
                } else if name.hasSuffix(".expected") || folder.contains("/expected") {
                    text += (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
                }
            }
        }
        // A file that no source reads is reported only by a run, and no case has such a landing folder.
        for rule in FindingRule.allCases where rule != .unclaimedFile {
            #expect(text.contains(rule.rawValue), "no case has \(rule.rawValue)")
        }
    }
}
