import FoundationEssentials
import Testing

/// Tests what readers could work out from several releases, from other files of a release, or from another pipeline's
/// releases. The tests run the program as a user would.
@Suite("Small counts in whole releases", .enabled(if: BuiltProgram.isThere))
struct WholeReleaseTests {
    /// Makes a folder with crimes of two quarters, and a program to run in it.
    private static func prepared<Result>(_ body: (BuiltProgram) throws -> Result) async throws -> Result {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            try FileManager.default.createDirectory(
                atPath: folder + "/landing/crime", withIntermediateDirectories: true)
            try write(
                days: ["2019-04-02", "2019-05-02", "2019-06-02"], hate: 9, folder + "/landing/crime/2019-07-01_a.csv")
            return try body(BuiltProgram(folder: folder))
        }
    }

    private static func write(days: [String], hate: Int, cancelled: Int = 0, _ path: String) throws {
        var lines = ["Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"]
        for (number, day) in days.enumerated() {
            for row in 0..<20 {
                let reference = "HP19/\(day.split(separator: "-")[1])00\(10 + row)"
                let isHate = row < hate / 3 + (number == 0 ? hate % 3 : 0)
                lines.append(
                    "\(reference),\(day),46,,,Hartlepool,\(isHate ? "Y" : "N"),N,\(row < cancelled ? "Y" : "N")")
            }
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func deliverSecondQuarter(_ program: BuiltProgram) throws {
        try write(
            days: ["2019-07-02", "2019-08-02", "2019-09-02"], hate: 3,
            program.folder + "/landing/crime/2019-10-01_b.csv")
    }

    /// Writes a definition with hate crimes only, under a label and in one period.
    private static func define(
        _ pipeline: String, source: String = "crime", label: String, period: String,
        policy: String = ", disclosure: {below: 5}", _ program: BuiltProgram
    ) throws {
        let text = """
            \(BuiltProgram.definitionHead(pipeline, title: label))
            sources:
              \(source): {title: Crime, schema: Schemas/force-crime.yaml, files: ["crime/*.csv"], classification: offences, things: crimes}
            indicators:
              hate: {label: "\(label)", counts: {source: \(source), group: all, flag: hate}\(policy)}
            tables:
              - id: \(pipeline)
                title: "\(label) in {months}"
                headings: {section: S, row: R}
                columns: [{measure: value, period: \(period), heading: Number}]
                sections: [{title: "\(label) in {months}", rows: [{indicator: hate}]}]
                source: S
                notes: [N]
            appendices: [{name: A, file: a, title: T, tables: [\(pipeline)]}]
            """
        try text.write(toFile: "\(program.folder)/Pipelines/\(pipeline).yaml", atomically: true, encoding: .utf8)
    }

    private static func publish(_ pipeline: String, _ quarter: String, _ program: BuiltProgram) throws -> String {
        try program.publish(pipeline, quarter)[0]
    }

    @Test("A label that was changed does not hide what an earlier release has")
    func renamed() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            try Self.deliverSecondQuarter(program)
            try Self.define("one", label: "Crimes of hatred", period: "year-to-date", program)
            #expect(try Self.publish("one", "2019-20-Q2", program) == "[c]")
        }
    }

    @Test("What another pipeline has issued of the same rows counts, whatever it calls their source")
    func otherPipeline() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            try Self.deliverSecondQuarter(program)
            try Self.define("two", source: "recorded", label: "All hate crime", period: "year-to-date", program)
            #expect(try Self.publish("two", "2019-20-Q2", program) == "12")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            #expect(try Self.publish("two", "2019-20-Q2", program) == "[c]")
        }
    }

    @Test("Whoever knows all of an extract but a number cannot try which number its hash or the release's name has")
    func guessed() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            let days = ["2019-04-02", "2019-05-02", "2019-06-02"]
            let extract = program.folder + "/landing/crime/2019-07-01_a.csv"
            let latest = program.folder + "/out/one/2019-20-Q1/latest"
            let names = try [3, 2].map { hate in
                try Self.write(days: days, hate: hate, extract)
                #expect(try Self.publish("one", "2019-20-Q1", program) == "[c]")
                let found = try program.run("hash=$(sha256sum < \(extract)); grep -rl ${hash%% *} out")
                #expect(found.output.split(separator: "\n").allSatisfy { $0.hasPrefix("out/state/") })
                return try FileManager.default.destinationOfSymbolicLink(atPath: latest)
            }
            #expect(names[0] == names[1])
            // The state folder has the hashes, so a changed extract is noticed.
            let command = "\"$SHP\" regenerate out/one/2019-20-Q1 --definition Pipelines/one.yaml"
            #expect(try program.run(command).status == 0)
            try Self.write(days: days, hate: 3, extract)
            let changed = try program.run(command)
            #expect(changed.status == 1, "\(changed.messages)")
            #expect(
                changed.output.contains("crime/2019-07-01_a.csv: hash withheld, delivered 2019-07-01 → another hash"))
            // Without the hashes, only figures and files can be compared.
            _ = try program.run("rm -r out/state/disclosure")
            let lost = try program.run(command + " --log-format json")
            #expect(lost.status == 1 && lost.codes == ["extracts-not-compared"])
        }
    }

    @Test("A release that was made before another was issued is looked at beside it when it is issued")
    func issued() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            try Self.deliverSecondQuarter(program)
            try Self.define("two", source: "recorded", label: "All hate crime", period: "year-to-date", program)
            #expect(try Self.publish("two", "2019-20-Q2", program) == "12")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            let refused = try program.issue("two", "2019-20-Q2", on: "2019-11-01")
            #expect(refused.status == 65)
            #expect(refused.codes == ["discloses"])
            #expect(
                refused.messages.contains(
                    "All hate crime, Hartlepool, 2019-20-to-Q2 without Hate crime, Hartlepool, 2019-20-Q1"))
            #expect(refused.messages.contains("one/2019-20-Q1/"))
            #expect(try Self.publish("two", "2019-20-Q2", program) == "[c]")
            #expect(try program.issue("two", "2019-20-Q2", on: "2019-11-01").status == 0)
        }
    }

    @Test("A release that is made again by another definition is protected beside what was issued since")
    func regenerated() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            try Self.deliverSecondQuarter(program)
            try Self.define("one", label: "Hate crime", period: "year-to-date", program)
            #expect(try Self.publish("one", "2019-20-Q2", program) == "12")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            let again = "\"$SHP\" regenerate out/one/2019-20-Q2 --definition Pipelines/one.yaml"
            // When nothing has changed, the release is the same, byte for byte.
            #expect(try program.run(again).status == 0)
            try Self.define("one", label: "Crimes of hatred", period: "year-to-date", program)
            #expect(try program.run(again).status == 1)
            let values = try program.run("cut -d, -f8 out/one/2019-20-Q2/????????????/figures.csv | grep -v display")
            #expect(values.output.split(whereSeparator: \.isNewline).sorted() == ["12", "[c]"])
        }
    }

    @Test("What another pipeline withholds is withheld by one without a policy, too")
    func unprotected() async throws {
        try await Self.prepared { program in
            try Self.deliverSecondQuarter(program)
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            try Self.define("two", source: "recorded", label: "Hatred", period: "quarter", policy: "", program)
            #expect(try Self.publish("one", "2019-20-Q2", program) == "[c]")
            #expect(try Self.publish("two", "2019-20-Q2", program) == "3")
            #expect(try program.issue("one", "2019-20-Q2", on: "2019-11-01").status == 0)
            #expect(try Self.publish("two", "2019-20-Q2", program) == "[c]")
            #expect(try program.issue("two", "2019-20-Q2", on: "2019-11-01").status == 0)
        }
    }

    @Test(
        "What was issued as [c] stays withheld when the policy is taken out of the same pipeline, and the run says so")
    func policyDropped() async throws {
        try await Self.prepared { program in
            try Self.deliverSecondQuarter(program)
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q2", program) == "[c]")
            #expect(try program.issue("one", "2019-20-Q2", on: "2019-11-01").status == 0)
            try Self.define(
                "one", label: "Hate crime", period: "quarter", policy: ", disclosure: none", program)
            let run = try program.run(
                "\"$SHP\" run Pipelines/one.yaml --quarter 2019-20-Q2 --output out --log-format json")
            #expect(run.codes.contains("stays-withheld"))
            #expect(run.messages.contains("1 figure of the source 'crime'"))
            #expect(try Self.publish("one", "2019-20-Q2", program) == "[c]")
            // With a lower limit, the figure is still withheld, and the run reports this.
            try Self.define(
                "one", label: "Hate crime", period: "quarter", policy: ", disclosure: {below: 2}", program)
            let lower = try program.run(
                "\"$SHP\" run Pipelines/one.yaml --quarter 2019-20-Q2 --output out --log-format json")
            #expect(lower.codes.contains("stays-withheld"))
            #expect(lower.messages.contains("although the policy would allow it"))
            #expect(try Self.publish("one", "2019-20-Q2", program) == "[c]")
        }
    }

    @Test("Small numbers and numbers of rows that an unprotected pipeline has issued are reported, with status 1")
    func publishedBefore() async throws {
        try await Self.prepared { program in
            try Self.deliverSecondQuarter(program)
            try Self.define("two", source: "recorded", label: "Hatred", period: "quarter", policy: "", program)
            #expect(try Self.publish("two", "2019-20-Q2", program) == "3")
            #expect(try program.issue("two", "2019-20-Q2", on: "2019-11-01").status == 0)
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            let run = try program.run(
                "\"$SHP\" run Pipelines/one.yaml --quarter 2019-20-Q2 --output out --log-format json")
            #expect(run.status == 1)
            #expect(run.codes.count { $0 == "small-numbers-published" } == 4)
            #expect(run.messages.contains("/extracts.csv: has 2 extracts with numbers of rows by group of categories"))
            #expect(run.messages.contains("/two.csv: has 1 small number"))
            #expect(run.messages.contains("/data-quality.csv: has 2 extracts with numbers of rows"))
            #expect(run.messages.contains("two/2019-20-Q2/"))
        }
    }

    @Test("A flag that another pipeline's schema calls something else is the same flag")
    func renamedFlag() async throws {
        try await Self.prepared { program in
            try Self.deliverSecondQuarter(program)
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q2", program) == "[c]")
            #expect(try program.issue("one", "2019-20-Q2", on: "2019-11-01").status == 0)
            _ = try program.run(
                "sed -e 's/flag: hate,/flag: prejudice,/' -e 's/^name: force-crime/name: other/' "
                    + "-e 's/name: hate$/name: prejudiced/' -e 's/aliases: .Hate Crime Flag/aliases: [Hate, Bias/' "
                    + "Pipelines/Schemas/force-crime.yaml >Pipelines/Schemas/other.yaml")
            try Self.define("two", source: "recorded", label: "Prejudice", period: "quarter", policy: "", program)
            _ = try program.run(
                "sed -i -e 's/flag: hate}/flag: prejudice}/' -e 's/force-crime.yaml/other.yaml/' Pipelines/two.yaml")
            #expect(try Self.publish("two", "2019-20-Q2", program) == "[c]")
            let manifest = try String(
                contentsOfFile: program.folder + "/out/two/2019-20-Q2/latest/manifest.json", encoding: .utf8)
            #expect(manifest.contains("\"flagColumns\""))
        }
    }

    @Test("A flag that is read the other way round tells what the total has beside it")
    func flagTheOtherWayRound() async throws {
        try await Self.prepared { program in
            try Self.deliverSecondQuarter(program)
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q2", program) == "[c]")
            #expect(try program.issue("one", "2019-20-Q2", on: "2019-11-01").status == 0)
            // 57 of the 60 crimes are not hate crimes, so 3 are.
            _ = try program.run(
                "awk '/name: hate$/{own=1} own&&/trueValues/{sub(/\\[.*/,\"[N, No]\")} "
                    + "own&&/falseValues/{sub(/\\[.*/,\"[Y, Yes]\");own=0} {sub(/flag: hate,/,\"flag: plain,\")} 1' "
                    + "Pipelines/Schemas/force-crime.yaml >Pipelines/Schemas/other.yaml")
            try Self.define("two", source: "recorded", label: "Others", period: "quarter", policy: "", program)
            _ = try program.run(
                "sed -i -e 's/flag: hate}/flag: plain}/' -e 's/force-crime.yaml/other.yaml/' "
                    + "-e 's/^tables:/  all: {label: All, counts: {source: recorded, group: all}}\\ntables:/' "
                    + "-e 's/rows: \\[/rows: [{indicator: all}, /' Pipelines/two.yaml")
            _ = try Self.publish("two", "2019-20-Q2", program)
            let values = try program.run("cut -d, -f8 out/two/2019-20-Q2/latest/figures.csv | sed 1d | tr -d '\\r'")
            #expect(values.output.split(separator: "\n").sorted() != ["57", "60"], "\(values.output)")
            #expect(values.output.contains("[c]"))
            #expect(try program.issue("two", "2019-20-Q2", on: "2019-11-01").status == 0)
        }
    }

    @Test("A list of another pipeline that was deleted stops the run, and --restore puts it back as it was")
    func lostList() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            try Self.deliverSecondQuarter(program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-11-01").status == 0)
            try Self.define("two", label: "All hate crime", period: "year-to-date", program)
            let list = "out/one/2019-20-Q1/issued.json"
            _ = try program.run("mv \(list) kept.json")
            let run = try program.run(
                "\"$SHP\" run Pipelines/two.yaml --quarter 2019-20-Q2 --output out --log-format json")
            #expect(run.status == 65)
            #expect(run.messages.contains(list))
            let command = "\"$SHP\" issue 2019-20-Q1 --pipeline one --output out"
            let refused = try program.run(command + " --on 2019-07-31")
            #expect(refused.status == 65)
            for words in ["issued on 2019-08-01", "issued on 2019-11-01", "--restore"] {
                #expect(refused.messages.contains(words), "\(refused.messages)")
            }
            #expect(try program.run("test -e \(list)").status == 1)
            let restored = try program.run(command + " --restore")
            #expect(restored.status == 0, "\(restored.messages)")
            #expect(try program.run("cmp kept.json \(list)").status == 0)
            #expect(try program.run(command + " --restore").status == 0)
            #expect(try Self.publish("two", "2019-20-Q2", program) == "[c]")
        }
    }

    @Test("A pipeline's folder that was moved away stops runs of the others, with the remedy")
    func movedPipeline() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            try Self.deliverSecondQuarter(program)
            try Self.define("two", label: "All hate crime", period: "year-to-date", program)
            _ = try program.run("mv out/one elsewhere")
            let line = "\"$SHP\" run Pipelines/two.yaml --quarter 2019-20-Q2 --output out --log-format json"
            let run = try program.run(line)
            #expect(run.status == 65)
            #expect(run.codes.contains("pipeline-missing"))
            for words in ["out/one", "restore the folder", "ledger.sqlite"] { #expect(run.messages.contains(words)) }
            _ = try program.run("mv elsewhere out/one")
            #expect(try Self.publish("two", "2019-20-Q2", program) == "[c]")
        }
    }

    @Test("Without its record nobody knows what a release reveals; the next run writes it again")
    func lostRecord() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            try Self.deliverSecondQuarter(program)
            try Self.define("two", label: "All hate crime", period: "quarter", program)
            #expect(try Self.publish("two", "2019-20-Q1", program) == "9")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            _ = try program.run("rm -r out/state/disclosure")
            let refused = try program.issue("two", "2019-20-Q1", on: "2019-08-02")
            #expect(refused.status == 65)
            #expect(refused.codes == ["disclosure-undecided"])
            #expect(refused.messages.contains("All hate crime, Hartlepool, value, 2019-20-Q1"))
            #expect(try Self.publish("two", "2019-20-Q1", program) == "9")
            #expect(try program.issue("two", "2019-20-Q1", on: "2019-08-02").status == 0)
        }
    }

    @Test("No file of a release says how many rows of persons there were, or how many were cancelled")
    func accounts() async throws {
        try await Self.prepared { program in
            try Self.define("one", label: "Hate crime", period: "quarter", program)
            #expect(try Self.publish("one", "2019-20-Q1", program) == "9")
            #expect(try program.issue("one", "2019-20-Q1", on: "2019-08-01").status == 0)
            try Self.write(
                days: ["2019-04-02", "2019-05-02", "2019-06-02"], hate: 9, cancelled: 1,
                program.folder + "/landing/crime/2019-08-01_c.csv")
            #expect(try Self.publish("one", "2019-20-Q1", program) == "6 [r]")
            let release = program.folder + "/out/one/2019-20-Q1/latest/"
            func text(_ file: String) throws -> String { try String(contentsOfFile: release + file, encoding: .utf8) }
            let manifest = try text("manifest.json")
            #expect(manifest.contains("\"confidentialSources\""))
            #expect(!manifest.contains("\"rows\"") && !manifest.contains("\"acceptedByCategoryGroup\""))
            let quality = try text("data-quality.csv").split(separator: "\r\n").dropFirst()
            #expect(!quality.isEmpty && quality.allSatisfy { $0.hasSuffix(",,,confidential") })
            let extracts = try text("extracts.csv").split(separator: "\r\n").dropFirst()
            #expect(!extracts.isEmpty && extracts.allSatisfy { $0.hasSuffix(",yes,,,,,,,,,,confidential") })
            // The figure is 3 less than the issued one, and no file states how much of that is due to each cause.
            let revision = try text("revisions.csv").split(separator: "\r\n")[1].split(
                separator: ",", omittingEmptySubsequences: false)
            #expect(revision.suffix(4) == ["-3", "restated-counts", "", "no"])
            for number in ["120", "57", "60"] { #expect(!(try text("index.html").contains(">\(number)<"))) }
        }
    }
}
