import Testing

@Suite("The judge of sentences")
struct SentenceJudgeTests {
    private static let values = AwkwardValues(name: "St Helens'", file: "in/a, b.csv", number: 1)

    @Test(
        "Wrong texts are found",
        arguments: [
            "the user is told", "1 rows are at fault", "2 row is at fault", "-1 files are there", "a  blank",
            "a blank , here",
            "it is an row", "it is a area", "it ends with a stop.", "it asks for things", "in  it",
            "a message has so many words that nobody can read it once and know what it says, since it goes on and on and on "
                + "without an end",
            "first; a message has so many words that nobody can read it once and know what it says, since it goes on and on "
                + "and on without an end",
        ])
    func wrong(text: String) { #expect(!SentenceJudge(Self.values).problems(text, .message).isEmpty) }

    @Test(
        "Correct texts have no problems",
        arguments: [
            "1 row is at fault", "-1 row", "1,001 rows", "a unit, a one and a usual one", "an hour and an area",
            "in/a, b.csv: 'St Helens'': the value is not one of those that the schema lists",
            "the column 'tells and told' is there", "did you mean 'St Helens'', 'St Helens'' or 'St Helens''?",
            "one two three four five six seven eight nine ten eleven twelve thirteen; one two three four five six seven eight "
                + "nine ten eleven twelve thirteen",
        ])
    func right(text: String) { #expect(SentenceJudge(Self.values).problems(text, .message) == []) }

    @Test("A sentence has a full stop, and a semicolon does not end it")
    func sentence() {
        let judge = SentenceJudge(Self.values)
        #expect(judge.problems("It is there", .sentence) == ["it ends with 'e'"])
        #expect(judge.problems("It is there.", .sentence) == [])
        let half = Array(repeating: "word", count: 13).joined(separator: " ")
        #expect(judge.problems("\(half); \(half).", .sentence).count == 1)
        #expect(judge.problems("\(half). \(half).", .sentence) == [])
    }
}
