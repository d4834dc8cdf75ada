import FoundationEssentials
import PipelineEngine
import Suggestions
import Testing

/// Codes that are equally near, so that none can be chosen.
@Suite("Suggestions for codes that are equally near to several")
struct TiedCodeTests {
    /// Returns the suggestions for a log in which all closing codes are the same, by the shipped definition after a
    /// change to its list of codes.
    private static func suggestion(_ code: String, _ change: (String) -> String = { $0 }) async throws -> SuggestedPatch
    {
        try await Repository.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let list = folder + "/Pipelines/Reference/asb-codes.csv"
            let text = try String(contentsOfFile: list, encoding: .utf8)
            try change(text).write(toFile: list, atomically: true, encoding: .utf8)
            let rows = (1...20).map { number in
                "190401-\(10_000 + number),\(number < 10 ? "0" : "")\(number)/04/2019 10:00,AS21,\(code),A Street,E01011949"
            }
            let header = "incident_number,created,opening_code,closing_code,location,lsoa"
            let log = ([header] + rows).map { $0 + "\n" }.joined()
            try FileManager.default.createDirectory(atPath: folder + "/in/asb", withIntermediateDirectories: true)
            try log.write(
                toFile: folder + "/in/asb/2019-07-10_asb_cleveland_2019-20-Q1.csv", atomically: true, encoding: .utf8)
            return try await SuggestedPatch.of(
                definition: folder + "/Pipelines/shp-performance.yaml", input: folder + "/in", threads: 1,
                namingHidden: true)
        }
    }

    @Test("Of codes of different groups that are equally near none is proposed: all are named, with the file")
    func tie() async throws {
        let patch = try await Self.suggestion("AS29")
        #expect(patch.text.isEmpty, "\(patch.text)")
        let remark = try #require(patch.remarks.first { $0.contains("'AS29' is unknown") }, "\(patch.remarks)")
        #expect(
            remark.hasSuffix(
                "and codes of different groups are equally similar: 'AS21' (group 'personal'), 'AS22' (group 'nuisance'), "
                    + "'AS23' (group 'environmental'); ask what the code stands for, and add it to Reference/asb-codes.csv by hand"
            ),
            "\(remark)")
    }

    @Test("Codes of one group that are equally near, and one that is nearer than all others, are proposed")
    func noTie() async throws {
        let one = try await Self.suggestion("AS29") {
            $0.replacing(",nuisance,", with: ",personal,").replacing(",environmental,", with: ",personal,")
        }
        #expect(one.text.contains("+AS29,Personal,personal,"), "\(one.text) \(one.remarks)")
        let nearer = try await Self.suggestion("ASB Nuisanc")
        #expect(nearer.text.contains("+ASB Nuisanc,Nuisance,nuisance,"), "\(nearer.text) \(nearer.remarks)")
    }
}
