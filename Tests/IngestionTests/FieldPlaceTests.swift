import Ingestion
import Testing

@Suite struct FieldPlaceTests {
    /// Returns the place of each field in the last row, as `line:column`.
    private static func places(_ text: String, delimiter: UInt8 = 44) -> [String] {
        let bytes = Array(text.utf8)
        let read = CSVText(bytes, delimiter: delimiter)
        let row = read.rows.count - 1
        return read.rows[row].fields.indices.map { field in
            let place = read.place(ofField: field, inRow: row, of: bytes, delimiter: delimiter)
            return "\(place.line):\(place.column)"
        }
    }

    @Test(
        "A field has the line and the character at which it starts",
        arguments: [
            ("a,b\n1,2\n", ["2:1", "2:3"]), ("a,b\r\n\r\n12,345\r\n", ["3:1", "3:4"]),
            ("a,b,c\n\"1,5\",2,3\n", ["2:1", "2:7", "2:9"]), ("a,b,c\n\"1\"\"\",é2,3", ["2:1", "2:7", "2:10"]),
            ("a,b,c\n\"x\ny\",2,3\n", ["2:1", "3:4", "3:6"]), ("a,b\n,\n", ["2:1", "2:2"]),
        ])
    func places(text: String, expected: [String]) { #expect(Self.places(text) == expected) }

    @Test("Other delimiters separate fields, too")
    func delimiter() { #expect(Self.places("a;b\n1,5;2\n", delimiter: 59) == ["2:1", "2:5"]) }
}
