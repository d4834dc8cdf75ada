import Core
import Foundation
import Releases
import TestSupport
import Testing

@Suite("The text of a manifest")
struct ManifestTextTests {
    private static func encoded(_ manifest: Manifest) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(manifest)) + [10]
    }

    private static let texts = [
        "", "a/b.csv", "a \"quoted\" name", "back\\slash", "tab\tand\nline", "\u{1}\u{1F}\u{7F}", "é \u{2028} 😀",
        "  \"inputs\" : [",
        "e\u{301}",
    ]

    private static func input(_ random: inout SeededGenerator) -> ManifestInput {
        func text() -> String { texts.randomElement(using: &random) ?? "" }
        func number() -> Int { Int.random(in: 0...12_000, using: &random) }
        var rows = RowAccount()
        (rows.read, rows.accepted, rows.duplicate, rows.superseded) = (number(), number(), number(), number())
        (rows.cancelled, rows.corrected, rows.blankLines) = (number(), number(), number())
        (rows.titleLines, rows.totalsRows, rows.repeatedHeaders, rows.footerLines) = (number(), 0, 1, number())
        for rule in FindingRule.allCases.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
            rows.quarantined[rule] = number()
        }
        for reason in OutOfScope.allCases.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
            rows.outOfScope[reason] = number()
        }
        let groups = Dictionary(
            (0..<Int.random(in: 0...4, using: &random)).map { _ in (text(), number()) },
            uniquingKeysWith: { first, _ in first })
        return ManifestInput(
            source: text(), file: text(), takenBy: "name", schema: text(), sha256: text(), bytes: number(),
            delivered: Bool.random(using: &random) ? CalendarDate(day: 18_077) : nil, encoding: .utf8,
            encodingDecidedBy: "valid", delimiter: [",", "\t", ";"].randomElement(using: &random) ?? ",", headerLine: 1,
            unknownColumns: (0..<Int.random(in: 0...3, using: &random)).map { _ in text() },
            trailingEmptyColumns: number(), paddedRows: number(), endsWithLineBreak: Bool.random(using: &random),
            rows: Bool.random(using: &random) ? rows : nil,
            acceptedByCategoryGroup: Bool.random(using: &random) ? groups : nil)
    }

    @Test("Extracts are written as the encoder writes them", arguments: 0..<40)
    func sameBytes(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let inputs = (0..<seed % 5).map { _ in Self.input(&random) }
        var manifest = Manifest(
            pipeline: "a", quarter: "2019-20-Q1", releaseID: Self.texts[seed % Self.texts.count],
            program: .init(name: "shp", version: "1"), definition: .init(files: []), inputs: inputs,
            leftOut: [.init(file: Self.texts[seed % Self.texts.count], reason: "unclaimed-file")])
        manifest.confidentialSources = seed % 2 == 0 ? nil : ["\"inputs\" : ["]
        let text = try manifest.json()
        #expect(text == (try Self.encoded(manifest)))
        #expect(try JSONDecoder().decode(Manifest.self, from: Data(text)) == manifest)
    }
}
