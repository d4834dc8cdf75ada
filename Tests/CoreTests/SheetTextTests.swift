import Core
import Testing

@Suite("Text and columns as other programs write them")
struct SheetTextTests {
    @Test(
        "Columns are named as spreadsheets name them",
        arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func letters(column: Int, name: String) { #expect(ColumnLetters.of(column) == name) }

    @Test("Special characters of XML become entities, and characters that XML cannot have are replaced")
    func escaped() {
        #expect(XMLText.escaped("<&\">") == "&lt;&amp;&quot;&gt;")
        // The `<` and the accent over it are one `Character`.
        #expect(XMLText.escaped("<\u{301}\u{1B}\u{FFFE}\r\n\té") == "&lt;\u{301}\u{FFFD}\u{FFFD}\r\n\té")
    }
}
