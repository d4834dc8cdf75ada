import Core
import TestSupport
import Testing

@Suite("Patterns that are matched in linear time")
struct LinearPatternTests {
    @Test(
        "These patterns match what regular expressions match",
        arguments: [
            "(a|b)*c", "a{2,3}", "(ab|a)(bc|c)?", "[^a]b+", "^a.c$", "(?:a|)b*", "a+?b", "(a*)*b", "((a|b){1,2}c){2}",
            "\\d+\\s?\\w*", "[a-c\\d]{2,}", "(a?){3}a{3}", "a||b", "[\\]a]+", "\\.\\*",
        ])
    func agrees(pattern: String) throws {
        let linear = try #require(LinearPattern(pattern))
        let regex = try Regex(pattern)
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<2000 {
            let length = Int.random(in: 0...6, using: &generator)
            let letters = (0..<length).map { _ in
                ["a", "b", "c", "1", " ", ".", "*", "]"].randomElement(using: &generator)
            }
            let text = letters.compactMap { $0 }.joined()
            #expect(try linear.matches(text) == (regex.wholeMatch(in: text) != nil), "\(pattern) on '\(text)'")
        }
    }

    @Test("No text takes a long time", arguments: ["(a+)+$", "(a|a)*b", "(a|aa)+c", "(.*)*x", "(a?){30}a{30}"])
    func linear(pattern: String) throws {
        let linear = try #require(LinearPattern(pattern))
        let took = ContinuousClock().measure {
            #expect(!linear.matches(String(repeating: "a", count: 2_000) + "!"))
        }
        #expect(took < .seconds(5))
    }

    @Test(
        "A pattern that needs more than linear time is refused, and so is a text that is not a pattern",
        arguments: [
            "(a)\\1", "(?=a)b", "(?<!a)b", "a++", "(?i)a", "[a", "(a", "a)", "*a", "a{3,2}",
            "((a{1,100}){1,100}){1,100}",
            "\\bword", "[A-C&&B-D]{2}", "a{99999999999999999999}",
        ])
    func refused(pattern: String) { #expect(LinearPattern(pattern) == nil) }
}
