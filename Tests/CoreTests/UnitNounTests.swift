import Core
import Testing

@Suite("Nouns beside numbers")
struct UnitNounTests {
    @Test(
        "Only 1 takes the singular",
        arguments: [
            ("1", "crimes", "crime"), ("2", "crimes", "crimes"), ("0", "crimes", "crimes"), ("1", "families", "family"),
            ("1", "young people", "young person"), ("1", "addresses", "address"), ("1.0", "crimes", "crimes"),
        ])
    func words(digits: String, plural: String, expected: String) {
        #expect(UnitNoun(plural: plural).words(beside: digits) == expected)
    }
}
