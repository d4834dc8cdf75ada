import Foundation
import Testing

/// Column names that may be personal data, in sensitive extracts and in files of unknown source.
@Suite("Names that no message repeats", .enabled(if: BuiltProgram.isThere))
struct HiddenNameTests {
    private static let header =
        "AGNCY,CLIENT,FINITIAL,SINITIAL,DOB,SEX,EPISODID,CONSENT,LA,DRUG1,DRUG2,DRUG3,TRIAGDX,DISD,DISRSN,MODAL,MODST,MODEND"

    /// Runs a command on a treatment extract with a nearly correct column name and an unknown one.
    private func outcome(of command: String, file: String) async throws -> BuiltProgram.Outcome {
        try await Repository.withTemporaryFolder { folder in
            let path = folder + "/in/" + file
            let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try (Self.header + ",Jekyll\n1,2,3\n").write(toFile: path, atomically: true, encoding: .utf8)
            return try BuiltProgram(folder: folder).run(command)
        }
    }

    @Test(
        "Commands name columns by their places", arguments: ["treatment/a.csv", "a.csv"],
        [
            "$SHP suggest $ROOT/Pipelines/shp-performance.yaml --input in --verbose",
            "$SHP status $ROOT/Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input in --log-format json",
            "$SHP validate in/$(cd in && find -name '*.csv') --definition $ROOT/Pipelines/shp-performance.yaml --format json",
        ])
    func named(file: String, command: String) async throws {
        let outcome = try await outcome(of: command, file: file)
        let all = outcome.output + outcome.messages
        #expect(all.contains("column 13"), "\(all)")
        #expect(!all.contains("TRIAGDX") && !all.contains("Jekyll"), "\(all)")
    }

    @Test(
        "Suggestions that are asked for by a file name them, for the user alone",
        arguments: ["treatment/a.csv", "a.csv"])
    func suggested(file: String) async throws {
        let outcome = try await outcome(
            of: """
                touch labels.patch && chmod 644 labels.patch && \
                $SHP suggest $ROOT/Pipelines/shp-performance.yaml --input in --output labels.patch && \
                grep -c "^+.*TRIAGDX" labels.patch && stat -c %a labels.patch
                """, file: file)
        #expect(outcome.output == "1\n600\n")
        #expect(outcome.messages.contains("mode 0600") && !outcome.messages.contains("TRIAGDX"))
    }
}
