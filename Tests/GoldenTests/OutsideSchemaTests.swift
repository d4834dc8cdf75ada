import FoundationEssentials
import PipelineEngine
import Suggestions
import Testing

/// Suggestions for files that a patch to the definition's folder cannot change, such as the schemas of a base
/// definition.
@Suite("Suggestions for files outside of the definition's folder")
struct OutsideSchemaTests {
    /// Returns the suggestions for a data.police.uk file with the header, for a definition that extends the shipped
    /// one. Then returns them again after the suggested line has been written, with the name in place of `NAME`.
    private func suggestions(header: String, name: String) async throws -> (first: [String], second: [String]) {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            try FileManager.default.createDirectory(
                atPath: folder + "/own/landing", withIntermediateDirectories: true)
            let definition = folder + "/own/own.yaml"
            try "extends: ../Pipelines/police-uk-street.yaml\npipeline: own\n".write(
                toFile: definition, atomically: true, encoding: .utf8)
            let row = StreetLanding.Row().line
            try "\(header)\r\n\(row)\r\n".write(
                toFile: folder + "/own/landing/2023-04-street.csv", atomically: true, encoding: .utf8)
            func remarks() async throws -> [String] {
                let patch = try await SuggestedPatch.of(
                    definition: definition, input: folder + "/own/landing", threads: 1, namingHidden: true)
                #expect(patch.text.isEmpty)
                return patch.remarks
            }
            let first = try await remarks()
            for remark in first { try Self.write(remark, name: name) }
            return (first, try await remarks())
        }
    }

    /// Makes the change that the remark describes: `in FILE replace line 12: TEXT`, or `add a line below line 12:
    /// TEXT`.
    private static func write(_ remark: String, name: String) throws {
        let pattern = /by hand: in (.+?\.yaml) (replace line|add a line below line) (\d+)(?: \(NAME is .+?\))?: (.*)/
        let match = try #require(remark.firstMatch(of: pattern), "\(remark)")
        let (path, number) = (String(match.1), try #require(Int(match.3)))
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        let text = String(match.4).replacing("NAME", with: name)
        if match.2 == "replace line" { lines[number - 1] = text } else { lines.insert(text, at: number) }
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test("A remark names the file, the line and its new text, which makes the name known")
    func line() async throws {
        let header = StreetLanding.header.replacing("Falls within", with: "Falls withn")
        let (first, second) = try await suggestions(header: header, name: "")
        #expect(first.count == 1)
        #expect(first.first?.contains("Falls withn") == true, "\(first)")
        #expect(first.first?.contains("/Pipelines/Schemas/police-uk-street.yaml ") == true, "\(first)")
        #expect(second == [])
    }

    @Test("A name that may be personal data is not in the remark, which says where it stands in the file")
    func hidden() async throws {
        let header = StreetLanding.header.replacing("Crime type", with: "Crime typo")
        let (first, second) = try await suggestions(header: header, name: "Crime typo")
        #expect(first.count >= 1)
        #expect(!first.contains { $0.contains("typo") }, "\(first)")
        #expect(first.contains { $0.contains("(NAME is the name of column 10)") }, "\(first)")
        #expect(second == [])
    }
}
