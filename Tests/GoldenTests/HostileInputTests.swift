import Foundation
import Testing

@Suite("Inputs that mislead: links, names, damaged siblings, folders in each other", .enabled(if: BuiltProgram.isThere))
struct HostileInputTests {
    private static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context\n"
    private static func month(_ month: Int) -> String {
        header + ",2014-0\(month),Cleveland Police,Cleveland Police,,,,E01011954,Hartlepool 001A,Drugs,,\n"
    }

    /// Runs the street pipeline on three months of data after a command has changed the folder.
    private func outcome(
        after command: String, arguments: String = "", input: String = "in", output: String = "out"
    ) async throws -> BuiltProgram.Outcome {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            for month in 4...6 {
                try Self.month(month).write(
                    toFile: folder + "/in/2014-0\(month)-street.csv", atomically: true, encoding: .utf8)
            }
            #expect(try Repository.shell(command, in: folder) == 0)
            return try BuiltProgram(folder: folder).run(
                "$SHP run $ROOT/Pipelines/police-uk-street.yaml --input \(input) --output \(output) "
                    + "--log-format json \(arguments)")
        }
    }

    @Test("Nothing wrong: it runs")
    func sound() async throws {
        let outcome = try await outcome(after: "true")
        #expect(outcome.status < 2)
    }

    @Test(
        "Links out of the folder and in circles are refused by name",
        arguments: [
            ("ln -s ../elsewhere.csv in/2014-07-street.csv; cp in/2014-04-street.csv elsewhere.csv", "link-leads-out"),
            ("mkdir elsewhere; ln -s ../elsewhere in/more", "link-leads-out"), ("ln -s . in/again", "link-leads-back"),
            ("ln -s .. in/above", "link-leads-back"), ("mkdir in/a; ln -s a in/b", "link-leads-back"),
            ("ln -s circle in/circle", "link-leads-back"),
        ])
    func links(command: String, code: String) async throws {
        let outcome = try await outcome(after: command)
        #expect(outcome.status == 65)
        #expect(outcome.codes.contains(code))
    }

    @Test(
        "Names that no message can carry are refused, and shown by their numbers",
        arguments: [
            (#"cp in/2014-04-street.csv "$(printf 'in/caf\351.csv')""#, "name-not-utf-8", #"caf\xE9.csv"#),
            (
                #"cp in/2014-04-street.csv "$(printf 'in/a\033[2J.csv')""#, "name-with-control-character",
                "a[U+001B][2J.csv"
            ),
            (#"cp in/2014-04-street.csv "$(printf 'in/a\nb.csv')""#, "name-with-control-character", "a[U+000A]b.csv"),
        ])
    func names(command: String, code: String, shown: String) async throws {
        let outcome = try await outcome(after: command)
        #expect(outcome.status == 65)
        #expect(outcome.objects.contains { $0["code"] as? String == code && $0["file"] as? String == shown })
    }

    @Test(
        "A damaged file that is named like extracts of a source refuses the run",
        arguments: [
            "sed 's/Crime type/Krime tipe/' in/2014-06-street.csv > in/2014-07-street.csv",
            "head -c 20 in/2014-06-street.csv > in/2014-07-street.csv",
            "head -c 2000 /dev/zero > in/2014-07-street.csv", ": > in/2014-07-street.csv",
            "{ cat in/2014-06-street.csv; head -c 600 /dev/zero; } > in/2014-07-street.csv",
        ])
    func damaged(command: String) async throws {
        let outcome = try await outcome(after: command)
        #expect(outcome.status == 65)
        #expect(outcome.messages.contains("2014-07-street.csv"))
    }

    @Test("A file of another name is left out, as before")
    func otherName() async throws {
        let outcome = try await outcome(after: "echo a,b > in/notes.csv")
        #expect(outcome.status < 2)
    }

    @Test("An output folder in the landing folder is an error of the command line")
    func folders() async throws {
        for (input, output) in [("in", "in/out"), ("in", "in")] {
            let outcome = try await outcome(after: "true", input: input, output: output)
            #expect(outcome.status == 64)
        }
    }

    @Test("What was deleted of the quarantine is there again after the next run")
    func quarantine() async throws {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            for month in 4...6 {
                let fault = Self.month(month).replacing("E01011954", with: "nowhere").dropFirst(Self.header.count)
                try (Self.month(month) + fault).write(
                    toFile: folder + "/in/2014-0\(month)-street.csv", atomically: true, encoding: .utf8)
            }
            let program = BuiltProgram(folder: folder)
            let run = "$SHP run $ROOT/Pipelines/police-uk-street.yaml --input in --output out"
            FileAge.settle(in: folder)
            #expect(try program.run(run).status < 2)
            let count = "find out/state/quarantine -type f | wc -l"
            let before = try program.run(count).output
            #expect(before.trimmingCharacters(in: .whitespacesAndNewlines) != "0")
            for deletion in ["rm -r out/state/quarantine", "rm \"$(find out/state/quarantine -type f | head -1)\""] {
                #expect(try program.run(deletion).status == 0)
                FileAge.settle(in: folder)
                #expect(try program.run(run).status < 2)
                #expect(try program.run(count).output == before)
            }
        }
    }

    @Test("Twice as many files as may be open are read")
    func openFiles() async throws {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            for number in 0..<1_000 {
                try (Self.month(number % 3 + 4) + "\(number),x\n").write(
                    toFile: folder + "/in/\(number)-street.csv", atomically: false, encoding: .utf8)
            }
            let outcome = try BuiltProgram(folder: folder).run(
                "ulimit -n 400; $SHP run $ROOT/Pipelines/police-uk-street.yaml --input in --output out --log-format json"
            )
            #expect(!outcome.messages.contains("Too many open files"))
            #expect(outcome.codes.allSatisfy { $0 != "unreadable" })
        }
    }
}
