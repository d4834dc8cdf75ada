import Core
import Ingestion
import Testing

@Suite struct HeaderFitTests {
    private static func schema(_ fields: [SchemaField], closed: Bool = false) -> TableSchema {
        var schema = TableSchema(
            name: "made-up", title: "Made up", fields: fields, missingValues: [""], records: .events,
            delimiters: [44, 59])
        schema.otherColumns = closed ? .refused : .leftOut
        return schema
    }

    private static let needed = SchemaField(name: "URN", role: .identifier, aliases: ["Ref"])
    private static let other = SchemaField(name: "notes")

    private func fit(_ text: String, _ schema: TableSchema) throws -> HeaderFit {
        try OpenedExtract(file: try Landing().land(Array(text.utf8)), schema: schema).fit
    }

    @Test("The fit counts the columns that bind, needed or not, and the columns that are left over")
    func counts() throws {
        let schema = Self.schema([Self.needed, Self.other])
        #expect(try fit("URN,notes,weather\n1,2,3\n", schema) == HeaderFit(bound: 2, unknown: 1))
        #expect(try fit("weather;Ref\n1;2\n", schema) == HeaderFit(bound: 1, unknown: 1))
    }

    @Test("More bound columns fit better; with equally many, fewer unknown columns fit better")
    func order() {
        #expect(HeaderFit(bound: 1, unknown: 0) < HeaderFit(bound: 2, unknown: 9))
        #expect(HeaderFit(bound: 2, unknown: 1) < HeaderFit(bound: 2, unknown: 0))
        #expect(!(HeaderFit(bound: 2, unknown: 1) < HeaderFit(bound: 2, unknown: 1)))
    }

    @Test("A format that refuses other columns allows only a column without a name")
    func closed() throws {
        let schema = Self.schema([Self.needed, Self.other], closed: true)
        #expect(try fit("Ref,notes\n1,2\n", schema) == HeaderFit(bound: 2, unknown: 0))
        #expect(try fit("Ref,\n1,2\n", schema).bound == 1)
        #expect(try fit("Ref,,notes\n1,2,3\n", schema).bound == 2)
        let others = [("weather", 0), ("wind", 2)].map {
            HeaderName($0.0, column: $0.1, isKnown: false, sensitive: false)
        }
        #expect(throws: ExtractError.otherColumns(file: "a.csv", schema: "made-up", columns: others)) {
            try fit("weather,Ref,wind\n1,2,3\n", schema)
        }
    }
}
