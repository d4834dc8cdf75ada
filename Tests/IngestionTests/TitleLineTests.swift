import Core
import Ingestion
import Testing

@Suite struct TitleLineTests {
    private static let schema = TableSchema(
        name: "crime", title: "Crime",
        fields: [
            SchemaField(name: "crime_reference", role: .identifier, aliases: ["URN"]),
            SchemaField(name: "LSOA code", role: .lsoa, aliases: ["LSOA"]),
            SchemaField(name: "category", role: .category),
            SchemaField(name: "notes"),
        ], missingValues: [""], records: .events, fallbackEncoding: .windows1252, delimiters: [44, 59])

    private func read(_ text: String, _ mode: ParserMode = .fast) throws -> Captured {
        try Landing().read(Array(text.utf8), Self.schema, mode)
    }

    private static let table = "URN,LSOA,category\n1,E01,x\n"

    @Test(
        "A line above the header is a title, whatever it looks like",
        arguments: [
            ("Recorded crime\n", [1]), ("Crime,April,,\nDraft\n", [1, 2]),
            ("\"Crime, by \"\"LSOA\"\"\",,\n\n", [1]), ("\n\nPrinted 5\" wide\n", [3]), ("\"never closed\n", [1]),
            ("\"two\nlines\"\n", [1]), (",,\n", [1]), ("sep=,\r\n", [1]), ("URN\nthe reference\n", [1, 2]),
        ])
    func titles(above: String, lines: [Int]) throws {
        let physical = above.count { $0.isNewline }
        for mode in ParserMode.allCases {
            let captured = try read(above + Self.table, mode)
            let reading = try #require(captured.reading)
            #expect(reading.titles.map(\.line) == lines)
            #expect(reading.headerLine == physical + 1)
            #expect(reading.blankLines + reading.titles.reduce(0) { $0 + $1.lines } == physical)
            #expect(captured.rows.map(\.line) == [physical + 2])
        }
    }

    @Test("A file with a title in Windows-1252 is read in that encoding")
    func encoding() throws {
        let captured = try Landing().read([0xA3, 10] + Array(Self.table.utf8), Self.schema, .fast)
        #expect(captured.reading?.titles.map(\.line) == [1])
        #expect(captured.reading?.encodingDecidedBy == "schema")
    }

    @Test("Only a limited number of lines above the header can be titles")
    func limit() throws {
        #expect(try read(String(repeating: "x\n\n", count: 19) + Self.table).reading?.titles.count == 19)
        #expect(try read(String(repeating: "x\n", count: 20) + Self.table).extractError != nil)
    }

    @Test("The refusal is about the line that has the most known columns, and names that line")
    func extractError() throws {
        guard
            case .missingColumns(_, _, let missing, let found, let line) = try read(
                "Crime\n\nURN,LSAO,category\n1,2,3\n"
            ).extractError
        else {
            Issue.record("not refused for its columns")
            return
        }
        #expect(missing.map(\.field) == ["LSOA code"])
        #expect(found.map(\.text) == ["URN", "LSAO", "category"])
        #expect(line == 3)
    }

    @Test("A header that lacks a column, and the rows below it, are not taken for titles of a later header")
    func twoHeaders() throws {
        guard case .missingColumns(_, _, _, _, 1) = try read("URN,LSAO,category\n1,E01,x\n" + Self.table).extractError
        else {
            Issue.record("rows were taken for titles")
            return
        }
    }

    @Test("A header with another delimiter is found below a title")
    func delimiter() throws {
        let captured = try read("a,b,c\nURN;LSOA;category\n1;E01;x\n")
        #expect(captured.texts == [["1", "E01", "x", "–"]])
        #expect(captured.reading?.delimiter == 59)
    }
}
