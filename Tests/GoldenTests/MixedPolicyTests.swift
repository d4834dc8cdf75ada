import FoundationEssentials
import Testing

/// Definitions with a policy for one source and none for another, and quarters without a number of the protected one. The
/// program is run as a person would run it.
@Suite("Sources with and without a policy in one release", .enabled(if: BuiltProgram.isThere))
struct MixedPolicyTests {
    /// A folder with crimes of both quarters, three of the second with a flag, and returns of the first.
    private static func prepared(_ body: (BuiltProgram) throws -> Void) async throws {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            for name in ["crime", "returns"] {
                try FileManager.default.createDirectory(
                    atPath: folder + "/landing/" + name, withIntermediateDirectories: true)
            }
            var lines = ["Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"]
            for month in 4...9 {
                for row in 0..<20 {
                    let isHate = row < (month < 7 ? 3 : 1)
                    lines.append(
                        "HP19/0\(month)00\(10 + row),2019-0\(month)-02,46,,,Hartlepool,\(isHate ? "Y" : "N"),N,N")
                }
            }
            try write(lines, folder + "/landing/crime/2019-10-01_a.csv")
            try write(
                [
                    "Indicator,Area,Period,Value,Status,Supplied by",
                    "entrants,Hartlepool,2019/20 Q1,9,,us",
                ], folder + "/landing/returns/2019-10-01_returns.csv")
            try body(BuiltProgram(folder: folder))
        }
    }

    private static func write(_ lines: [String], _ path: String) throws {
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// A definition with hate crimes, and with returns that have a policy.
    private static func define(_ pipeline: String, source: String, policy: String, _ program: BuiltProgram) throws {
        let text = """
            pipeline: \(pipeline)
            title: T
            partnership: P
            author: A
            contact: [C]
            landing: ../landing
            areas: {table: Reference/cleveland-areas.csv, home: E06000001, peers: [E06000002, E06000003, E06000004], total: E23000013}
            classifications:
              offences: {codes: Reference/offence-codes.csv, groups: Reference/offence-groups.csv, dialect: home-office}
            sources:
              \(source): {title: Crime, schema: Schemas/force-crime.yaml, files: ["crime/*.csv"], classification: offences, things: crimes}
              returns: {title: Returns, schema: Schemas/partner-returns.yaml, files: ["returns/*.csv"]}
            indicators:
              hate: {label: Hate, counts: {source: \(source), group: all, flag: hate}, disclosure: \(policy)}
              entrants: {label: Entrants, return: {source: returns, name: entrants}, disclosure: {below: 5}}
            tables:
              - id: t
                title: T
                headings: {section: S, row: R}
                columns: [{measure: value, period: quarter, heading: Number}]
                sections: [{title: S, rows: [{indicator: hate}, {indicator: entrants}]}]
                source: S
                notes: [N]
            appendices: [{name: A, file: a, title: T, tables: [t]}]
            """
        try text.write(toFile: "\(program.folder)/Pipelines/\(pipeline).yaml", atomically: true, encoding: .utf8)
    }

    /// What is printed of both.
    private static func publish(_ pipeline: String, _ quarter: String, _ program: BuiltProgram) throws -> [String] {
        let outcome = try program.run(
            "\"$SHP\" run Pipelines/\(pipeline).yaml --quarter \(quarter) --output out --log-format json")
        try #require(outcome.status == 0 || outcome.status == 1, "\(outcome.messages)")
        let file = "\(program.folder)/out/\(pipeline)/\(quarter)/latest/figures.csv"
        return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n").dropFirst().map {
            String($0.split(separator: ",", omittingEmptySubsequences: false)[7])
        }
    }

    private static func issue(
        _ pipeline: String, _ quarter: String, on day: String, _ program: BuiltProgram
    ) throws -> BuiltProgram.Outcome {
        try program.run(
            "\"$SHP\" issue \(quarter) --pipeline \(pipeline) --output out --on \(day) --log-format json")
    }

    @Test("A release with a policy for another source alone is not issued beside one that withholds what it shows")
    func unprotectedSource() async throws {
        try await Self.prepared { program in
            try Self.define("one", source: "crime", policy: "{below: 5}", program)
            try Self.define("two", source: "recorded", policy: "none", program)
            #expect(try Self.publish("one", "2019-20-Q2", program) == ["[c]", "[x]"])
            #expect(try Self.publish("two", "2019-20-Q2", program) == ["3", "[x]"])
            #expect(try Self.issue("one", "2019-20-Q2", on: "2019-11-01", program).status == 0)
            let refused = try Self.issue("two", "2019-20-Q2", on: "2019-11-02", program)
            #expect(refused.status == 65)
            #expect(refused.codes == ["disclosure-undecided"])
            #expect(refused.messages.contains("run the quarter again"))
            #expect(try Self.publish("two", "2019-20-Q2", program) == ["[c]", "[x]"])
            #expect(try Self.issue("two", "2019-20-Q2", on: "2019-11-02", program).status == 0)
        }
    }

    @Test("What a pipeline without a policy has issued is known to one with a policy")
    func knownNumbers() async throws {
        try await Self.prepared { program in
            try Self.define("one", source: "crime", policy: "{below: 5}", program)
            try Self.define("two", source: "recorded", policy: "none", program)
            #expect(try Self.publish("two", "2019-20-Q1", program) == ["9", "9"])
            #expect(try Self.issue("two", "2019-20-Q1", on: "2019-11-01", program).status == 0)
            _ = try program.run("sed -i 's/period: quarter/period: year-to-date/' Pipelines/one.yaml")
            // Twelve less nine is three.
            #expect(try Self.publish("one", "2019-20-Q2", program)[0] == "[c]")
        }
    }

    @Test("A quarter without a number of the protected source is issued after another of one backfill")
    func quarterWithoutNumbers() async throws {
        try await Self.prepared { program in
            try Self.define("one", source: "crime", policy: "none", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == ["9", "9"])
            #expect(try Self.publish("one", "2019-20-Q2", program) == ["3", "[x]"])
            #expect(try Self.issue("one", "2019-20-Q1", on: "2019-11-01", program).status == 0)
            let issued = try Self.issue("one", "2019-20-Q2", on: "2019-11-02", program)
            #expect(issued.status == 0, "\(issued.messages)")
        }
    }
}
