import Foundation
import Testing

@Suite("What the user may not read", .enabled(if: BuiltProgram.canBeUnprivileged))
struct PermissionTests {
    private static let run = "$SHP run Pipelines/police-uk-street.yaml --input in --output out --force"

    /// Makes a landing folder and a release, all owned by a user who may not read everything.
    private func place(_ folder: String) throws -> BuiltProgram {
        let program = BuiltProgram(folder: folder)
        let made = try program.run(
            """
            cp -r "$ROOT/Tests/Golden/mixed-landing/landing" in && cp -r "$ROOT/Pipelines" Pipelines && mkdir in/below && \
            \(Self.run) --quiet && $SHP issue 2014-15-Q1 --output out --on 2014-07-31 --quiet && \
            if [ "$(id -u)" = 0 ]; then chown -R 65534:65534 .; fi
            """)
        try #require(made.status == 0, "\(made.messages)")
        return program
    }

    @Test(
        "A file or a folder that may not be read is said to be that, with 77",
        arguments: [
            ("in/2014-04-cleveland-street.csv", Self.run),
            ("in", Self.run), ("in/below", Self.run), ("in", "$SHP suggest Pipelines/police-uk-street.yaml --input in"),
            ("in", "$SHP status Pipelines/police-uk-street.yaml --input in"),
            ("Pipelines/police-uk-street.yaml", Self.run), ("Pipelines/Schemas/police-uk-street.yaml", Self.run),
            ("Pipelines/Reference/police-uk-codes.csv", Self.run),
            ("Pipelines/Schemas", "$SHP check Pipelines/police-uk-street.yaml"),
            ("out", Self.run), ("out/state", Self.run), ("out/police-uk-street", Self.run),
            ("out/police-uk-street/2014-15-Q1/issued.json", Self.run),
            ("out/police-uk-street/2014-15-Q1", "$SHP regenerate out/police-uk-street/2014-15-Q1 --input in"),
            ("out/police-uk-street/2014-15-Q1/latest/.", "$SHP diff out/*/2014-15-Q1 out/*/2014-15-Q1/latest"),
            ("out/police-uk-street/2014-15-Q1/latest/manifest.json", "$SHP diff out/*/2014-15-Q1 out/*/2014-15-Q1"),
            ("out/police-uk-street/2014-15-Q1/latest/figures.csv", "$SHP explain out/*/2014-15-Q1 Drugs"),
            ("out/police-uk-street/2014-15-Q1/latest/.", "$SHP audit out/police-uk-street/2014-15-Q1/latest"),
            ("out/state/ledger.sqlite", "$SHP history"), ("out/state", "$SHP history"),
            (
                "in/2014-04-cleveland-street.csv",
                "$SHP validate in/2014-04-cleveland-street.csv --definition Pipelines/police-uk-street.yaml"
            ),
            (
                "in/2014-04-cleveland-street.csv",
                "$SHP validate in/2014-04-cleveland-street.csv --schema Pipelines/Schemas/police-uk-street.yaml"
            ),
            ("in/2014-04-cleveland-street.csv", "$SHP audit in/2014-04-cleveland-street.csv"),
        ])
    func denied(path: String, command: String) async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            #expect(try program.run("chmod 000 \(path)").status == 0)
            let outcome = try program.run(command.replacing("history", with: "history --output out"), asNobody: true)
            // Permissions are restored so that the folder can be removed.
            _ = try program.run("chmod -R u+rwX . ; chmod u+rwx \(path)")
            #expect(outcome.status == 77, "\(outcome.messages)")
            #expect((outcome.messages + outcome.output).lowercased().contains("permission denied"))
        }
    }

    @Test("A ledger of somebody else keeps no run from publishing, and it is said")
    func ledger() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            #expect(try program.run("chmod 000 out/state/ledger.sqlite").status == 0)
            let outcome = try program.run(Self.run, asNobody: true)
            #expect(outcome.status == 0)
            #expect(outcome.messages.contains("the ledger belongs to another user"))
        }
    }
}
