import Core
import Evaluation
import FoundationEssentials
import PipelineEngine
import Planning
import Testing

/// Deliveries of treatment data, and returns, with implausible changes.
@Suite("Implausible deliveries of persons and positions")
struct TreatmentDeliveryTests {
    private static let header =
        "AGNCY,CLIENT,FINITIAL,SINITIAL,DOB,SEX,EPISODID,CONSENT,LA,DRUG1,DRUG2,DRUG3,TRIAGED,DISD,DISRSN,MODAL,MODST,MODEND"

    /// Returns the rows of a number of clients. The first `swapped` clients have the day and month of birth swapped;
    /// the modality of the first `waiting` clients has no start.
    private static func delivery(_ clients: Int = 100, swapped: Int = 0, waiting: Int = 0) -> String {
        let rows = (0..<clients).map { number -> String in
            let (day, month) = ("0\(number % 9 + 1)", "1\(number % 3)")
            let birth = number < swapped ? "\(month)/\(day)" : "\(day)/\(month)"
            let start = number < waiting ? "" : "01/10/2018"
            return "A1001,\(number),J,D,\(birth)/\(1960 + number / 9),1,1,Y,E06000001,1011,,,01/10/2018,,,94,\(start),"
        }
        return ([header] + rows).map { $0 + "\n" }.joined()
    }

    private static func evaluate(_ files: [String: String], entry: String = "triage") async throws -> RunResult {
        let pipelines = Repository.root + "/Pipelines"
        let definition = """
            pipeline: treatment
            title: Treatment
            partnership: Made-up Partnership
            areas: {table: \(pipelines)/Reference/cleveland-areas.csv, home: E06000001}
            sources:
              treatment: {entry: \(entry), schema: \(pipelines)/Schemas/treatment-episodes.yaml, files: ["*ndtms*.csv"]}
              returns: {schema: \(pipelines)/Schemas/partner-returns.yaml, files: ["*returns*.csv"], optional: true}
            treatment-groups: {opiate: [1000-1999]}
            indicators:
              clients: {label: Clients, treatment: {source: treatment, measure: in-effective-treatment, group: opiate}, disclosure: none}
              families: {label: Families, return: {source: returns, name: families}, kind: cumulative, things: families}
            tables:
              - id: treatment
                title: Treatment
                headings: {row: Indicator}
                columns: [{measure: value, period: quarter, heading: Value}]
                sections: [{title: Treatment, rows: [{indicator: clients}, {indicator: families}]}]
            appendices: []
            """
        return try await Repository.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/landing", withIntermediateDirectories: true)
            for (name, text) in files {
                try text.write(toFile: folder + "/landing/" + name, atomically: true, encoding: .utf8)
            }
            try definition.write(toFile: folder + "/treatment.yaml", atomically: true, encoding: .utf8)
            return try await PipelineRun(
                plan: try PlanCompiler.compile(path: folder + "/treatment.yaml"), input: folder + "/landing",
                quarter: FinancialQuarter("2019-20-Q1"), threads: 1
            ).evaluate()
        }
    }

    private static func reasons(_ result: RunResult) -> Set<String> {
        Set(RunVerdict(on: result, quarantineFolder: nil).reasons.map(\.code))
    }

    @Test("Rows that are about other persons than in the delivery before are reported, without a value")
    func persons() async throws {
        let (before, after) = ("2019-07-10_ndtms.csv", "2019-07-15_ndtms.csv")
        let result = try await Self.evaluate([before: Self.delivery(), after: Self.delivery(swapped: 20)])
        let finding = try #require(result.findings.first { $0.rule == .personsChanged })
        #expect(finding.file == after)
        #expect(finding.line == 2)
        #expect(
            finding.note == "20 of 100 rows (lines 2, 3, 4, 5, 6 and 15 more) that \(before) also has")
        #expect(finding.value == nil)
        #expect(Self.reasons(result).contains("persons-changed"))
        // One or two corrected birth dates are not reported.
        let few = try await Self.evaluate([before: Self.delivery(), after: Self.delivery(swapped: 2)])
        #expect(!few.findings.contains { $0.rule == .personsChanged })
        #expect(!Self.reasons(few).contains("persons-changed"))
    }

    @Test("Modalities without a start are reported when they are many, and only where treatment begins with them")
    func starts() async throws {
        let file = "2019-07-15_ndtms.csv"
        let many = try await Self.evaluate([file: Self.delivery(waiting: 10)], entry: "modality")
        let finding = try #require(many.findings.first { $0.rule == .modalityWithoutStart })
        #expect(many.findings.count { $0.rule == .modalityWithoutStart } == 1)
        #expect(finding.column == "MODST")
        #expect(finding.note == "10 of 100 rows, such as lines 2, 3, 4, 5, 6")
        #expect(Self.reasons(many).contains("modality-without-start"))
        for (waiting, entry) in [(4, "modality"), (10, "triage")] {
            let quiet = try await Self.evaluate([file: Self.delivery(waiting: waiting)], entry: entry)
            #expect(!quiet.findings.contains { $0.rule == .modalityWithoutStart })
            #expect(!Self.reasons(quiet).contains("modality-without-start"))
        }
    }

    @Test("A position that accumulates and falls is reported", arguments: [("20", true), ("21", true), ("22", false)])
    func falls(now: String, isReported: Bool) async throws {
        let returns = """
            Indicator,Area,Period,Value,Status,Supplied by
            families,Hartlepool,2018/19 Q3,30,,Team
            families,Hartlepool,2018/19 Q4,22,,Team
            families,Hartlepool,2019/20 Q1,\(now),,Team

            """
        let result = try await Self.evaluate([
            "2019-07-15_ndtms.csv": Self.delivery(), "2019-07-12_returns.csv": returns,
        ])
        let notes = result.findings.filter { $0.rule == .cumulativeFall }.map(\.note)
        #expect(
            notes
                == (isReported
                    ? ["Families, Hartlepool: \(now) in 2019/20 Quarter 1, 22 in 2018/19 Quarter 4"] : []))
        #expect(Self.reasons(result).contains("cumulative-fall") == isReported)
    }
}
