import FoundationEssentials
import Testing

/// Small counts of a release with rows that were revised since an earlier release was issued. Figures that would reveal
/// these counts now are withheld, even if readers have them from the earlier release. The tests run the program as a
/// user would.
@Suite("Small counts after a revision", .enabled(if: BuiltProgram.isThere))
struct RevisedReleaseTests {
    /// Delivers robberies of two years on a day, with a number of robberies of persons in the first month of each year.
    private static func land(persons: Int, on day: String, _ program: BuiltProgram) throws {
        var lines = ["Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"]
        for year in [2018, 2019] {
            for month in 4...6 {
                for row in 0..<20 {
                    let code = month == 4 && row < persons ? "34B" : "34A"
                    lines.append(
                        "HP\(year % 100)/0\(month)00\(10 + row),\(year)-0\(month)-02,\(code),,,Hartlepool,N,N,N")
                }
            }
        }
        let folder = program.folder + "/landing/crime"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try (lines.joined(separator: "\n") + "\n")
            .write(toFile: "\(folder)/\(day)_a.csv", atomically: true, encoding: .utf8)
    }

    private static func define(column: String, _ program: BuiltProgram) throws {
        let text = """
            \(BuiltProgram.definitionHead("one"))
            denominators: Reference/denominators-2011-census.csv
            sources:
              crime: {title: Crime, schema: Schemas/force-crime.yaml, files: ["crime/*.csv"], classification: offences, things: crimes}
            indicators:
              personal: {label: Personal, counts: {source: crime, group: personal-robbery}, disclosure: {below: 5}}
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
                headings: {row: R}
                counts: {source: crime}
            \(column.contains("rate") ? "    denominator: household-residents" : "")
                columns: [{measure: value, period: quarter, heading: Number}, \(column)]
                sections: [{id: s, title: S, rows: [{group: business-robbery, label: B}, {group: robbery, label: All}]}]
                source: S
                notes: [N]
            appendices: [{name: A, file: a, title: T, tables: [t, u]}]
            """
        try text.write(toFile: program.folder + "/Pipelines/one.yaml", atomically: true, encoding: .utf8)
    }

    @Test(
        "A rate or difference that is what it was does not make the numbers behind it known",
        arguments: [
            "{measure: rate, period: quarter, heading: \"Rate per 1,000 {denominator}\"}",
            "{measure: difference, period: quarter, heading: Change}",
        ])
    func derived(column: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let program = BuiltProgram(folder: folder)
            try Self.define(column: column, program)
            try Self.land(persons: 7, on: "2019-07-10", program)
            let before = try program.publish("one", "2019-20-Q1")
            #expect(before[0] == "7" && before[1] == "53" && before[3] == "60")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            // In both years, four of the seven robberies are now of businesses: 60 less 57 would reveal three.
            try Self.land(persons: 3, on: "2019-09-10", program)
            let after = try program.publish("one", "2019-20-Q1")
            #expect(after[0] == "[c]")
            #expect(after[1] == "[c]" || after[3] == "[c]")
        }
    }
}
