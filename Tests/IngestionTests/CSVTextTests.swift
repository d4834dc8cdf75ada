import Ingestion
import Testing

@Suite struct CSVTextTests {
    private func text(_ text: String, limit: Int = .max) -> CSVText { CSVText(Array(text.utf8), limit: limit) }

    @Test("Rows have their physical line; quoted line breaks and blank lines are counted")
    func lines() {
        let table = text("a,b\n\n\"x\ny\",2\r\n3,\"p\rq\"\n4,5")
        #expect(table.rows.map(\.fields) == [["a", "b"], ["x\ny", "2"], ["3", "p\rq"], ["4", "5"]])
        #expect(table.rows.map(\.line) == [1, 3, 5, 6])
        #expect(table.malformedLine == nil)
    }

    @Test(
        "A stray or an unclosed quote stops the reading at its row's line",
        arguments: ["a\n\"x\ny\"\n1\"\n2\n", "a\n\"x\ny\"\n\"1\n2\n"])
    func malformed(text: String) {
        let table = self.text(text)
        #expect(table.malformedLine == 4)
        #expect(table.rows.map(\.fields) == [["a"], ["x\ny"]])
    }

    @Test("Reading stops at the limit, so that faults after it are not found")
    func limit() {
        let table = text("a\n1\n\"\n", limit: 2)
        #expect(table.rows.count == 2)
        #expect(table.malformedLine == nil)
        #expect(text("").rows.isEmpty)
        #expect(text("a", limit: 1).rows.map(\.fields) == [["a"]])
    }
}
