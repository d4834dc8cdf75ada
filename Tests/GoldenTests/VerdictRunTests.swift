import Foundation
import Testing

@Suite("Exit status and its sentence", .enabled(if: BuiltProgram.isThere))
struct VerdictRunTests {
    private static let sentence =
        "Published with findings: 2.7% of the rows (2 of 74) are in quarantine, and the limit is 1%; see "

    /// Writes street-level files of a quarter into the landing folder; two rows are at fault.
    private func place(_ folder: String) throws -> BuiltProgram {
        let program = BuiltProgram(folder: folder)
        let made = try program.run(
            """
            cp -r "$ROOT/Tests/Golden/mixed-landing/landing" in && cp -r "$ROOT/Pipelines" Pipelines && \
            grep -v '^landing:' Pipelines/police-uk-street.yaml >Pipelines/bare.yaml && \
            sed -i -e '3s/E01011954/E0101195X/' -e '4s/2014-04/2014-14/' in/2014-04-cleveland-street.csv
            """)
        try #require(made.status == 0)
        FileAge.settle(in: folder)
        return program
    }

    private static let run = "$SHP run Pipelines/police-uk-street.yaml --input in --output out"

    @Test(
        "A run says why it ends with 1: in text, with --quiet and as JSON; an unchanged night says it again and ends with 0"
    )
    func run() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            let first = try program.run(Self.run)
            #expect(first.status == 1 && first.messages.contains(Self.sentence + "out/state/quarantine/"))
            let unchanged = try program.run(Self.run)
            #expect(unchanged.status == 0 && unchanged.output.contains("Unchanged:"))
            #expect(unchanged.messages.hasPrefix(Self.sentence))
            let quiet = try program.run(Self.run + " --quiet")
            #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.messages.hasPrefix(Self.sentence))
            let json = try program.run(Self.run + " --quiet --force --log-format json")
            #expect(json.status == 1 && json.codes == ["quarantine-share"])
            #expect((json.objects.first?["message"] as? String)?.hasPrefix(Self.sentence) == true)
            #expect(try program.run(Self.run + " --quiet --force").messages.hasPrefix(Self.sentence))
        }
    }

    @Test("A run that has nothing to say ends with 0 and says nothing")
    func silent() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run("sed -i '3,4d' in/2014-04-cleveland-street.csv")
            FileAge.settle(in: folder)
            for _ in 1...2 {
                let quiet = try program.run(Self.run + " --quiet")
                #expect(quiet.status == 0 && quiet.messages.isEmpty)
            }
        }
    }

    @Test("A month of the quarter that nobody delivered ends a run with 1, and says so")
    func notDelivered() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run("sed -i '3,4d' in/2014-04-cleveland-street.csv; rm in/2014-05-*")
            FileAge.settle(in: folder)
            let run = try program.run(Self.run + " --quarter 2014-15-Q1 --quiet --log-format json")
            #expect(run.status == 1 && run.codes.contains("quarter-not-delivered"), "\(run.messages)")
        }
    }

    @Test("An extract that lies where no source looks ends a run and 'status' with 1, with its name and the source's")
    func elsewhere() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run(
                """
                sed -i '3,4d' in/2014-04-cleveland-street.csv && mkdir in/street && mv in/*.csv in/street && \
                rm in/street/cleveland-street-july.csv && \
                sed 's/^2014-04/2014-05/' in/street/2014-04-cleveland-street.csv >in/elsewhere.csv && \
                sed -i 's|^    schema: .Schemas/police-uk-street.yaml.*|&\\n    files: street/*.csv|' \
                Pipelines/police-uk-street.yaml
                """)
            FileAge.settle(in: folder)
            let options = " --input in --log-format json"
            for command in [
                "run Pipelines/police-uk-street.yaml --quiet --output out", "status Pipelines/police-uk-street.yaml",
            ] {
                let outcome = try program.run("$SHP \(command) --quarter 2014-15-Q1" + options)
                #expect(outcome.status == 1 && outcome.codes.contains("unclaimed-extract"), "\(outcome.messages)")
                #expect(outcome.messages.contains("elsewhere.csv") && outcome.messages.contains("'street'"))
            }
        }
    }

    @Test("An audit of every CSV file of a release leaves its lists out, and says so")
    func lists() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run(Self.run + " --quarter 2014-15-Q1")
            let release = "out/police-uk-street/2014-15-Q1/latest"
            let table = try program.run("$SHP audit \(release)/street-crime.csv")
            let all = try program.run("$SHP audit \(release)/*.csv")
            #expect(all.status == table.status, "\(all.output)")
            for name in ["figures.csv", "extracts.csv", "data-quality.csv", "data-dictionary.csv"] {
                #expect(all.output.contains("\(release)/\(name): is a list of the release"), "\(all.output)")
            }
        }
    }

    @Test("What is found of many files alike is said once, with their number")
    func gathered() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run(
                """
                tr -d '\\r' <in/2014-04-cleveland-street.csv >base; rm in/*.csv; \
                for day in 1 2 3 4 5; do sed -e '1s/$/,Extra/' -e '2,$s/$/,x/' -e "s/^\\([^,]*\\),2014-04/\\1,2014-0$day/" \
                base >in/2014-0$day-cleveland-street.csv; done
                """)
            FileAge.settle(in: folder)
            let run = try program.run(Self.run + " --quarter 2014-15-Q1 --log-format json")
            #expect(run.codes.count { $0 == "unknown-column" } == 1, "\(run.messages)")
            #expect(run.messages.contains("the same in 4 more files of the source"))
        }
    }

    @Test("Backfill reports what a run reports, and the ledger has it")
    func backfill() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            let run = try program.run(Self.run + " --quarter 2014-15-Q1 --verbose")
            _ = try program.run("rm -r out")
            let backfill =
                "$SHP backfill Pipelines/police-uk-street.yaml 2014-15-Q1 2014-15-Q1 --input in --output out"
            let outcome = try program.run(backfill + " --verbose")
            #expect(outcome.status == 1)
            let prefixed = run.messages.replacing(
                "Published with findings", with: "2014-15-Q1: Published with findings")
            #expect(outcome.messages == prefixed)
            #expect(try program.run("$SHP history --output out --format csv").output.contains(",published,1,"))
            // A range includes a quarter without rows: the exit status is 66, and the sentences for the other quarters
            // are still printed.
            let range = try program.run(
                "rm -r out; $SHP backfill Pipelines/police-uk-street.yaml 2014-15-Q1 2014-15-Q3 --input in --output out -q"
            )
            #expect(range.status == 66)
            #expect(range.messages.contains("2014-15-Q3: no extract has a row"))
            #expect(range.messages.contains("2014-15-Q1: " + Self.sentence))
            let history = try program.run("$SHP history --output out --quarter 2014-15-Q3 --format csv").output
            #expect(history.contains(",refused,66,2014-15-Q3,,nothing-in-quarter"))
        }
    }

    @Test("A backfill that fails is in the ledger")
    func failedBackfill() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run("printf '' > in/2014-04-cleveland-street.csv; echo x,y > in/a.csv")
            let line = "$SHP backfill Pipelines/shp-performance.yaml 2019-20-Q1 2019-20-Q1 --input in --output out"
            let outcome = try program.run(line)
            #expect(outcome.status == 66)
            #expect(
                try program.run("$SHP history --output out --format csv").output.contains(",refused,66,,,no-extract"))
        }
    }

    @Test("Releases that differ are said to differ")
    func difference() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run(Self.run)
            _ = try program.run("sed -i '3,4d' in/2014-04-cleveland-street.csv")
            FileAge.settle(in: folder)
            _ = try program.run(Self.run)
            let diff = try program.run("$SHP diff out/*/2014-15-Q1/[0-9a-f]*[0-9a-f] --quiet")
            #expect(diff.status == 1)
            #expect(diff.messages.hasPrefix("The releases differ in 1 part that they are made from"))
            let same = try program.run("$SHP diff out/*/2014-15-Q1 out/*/2014-15-Q1/latest --quiet")
            #expect(same.status == 0 && same.messages.isEmpty)
        }
    }

    @Test(
        "A error of the command line is JSON where JSON is asked for, wherever it is found",
        arguments: [
            "ruin --log-format json", "run --log-format=json", "run x.yaml --threads 0 --log-format json",
            "run Pipelines/bare.yaml --log-format json --output out",
            "issue 2019-Q1 --log-format json", "validate x.csv --log-format json",
            "issue 2014-15-Q1 --reason x --log-format json",
            "history --number 0 --log-format json", "audit --log-format json",
        ])
    func usage(arguments: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            let outcome = try program.run("$SHP \(arguments)")
            #expect(outcome.status == 64)
            #expect(outcome.codes == ["usage"] && outcome.messages.split(separator: "\n").count == 1)
            let text = try program.run(
                "$SHP \(arguments.replacing("--log-format json", with: "").replacing("--log-format=json", with: ""))")
            #expect(text.status == 64 && text.messages.hasPrefix("Error: ") && text.objects.isEmpty)
        }
    }

    @Test("A day on which nothing can have been issued is refused with 64 and the days that are possible")
    func issue() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            _ = try program.run(Self.run)
            for day in ["2014-06-29", "2036-01-01"] {
                let outcome = try program.run("$SHP issue 2014-15-Q1 --output out --on \(day) --log-format json")
                #expect(outcome.status == 64 && outcome.codes == ["day-not-allowed"])
                #expect(outcome.messages.contains("name a day from 2014-06-30 to "))
            }
            // The clock is set before the quarter's end, so even today is refused as the day of issue.
            let early = try program.run("SOURCE_DATE_EPOCH=1400000000 $SHP issue 2014-15-Q1 --output out")
            #expect(early.status == 64 && early.messages.contains("2014-15-Q1 ends on 2014-06-30"))
            #expect(try program.run("$SHP issue 2014-15-Q1 --output out --on 2014-07-31").status == 0)
            #expect(try program.run("$SHP issue 2014-15-Q1 --output out --withdraw").status == 64)
            let withdrawn = try program.run(
                "$SHP issue 2014-15-Q1 --output out --withdraw --reason 'Two rows are at fault' --on 2014-08-01")
            #expect(withdrawn.status == 0 && withdrawn.output.hasPrefix("Withdrawn:  out/"))
            #expect(try program.run("$SHP issue 2014-15-Q1 --output nowhere").status == 66)
        }
    }
}
