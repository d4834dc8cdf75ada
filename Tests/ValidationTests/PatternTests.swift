import Core
import TestSupport
import Testing
import Validation

@Suite struct PatternTests {
    static let patterns = [
        "[A-Z]{2}[0-9]{2}/[0-9]{6}", "[EW]01[0-9]{6}", "[0-9a-f]{64}", "[0-9a-f]{4}", "A", "", "AB", "[A-C]", "[A-]",
        "[-A]",
        "[A-C][0-2]{2}", "A{3}", "A{0}B", "[A B]{2}", "[A&B]{2}", "A-B", "A}",
        "[0-9]{2}-[0-9]{2}",
        "A{1}B{2}", "[/]{2}", "[A-C]{2,3}", "[^A]{2}", "A|B", "A?B", "[AB]+", "A.B", "(AB){2}", "\\d{2}",
        "[A-C]\\.[0-2]", "A*",
        "[.]{2}", "[+*?]{2}", "[A-CB-D0-1]{2}", "^AB$",
    ]

    /// Texts in the neighbourhood of the pattern, and others.
    private static func texts(_ pattern: String, _ generator: inout SeededGenerator) -> [String] {
        let alphabet: [String] = [
            "A", "B", "C", "D", "0", "1", "2", "9", "/", "-", "&", "}", ".", "+", " ", "a", "f", "é", "\u{0}",
        ]
        var texts = [
            "", "A", "AB", "AAA", "B", "A}", "A-B", "ABAB", "ABB", "AB19/000001", "E01000001", "A&", "-A", "--", "..",
            "A\n",
        ]
        for _ in 0..<600 {
            let length = Int.random(in: 0...5, using: &generator)
            texts.append((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined())
        }
        texts.append(String(repeating: "0a", count: 32))
        return texts
    }

    @Test("A field's pattern accepts the same texts as the whole regular expression", arguments: patterns)
    func agrees(pattern: String) throws {
        var generator = SeededGenerator(seed: UInt64(pattern.utf8.count))
        let regex = try Regex(pattern)
        let texts = Self.texts(pattern, &generator)
        for role in [FieldRole.identifier, .agency] {
            // Here no text stands for a missing value.
            let field = SchemaField(name: "x", constraints: .with { $0.pattern = pattern }, role: role)
            let schema = TableSchema.of([field], missing: [])
            var validator = BatchValidator(schema: schema)
            let faults = Set(validator.faults(in: MadeUpBatches(schema).batch(texts.map { [$0] })).map(\.row))
            for (row, text) in texts.enumerated() {
                let isMatch = try regex.wholeMatch(in: text) != nil
                guard faults.contains(row) == isMatch else { continue }
                Issue.record("\(pattern) on \(text.debugDescription) as \(role): the expression says \(isMatch)")
                return
            }
        }
    }
}
