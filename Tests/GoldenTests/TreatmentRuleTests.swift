import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import Testing

/// One hand-made NDTMS extract for each rule, read by the schema of the repository. The window of 2019/20 Q1 is July
/// 2018 to June 2019; completions in its first half, to 31 December 2018, are followed for six calendar months.
@Suite("Treatment rules, from extract to figure")
struct TreatmentRuleTests {
    /// A row, given by the fields that differ from an opiate client of Hartlepool who is in treatment.
    private typealias Row = [String: String]

    private static let columns = [
        "AGNCY", "CLIENTID", "FINITIAL", "SINITIAL", "DOB", "SEX", "EPISODID", "CONSENT", "LA", "DRUG1", "DRUG2",
        "DRUG3", "TRIAGED", "DISD", "DISRSN", "MODAL", "MODST", "MODEND",
    ]
    private static let usual: Row = [
        "AGNCY": "A1001", "CLIENTID": "7", "FINITIAL": "J", "SINITIAL": "D", "DOB": "01/02/1980", "SEX": "1",
        "EPISODID": "1", "CONSENT": "Y", "LA": "Hartlepool", "DRUG1": "1011", "TRIAGED": "01/09/2018",
    ]

    private static func definition(_ source: String) -> String {
        let measures = ["in-effective-treatment", "successful-completion", "re-presentation"]
        let pipelines = Repository.root + "/Pipelines"
        return """
            pipeline: treatment
            title: Treatment
            partnership: Made-up Partnership
            areas: {table: \(pipelines)/Reference/cleveland-areas.csv, home: E06000001}
            sources:
              treatment: {\(source)schema: \(pipelines)/Schemas/treatment-episodes.yaml}
            treatment-groups: {opiate: [1000-1999]}
            indicators:
            \(measures.map { "  \($0): {label: \($0), treatment: {source: treatment, measure: \($0), group: opiate}, disclosure: none}" }.joined(separator: "\n"))
            tables:
              - id: treatment
                title: Treatment
                headings: {row: Indicator}
                columns: [{measure: value, period: quarter, heading: Value}]
                sections: [{title: Treatment, rows: [\(measures.map { "{indicator: \($0)}" }.joined(separator: ", "))]}]
            appendices: []
            """
    }

    /// Runs the rows; all fields are quoted, and a missing value is `NA`.
    private static func run(
        _ rows: [Row], source: String = "", files: [String: String] = [:]
    ) async throws -> RunResult {
        try await Repository.withTemporaryFolder { folder in
            let lines = rows.map { row in
                columns.map { "\"\(row[$0] ?? usual[$0] ?? "NA")\"" }.joined(separator: ",")
            }
            let header = columns.map { "\"\($0)\"" }.joined(separator: ",")
            try FileManager.default.createDirectory(atPath: folder + "/landing", withIntermediateDirectories: true)
            try (([header] + lines).joined(separator: "\r\n") + "\r\n").write(
                toFile: folder + "/landing/ndtms.csv", atomically: true, encoding: .utf8)
            for (name, text) in files {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            try definition(source).write(toFile: folder + "/treatment.yaml", atomically: true, encoding: .utf8)
            return try await PipelineRun(
                plan: try PlanCompiler.compile(path: folder + "/treatment.yaml"), input: folder + "/landing",
                quarter: FinancialQuarter("2019-20-Q1"), threads: 1
            ).evaluate()
        }
    }

    private static func figures(_ rows: [Row]) async throws -> [String] {
        try await run(rows).tables.flatMap(\.figures).map(\.display)
    }

    /// Returns the row of a client in treatment from a day, until a day of discharge when there is one, with the
    /// reason.
    private static func spell(
        _ triage: String, _ discharge: String? = nil, _ reason: String = "80", episode: String = "1"
    )
        -> Row
    {
        guard let discharge else { return ["TRIAGED": triage, "EPISODID": episode] }
        return ["TRIAGED": triage, "DISD": discharge, "DISRSN": reason, "EPISODID": episode]
    }

    @Test(
        "84 days to the end of the window are effective, 83 are not",
        arguments: [
            // The remaining 23 days of April, 31 days of May and 30 days of June are 84 days.
            ("07/04/2019", "1"), ("08/04/2019", "0"), ("2019-04-07", "1"), ("2019-04-08", "0"),
        ])
    func twelveWeeks(triage: String, effective: String) async throws {
        // No client has completed (0 of 1), so no client can return.
        #expect(try await Self.figures([Self.spell(triage)]) == [effective, "0.0%", "[z]"])
    }

    @Test(
        "A gap of 21 days is bridged, one of 22 is not",
        arguments: [
            // The client is treated for 40 days to 11 October, and for 40 days from 1 or 2 November: 101 days including
            // the gap, or 40 days twice.
            ("01/11/2018", "11/12/2018", "1"), ("02/11/2018", "12/12/2018", "0"),
        ])
    func gap(triage: String, discharge: String, effective: String) async throws {
        let rows = [
            Self.spell("01/09/2018", "11/10/2018", "83"), Self.spell(triage, discharge, "83", episode: "2"),
        ]
        #expect(try await Self.figures(rows) == [effective, "0.0%", "[z]"])
    }

    @Test(
        "A new triage from 22 days after discharge to the day before six calendar months later is a re-presentation",
        arguments: [
            ("06/11/2018", "100.0%"), ("14/04/2019", "100.0%"), ("15/04/2019", "0.0%"),
        ])
    func representation(triage: String, share: String) async throws {
        let rows = [Self.spell("01/03/2018", "15/10/2018"), Self.spell(triage, episode: "2")]
        // Treatment from March to October is effective, and one of one client completed.
        #expect(try await Self.figures(rows) == ["1", "100.0%", share])
    }

    @Test(
        "A new triage within 21 days continues the journey: neither a completion nor a re-presentation",
        arguments: ["15/10/2018", "05/11/2018"])
    func continued(triage: String) async throws {
        let rows = [Self.spell("01/03/2018", "15/10/2018"), Self.spell(triage, episode: "2")]
        #expect(try await Self.figures(rows) == ["1", "0.0%", "[z]"])
    }

    @Test(
        "Treatment begins where the definition says",
        arguments: [
            // Triage is 84 days before the window's end. The modality starts 83 or 84 days before it, or there is no
            // modality.
            ("triage", "08/04/2019", ["1", "0.0%", "[z]"], [:]),
            ("modality", "07/04/2019", ["1", "0.0%", "[z]"], [:]),
            ("modality", "08/04/2019", ["0", "0.0%", "[z]"], [:]),
            ("triage", "NA", ["1", "0.0%", "[z]"], [:]),
            ("modality", "NA", ["0", "0.0%", "[z]"], [OutOfScope.notStarted: 1]),
        ])
    func entry(rule: String, start: String, figures: [String], outOfScope: [OutOfScope: Int]) async throws {
        // Another client, who started too late to count, makes sure that the area has data.
        let other: Row = ["CLIENTID": "8", "SINITIAL": "X", "TRIAGED": "20/06/2019", "MODST": "20/06/2019"]
        let row: Row = ["TRIAGED": "07/04/2019", "MODST": start]
        let result = try await Self.run([other, row], source: "entry: \(rule), ")
        #expect(result.tables.flatMap(\.figures).map(\.display) == figures)
        #expect(result.total.outOfScope == outOfScope)
    }

    @Test("Labels of an exporter's own are mapped, small letters are capitals, and one person stays one person")
    func labels() async throws {
        let other: Row = ["AGNCY": "B2002", "CLIENTID": "99", "FINITIAL": "j", "SINITIAL": "d", "CONSENT": "y"]
        let mapping = "mappings: {SEX: sex.csv, LA: places.csv}, "
        let tables = ["sex.csv": "from,to\nM,1\nF,2\n", "places.csv": "from,to\nHARTLEPOOL BC,Hartlepool\n"]
        for sex in ["M", "m"] {
            let rows: [Row] = [[:], other.merging(["SEX": sex, "LA": "HARTLEPOOL BC"]) { $1 }]
            let result = try await Self.run(rows, source: mapping, files: tables)
            #expect(result.tables.flatMap(\.figures).map(\.display) == ["1", "0.0%", "[z]"])
            #expect(result.total.accepted == 2)
        }
        let woman: Row = other.merging(["SEX": "F"]) { $1 }
        #expect(
            try await Self.run([[:], woman], source: mapping, files: tables).tables.flatMap(\.figures)
                .map(\.display) == ["2", "0.0%", "[z]"])
        // Without the mapping the rows are at fault, and no value is guessed.
        #expect(try await Self.run([[:], woman]).total.quarantined == [.notInEnumeration: 1])
    }

    @Test("What an exporter writes for no date and no reason is missing, and a far-away date is a date")
    func missing() async throws {
        let rows: [Row] = [
            ["DISD": "0000-00-00", "DISRSN": "N/A"],
            ["CLIENTID": "8", "SINITIAL": "X", "DISD": "9999-12-31", "DISRSN": "80"],
            ["CLIENTID": "9", "SINITIAL": "Y", "TRIAGED": "9999-12-31"],
        ]
        let result = try await Self.run(rows)
        #expect(result.total.accepted == 3)
        #expect(result.tables.flatMap(\.figures).map(\.display) == ["2", "0.0%", "[z]"])
    }

    @Test("One person in two agencies, under two client references, is one client")
    func twoAgencies() async throws {
        let other: Row = ["AGNCY": "B2002", "CLIENTID": "99", "DOB": "1980-02-01"]
        #expect(try await Self.figures([[:], other]) == ["1", "0.0%", "[z]"])
        #expect(try await Self.figures([[:], other.merging(["DOB": "02/01/1980"]) { $1 }]) == ["2", "0.0%", "[z]"])
    }

    @Test("Without consent a client is in no figure, and the row is accounted for")
    func consent() async throws {
        let completer: Row = ["CLIENTID": "8", "CONSENT": "N", "SINITIAL": "X", "DISD": "01/12/2018", "DISRSN": "80"]
        let result = try await Self.run([[:], completer])
        // The share is 0 of 1, not 1 of 2.
        #expect(result.tables.flatMap(\.figures).map(\.display) == ["1", "0.0%", "[z]"])
        #expect(result.total.outOfScope == [.consentWithheld: 1])
    }

    @Test(
        "Reasons of both lists complete treatment, and no others do",
        arguments: [
            ("1", "100.0%"), ("2", "100.0%"), ("80", "100.0%"), ("81", "100.0%"), ("82", "100.0%"), ("3", "0.0%"),
            ("9", "0.0%"), ("83", "0.0%"), ("89", "0.0%"), ("NA", "0.0%"), ("", "0.0%"),
        ])
    func reasons(reason: String, share: String) async throws {
        #expect(try await Self.figures([Self.spell("01/03/2018", "15/10/2018", reason)])[1] == share)
    }

    @Test(
        "A date in another form is refused rather than guessed, and nothing of the row is repeated",
        arguments: ["04/13/2019", "4/5/2019", "05-04-2019", "20190405", "31/04/2019"])
    func dates(triage: String) async throws {
        let result = try await Self.run([[:], Self.spell(triage, episode: "2")])
        #expect(result.total.quarantined == [.invalidDate: 1])
        #expect(result.findings.map(\.column) == ["TRIAGED"])
        #expect(result.findings.allSatisfy { $0.value == nil && $0.suggestion == nil })
    }
}
