import Core
import Foundation
import Ingestion
import Testing

/// The published CSV suites, if they are in a folder beside the repository.
@Suite(.enabled(if: CSVSuites.areThere, "there are no csv-suites beside the repository"))
struct CSVSuiteTests {
    private static let root = CSVSuites.root

    private static func file(_ name: String) throws -> [UInt8] {
        Array(try #require(FileManager.default.contents(atPath: root.appendingPathComponent(name).path)))
    }

    private static func schema(_ columns: [String], delimiter: UInt8 = 44) -> TableSchema {
        TableSchema(
            name: "suite", title: "Suite", fields: columns.map { SchemaField(name: $0, role: .agency) },
            missingValues: [],
            records: .events, fallbackEncoding: .windows1252, delimiters: [delimiter])
    }

    @Test(
        "csv-spectrum: values equal the published JSON",
        arguments: [
            "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
            "quotes_and_newlines", "simple", "simple_crlf", "utf8",
        ])
    func spectrum(name: String) throws {
        let bytes = try Self.file("csv-spectrum/csvs_\(name).csv")
        let json = try Self.file("csv-spectrum/json_\(name).json")
        var expected = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [[String: String]])
        if !bytes.contains(13) {
            // If the line breaks of a copy were changed in transit, they were also changed in its values.
            expected = expected.map { $0.mapValues { $0.replacing("\r\n", with: "\n") } }
        }
        let columns = try #require(expected.first?.keys.sorted())
        for mode in ParserMode.allCases {
            let captured = try Landing().read(bytes, Self.schema(columns), mode)
            #expect(captured.texts == expected.map { row in columns.map { row[$0] ?? "" } })
            #expect(captured.rejects.isEmpty)
        }
    }

    @Test("csv-spectrum: a quote inside an unquoted value breaks RFC 4180 and is reported")
    func spectrumCoordinates() throws {
        let bytes = try Self.file("csv-spectrum/csvs_location_coordinates.csv")
        let columns = ["Contact Phone Number", "Location Coordinates", "Cities", "Counties"]
        for mode in ParserMode.allCases {
            let captured = try Landing().read(bytes, Self.schema(columns), mode)
            #expect(captured.rejects.map(\.rule) == [.malformedQuoting])
            #expect(captured.rows.isEmpty)
        }
    }

    @Test(
        "tabulator: files from every program are read with their values",
        arguments: [
            ("bom", ["id", "name"], [["1", "english"], ["2", "中国人"]]),
            ("latin1", ["id", "name"], [["1", "english"], ["2", "©"]]),
            ("long", ["id", "name"], [["1", "a"], ["2", "b"], ["3", "c"], ["4", "d"], ["5", "e"], ["6", "f"]]),
            ("skip-blank-at-the-end", ["test1", "test2"], [["1", "2"]]),
            ("skip-rows-before-headers", ["id", "name"], [["1", "english"], ["2", "中国人"]]),
            ("skip-rows", ["id", "name"], [["1", "english"], ["2", "中国人"]]),
            ("escaping", ["ID", " Test"], []),
        ])
    func tabulator(name: String, columns: [String], rows: [[String]]) throws {
        let bytes = try Self.file("tabulator-special/\(name).csv")
        for mode in ParserMode.allCases {
            let captured = try Landing().read(bytes, Self.schema(columns), mode)
            let encoding = try #require(captured.reading).encoding
            let texts = captured.rows.map { row in row.values.map { ($0 ?? []).withUnsafeBytes { encoding.string($0) } }
            }
            #expect(texts == rows)
            let rejected = [
                "skip-blank-at-the-end": [FindingRule.fieldCount], "skip-rows": [.fieldCount],
                "escaping": Array(repeating: .malformedQuoting, count: 3),
            ]
            #expect(captured.rejects.map(\.rule) == rejected[name] ?? [])
            #expect(captured.reading?.titles.count == (name.hasPrefix("skip-rows") ? 1 : 0))
        }
    }

    @Test(
        "tabulator: long quoted files are read whole, alike in both modes",
        arguments: ["doublequote", "issue305", "accent"])
    func tabulatorLong(name: String) throws {
        let bytes = try Self.file("tabulator-special/\(name).csv")
        let delimiter: UInt8 = name == "accent" ? 59 : 44
        let header = CSVText(bytes, delimiter: delimiter, limit: 1)
            .rows[0]
        let schema = Self.schema(header.fields, delimiter: delimiter)
        let fast = try Landing().read(bytes, schema, .fast)
        #expect(try Landing().read(bytes, schema, .libcsv) == fast)
        #expect(fast.extractError == nil)
        let all = CSVText(bytes, delimiter: delimiter, encoding: fast.reading?.encoding ?? .utf8)
        #expect(all.rows.dropFirst().map(\.line) == fast.rows.map(\.line))
        #expect(fast.rows.count == ["doublequote": 5, "issue305": 338, "accent": 2][name])
    }

    @Test(
        "tabulator: a web page and archives are refused, and the message names the format",
        arguments: [("table.csv.html", "HTML"), ("table.csv.zip", "zip"), ("doublequote.csv.zip", "zip")])
    func tabulatorRefused(name: String, word: String) throws {
        let bytes = try Self.file("tabulator-special/\(name)")
        guard case .notText(_, let kind) = try Landing().read(bytes, Self.schema(["id", "name"]), .fast).extractError
        else {
            Issue.record("\(name) is read")
            return
        }
        #expect(kind.contains(word))
    }

    @Test("Every file of the suites is read or refused by one of these tests")
    func complete() throws {
        let tested = Set(
            [
                "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
                "quotes_and_newlines", "simple", "simple_crlf", "utf8", "location_coordinates",
            ].map { "csvs_\($0).csv" }
                + [
                    "bom", "latin1", "long", "skip-blank-at-the-end", "skip-rows-before-headers", "skip-rows",
                    "escaping",
                    "doublequote", "issue305", "accent",
                ].map { "\($0).csv" } + ["table.csv.html", "table.csv.zip", "doublequote.csv.zip"])
        for suite in ["csv-spectrum", "tabulator-special"] {
            let path = Self.root.appendingPathComponent(suite).path
            let files = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(files.filter { !$0.hasSuffix(".json") && !tested.contains($0) } == [])
        }
    }
}

/// The place of the suites.
private enum CSVSuites {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("../shared/csv-suites").standardized
    static let areThere = FileManager.default.fileExists(atPath: root.path)
}
