import Core
import Evaluation
import FoundationEssentials
import Testing

@Suite("Wrong groups cannot go unnoticed")
struct GroupSwapTests {
    @Test(
        "Swapping the groups of two codes changes a figure, or how many rows of an extract count in each group",
        arguments: [
            ("8N", "105A"), ("1", "4.4"), ("4.10", "4.2"), ("19C", "17A"), ("34A", "34B"), ("28E", "30C"),
            ("58A", "58B"),
            ("92A", "92C"), ("9A", "66"), ("37.1", "37.2"), ("8L", "3B"), ("45", "44"),
        ])
    func swap(_ first: String, _ second: String) async throws {
        let original = try await SampleRun.evaluate()
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let isSwapped = try Self.swapGroups(first, second, in: folder + "/Pipelines/Reference/offence-codes.csv")
            let swapped = try await SampleRun.evaluate(definition: folder + "/Pipelines/shp-performance.yaml")
            let isNoticed =
                swapped.figuresByKey != original.figuresByKey || swapped.acceptedByGroup != original.acceptedByGroup
            // Codes of the same group are the control: swapping them must change nothing.
            #expect(isNoticed == isSwapped)
        }
    }

    /// Swaps the groups of two codes; returns false when both are in the same group.
    private static func swapGroups(_ first: String, _ second: String, in path: String) throws -> Bool {
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        func index(_ code: String) throws -> Int { try #require(lines.firstIndex { $0.hasPrefix(code + ",") }) }
        func group(_ line: String) throws -> String {
            // Aliases and the three columns of time follow the group.
            try #require(line.split(separator: ",", omittingEmptySubsequences: false).dropLast(4).last.map(String.init))
        }
        let (a, b) = (try index(first), try index(second))
        let (groupA, groupB) = (try group(lines[a]), try group(lines[b]))
        lines[a] = lines[a].replacing(",\(groupA),", with: ",\(groupB),")
        lines[b] = lines[b].replacing(",\(groupB),", with: ",\(groupA),")
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return groupA != groupB
    }
}
