import Core
import Ingestion
import Testing

@Suite struct HeaderBindingTests {
    private static let schema = TableSchema(
        name: "crime", title: "Crime",
        fields: [
            SchemaField(name: "crime_reference", role: .identifier, aliases: ["URN"]),
            SchemaField(name: "LSOA code", role: .lsoa, aliases: ["LSOA", "Área"]),
            SchemaField(name: "notes"),
        ], missingValues: [""], records: .events, fallbackEncoding: .windows1252, delimiters: [44, 59])

    private func read(_ text: String) throws -> Captured { try Landing().read(Array(text.utf8), Self.schema, .fast) }

    @Test(
        "Columns bind by name or alias, in any order, whatever their case, blanks or underscores",
        arguments: [
            "crime_reference,LSOA code\n1,E01\n", "LSOA,URN\nE01,1\n", "urn,lsoa_code\n1,E01\n",
            "Crime Reference ,  lsoa CODE\n1,E01\n",
            "CRIME REFERENCE;LSOA_CODE\n1;E01\n", "\"URN\",\"LSOA\"\r\n\"1\",\"E01\"\r\n", "URN,Área\n1,E01\n",
            "\n\nURN,LSOA\n1,E01\n", "URN,LSOA\u{A0} code\u{A0}\n1,E01\n", "crime\u{A0}reference,LSOA  code\n1,E01\n",
        ])
    func binds(text: String) throws { #expect(try read(text).texts == [["1", "E01", "–"]]) }

    @Test("An exact name takes precedence over a name that is only similar")
    func exactWins() throws {
        #expect(try read("urn,crime_reference,LSOA\nx,1,E01\n").texts == [["1", "E01", "–"]])
    }

    @Test("A column that is not needed may be present or absent, and unknown columns are named")
    func unneeded() throws {
        let captured = try read("URN,notes,LSOA,weather,\n1,n,E01,wet,\n")
        #expect(captured.texts == [["1", "E01", "–"]])
        #expect(captured.reading?.unknownColumns.map(\.label) == ["weather"])
        #expect(captured.reading?.trailingEmptyColumns == 1)
    }

    @Test("A column without a name between others is unknown, by its place")
    func nameless() throws {
        let captured = try read("URN,,LSOA\n1,x,E01\n")
        #expect(captured.texts == [["1", "E01", "–"]])
        #expect(captured.reading?.unknownColumns.map(\.label) == ["column 2, without a name"])
    }

    @Test(
        "Two columns for one field are ambiguous",
        arguments: ["URN,crime_reference,LSOA\n1,2,3\n", "URN,URN,LSOA\n1,2,3\n", "urn,Urn,LSOA\n1,2,3\n"])
    func ambiguous(text: String) throws {
        guard case .ambiguousColumn("a.csv", "crime_reference", let headers, _) = try read(text).extractError else {
            Issue.record("not refused as ambiguous")
            return
        }
        #expect(headers.count == 2)
    }

    @Test("A missing column is named with its aliases and the nearest column of the file")
    func missing() throws {
        guard
            case .missingColumns("a.csv", "crime", let missing, let found, _) = try read("URN,LSAO\n1,E01\n")
                .extractError
        else {
            Issue.record("not refused")
            return
        }
        #expect(missing.map(\.field) == ["LSOA code"])
        #expect(missing.first?.aliases == ["LSOA", "Área"])
        #expect(missing.first?.nearest == "LSAO")
        #expect(found.map(\.text) == ["URN", "LSAO"])
    }

    @Test("A file with another delimiter is refused with a message about the columns that it has")
    func missingWithOtherDelimiter() throws {
        guard case .missingColumns(_, _, let missing, let found, _) = try read("URN;LSAO;x\n1;E01;2\n").extractError
        else {
            Issue.record("not refused")
            return
        }
        #expect(found.map(\.text) == ["URN", "LSAO", "x"])
        #expect(missing.map(\.nearest) == ["LSAO"])
    }

    @Test("A header in Windows-1252 is matched by its letters, and the file is read in that encoding")
    func windows1252Header() throws {
        let bytes = Array("URN,".utf8) + [0xC1] + Array("rea\n1,E01\n".utf8)
        let captured = try Landing().read(bytes, Self.schema, .fast)
        #expect(captured.texts == [["1", "E01", "–"]])
        #expect(captured.reading?.encoding == .windows1252)
    }

    @Test("A file is UTF-8 only when its header is, too")
    func windows1252UnknownColumn() throws {
        let bytes = Array("URN,LSOA,accessibilit".utf8) + [0xE9] + Array("\n1,E01,x\n".utf8)
        let captured = try Landing().read(bytes, Self.schema, .fast)
        #expect(captured.reading?.encodingDecidedBy == "schema")
        #expect(captured.reading?.unknownColumns.map(\.label) == ["accessibilité"])
    }

    @Test("Blank lines before the header, and breaks in its quotes, count", arguments: ParserMode.allCases)
    func headerLines(mode: ParserMode) throws {
        let captured = try Landing().read(Array("\n\n\"URN\",LSOA,\"x\r\ny\"\n1,E01,2\n".utf8), Self.schema, mode)
        #expect(captured.reading?.headerLine == 3)
        #expect(captured.reading?.blankLines == 2)
        #expect(captured.rows.map(\.line) == [5])
        let lone = try Landing().read(Array("URN,LSOA,\"x\ry\"\n1,E01,2\n".utf8), Self.schema, mode)
        #expect(lone.rows.map(\.line) == [2])
    }
}
