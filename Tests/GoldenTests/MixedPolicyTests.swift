import FoundationEssentials
import Testing

/// Definitions with a policy for one source and none for another, and quarters without a number of the protected
/// source. The tests run the program as a user would.
@Suite("Sources with and without a policy in one release", .enabled(if: BuiltProgram.isThere))
struct MixedPolicyTests {
    /// Makes a folder with crimes of two quarters, three crimes of the second with a flag, and returns of the first.
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

    /// Writes a definition with hate crimes, and with returns that have a policy.
    private static func define(_ pipeline: String, source: String, policy: String, _ program: BuiltProgram) throws {
        let text = """
            \(BuiltProgram.definitionHead(pipeline))
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

    @Test("A release with a policy for another source alone is not issued beside one that withholds what it shows")
    func unprotectedSource() async throws {
        try await Self.prepared { program in
            try Self.define("one", source: "crime", policy: "{below: 5}", program)
            try Self.define("two", source: "recorded", policy: "none", program)
            #expect(try program.publish("one", "2019-20-Q2") == ["[c]", "[x]"])
            #expect(try program.publish("two", "2019-20-Q2") == ["3", "[x]"])
            #expect(try program.issue("one", "2019-20-Q2", on: "2019-11-01").status == 0)
            let refused = try program.issue("two", "2019-20-Q2", on: "2019-11-02")
            #expect(refused.status == 65)
            #expect(refused.codes == ["disclosure-undecided"])
            #expect(refused.messages.contains("run the quarter again"))
            #expect(try program.publish("two", "2019-20-Q2") == ["[c]", "[x]"])
            #expect(try program.issue("two", "2019-20-Q2", on: "2019-11-02").status == 0)
        }
    }

    @Test("What a pipeline without a policy has issued is known to one with a policy")
    func knownNumbers() async throws {
        try await Self.prepared { program in
            try Self.define("one", source: "crime", policy: "{below: 5}", program)
            try Self.define("two", source: "recorded", policy: "none", program)
            #expect(try program.publish("two", "2019-20-Q1") == ["9", "9"])
            #expect(try program.issue("two", "2019-20-Q1", on: "2019-11-01").status == 0)
            _ = try program.run("sed -i 's/period: quarter/period: year-to-date/' Pipelines/one.yaml")
            // The year to date is twelve and the issued first quarter is nine, which would reveal three.
            #expect(try program.publish("one", "2019-20-Q2")[0] == "[c]")
        }
    }

    @Test("A quarter without a number of the protected source is issued after another of one backfill")
    func quarterWithoutNumbers() async throws {
        try await Self.prepared { program in
            try Self.define("one", source: "crime", policy: "none", program)
            #expect(try program.publish("one", "2019-20-Q1") == ["9", "9"])
            #expect(try program.publish("one", "2019-20-Q2") == ["3", "[x]"])
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-11-01").status == 0)
            let issued = try program.issue("one", "2019-20-Q2", on: "2019-11-02")
            #expect(issued.status == 0, "\(issued.messages)")
        }
    }

    @Test(
        "What a row withholds in one period or area is not left over by other rows in another",
        arguments: [
            "columns: [{measure: value, period: year-to-date, heading: Number}]",
            "areas: [total]\n    columns: [{measure: value, period: quarter, heading: \"{column-area}\"}]",
        ])
    func otherFrames(columns: String) async throws {
        try await Self.prepared { program in
            var lines = ["Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"]
            for month in 4...9 {
                for row in 0..<9 {
                    // Three robberies of persons, all in the second quarter.
                    let code = row == 0 && month > 6 ? "34B" : "34A"
                    lines.append("HP19/0\(month)00\(10 + row),2019-0\(month)-02,\(code),,,Hartlepool,N,N,N")
                }
                // The total needs every area.
                for (number, area) in ["Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"].enumerated() {
                    lines.append("HP19/0\(month)00\(30 + number),2019-0\(month)-02,34A,,,\(area),N,N,N")
                }
            }
            try Self.write(lines, program.folder + "/landing/crime/2019-10-01_a.csv")
            try Self.define("one", source: "crime", policy: "none", program)
            let path = program.folder + "/Pipelines/one.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let start = try #require(text.firstRange(of: "indicators:")).lowerBound
            let own = """
                indicators:
                  personal: {label: Personal, counts: {source: crime, group: personal-robbery}, disclosure: {below: 5}}
                  business: {label: Business, counts: {source: crime, group: business-robbery}}
                  robbery: {label: Robbery, counts: {source: crime, group: robbery}}
                tables:
                  - id: t
                    title: T
                    headings: {section: S, row: R}
                    columns: [{measure: value, period: quarter, heading: Number}]
                    sections: [{title: S, rows: [{indicator: personal}]}]
                    source: S
                    notes: [N]
                  - id: u
                    title: U
                    headings: {section: S, row: R}
                    \(columns)
                    sections: [{title: S, rows: [{indicator: business}, {indicator: robbery}]}]
                    source: S
                    notes: [N]
                appendices: [{name: A, file: a, title: T, tables: [t, u]}]

                """
            try (String(text[..<start]) + own).write(toFile: path, atomically: true, encoding: .utf8)
            let printed = try program.publish("one", "2019-20-Q2")
            #expect(printed[0] == "[c]")
            #expect(printed.dropFirst().contains("[c]"))
        }
    }
}
