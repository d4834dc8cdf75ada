import CSV
import FoundationEssentials
import Releases
import Testing

@Suite("The data package of a release")
struct DataPackageTests {
    private let tables: [any DescribedCSV] = {
        var tables: [any DescribedCSV] = MadeUpTables.all.map(TableCSV.init)
        tables.append(FiguresCSV(MadeUpTables.all))
        tables.append(DataQualityCSV(quality: MadeUpRelease.quality))
        tables.append(DataDictionaryCSV(of: tables))
        return tables
    }()

    @Test("Every column in the header of a CSV file is described with its meaning")
    func columnsAreThoseOfTheFile() {
        for table in tables {
            let header = String(decoding: table.bytes.prefix { $0 != 0x0D }, as: UTF8.self)
            #expect(header.hasPrefix(table.columns[0].name))
            #expect(table.columns.allSatisfy { !$0.meaning.isEmpty && !$0.source.isEmpty })
        }
        // One row for each column, and the header.
        let lines = tables.last.map { $0.bytes.count { $0 == 0x0A } }
        #expect(lines == tables.map(\.columns.count).reduce(1, +))
    }

    @Test("A key is stated only when it distinguishes all rows")
    func keysAreTrue() throws {
        #expect(FiguresCSV(MadeUpTables.all).key.count == 6 || FiguresCSV(MadeUpTables.all).key.isEmpty)
        #expect(FiguresCSV([MadeUpTables.force, MadeUpTables.force]).key.isEmpty)
        #expect(TableCSV(MadeUpTables.indicators).key == ["Indicator"])
    }

    @Test("A column of targets is words, all other columns of figures are numbers")
    func kinds() {
        let columns = TableCSV(MadeUpTables.indicators).columns
        for column in columns where !column.name.hasSuffix(" status") && !column.name.hasSuffix(" unit") {
            let isWords = ["Objective", "Indicator", "Target 2019/20"].contains(column.name)
            #expect(column.kind == (isWords ? .string : .number), "\(column.name)")
        }
    }

    @Test("The package names every file with its length and hash, and has no times")
    func resources() throws {
        let written = tables.map { Manifest.Output(file: $0.file, bytes: $0.bytes.count, sha256: "ab") }
        let package = DataPackage(
            try MadeUpRelease.release(), tables,
            written: Dictionary(uniqueKeysWithValues: written.map { ($0.file, $0) }))
        let json = String(decoding: try package.json(), as: UTF8.self)
        for file in written {
            #expect(json.contains("\"path\" : \"\(file.file)\""))
            #expect(json.contains("\"bytes\" : \(file.bytes)"))
        }
        #expect(!json.contains("created"))
    }
}
