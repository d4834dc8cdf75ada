import Core
import Ingestion
import TestSupport
import Testing

/// Headers that are remembered from file to file give the same results as each file by itself.
@Suite struct SchemaHeadersTests {
    private static func schema(
        _ names: [[String]], optional: [String] = [], delimiters: [UInt8] = [44], closed: Bool = false,
        fallback: TextEncoding = .windows1252
    ) -> TableSchema {
        let needed = names.map { SchemaField(name: $0[0], role: .agency, aliases: Array($0.dropFirst())) }
        var schema = TableSchema(
            name: names.first?.first ?? "none", title: "Made up",
            fields: needed + optional.map { SchemaField(name: $0) }, missingValues: [""], records: .events,
            fallbackEncoding: fallback, delimiters: delimiters)
        schema.otherColumns = closed ? .refused : .leftOut
        return schema
    }

    private static let schemas = [
        schema([["Month"], ["Kind", "Crime type"]], optional: ["Notes"]),
        schema([["Month"], ["Kind"]], closed: true),
        schema([["Month"], ["Place", "Area name"]], delimiters: [44, 59, 9], fallback: .utf8),
        schema([["Month"], ["Kind"]], delimiters: [59, 44]),
        schema([["Month"], ["Ardal Ŵyr", "Area"]], delimiters: [44, 124]),
        schema([["Month"], ["Search"]]),
        schema([], optional: ["Notes"], closed: true),
        schema([["---"], ["Month"]]),
    ]

    private static let titles = [
        "", "", "Extract of crimes\n", "Extract, of \"crimes\"\r\n\n", "\"Two\nlines\"\n", "\"never closed\n", " \n\n",
        "Made: 2019\rfor us\r\n", "Kind\nMonth,Notes\n", "Caf\u{E9}\n", "<html>\n", "a\u{0}b\n",
    ]
    private static let headers = [
        "Month,Kind", "Month,Kind,Notes", "\"Month\",\"Kind\"", "Month;Kind", "month , KIND", "Month,Crime_type",
        "Month,Place", "Month;Area name", "Month\tPlace", "Month|Ardal Ŵyr", "Month,Area", "Month,Kindd",
        "Month,Search",
        "Month,\u{212A}ind", "Mon\u{200B}th,Kind", "Month,Kind,kind", "Month,Kind,Search,Place", "Notes",
        "Month,Ki\"nd",
        "Month,\"Kind", "Month,---", "Month,Caf\u{E9}",
    ]
    private static let rows = [
        "2019-04,theft", "2019-04;theft", "2019-04,Caf\u{E9}", "Month,Kind", "Month,Place", "Month,Search",
        "\"a\nb\",c",
        "\"never closed,x", "Month;Kind", "", "Total,2", "x\u{0}y,z", "\u{FEFF}Month,Kind", "Month|Ardal Ŵyr",
    ]

    private static func any<Element>(
        _ elements: [Element], else other: Element, _ generator: inout SeededGenerator
    ) -> Element {
        elements.randomElement(using: &generator) ?? other
    }

    /// The first lines of a file, which many files share.
    private struct Head {
        let text: String
        let lineBreak: String
        let encoding: Int

        init(_ generator: inout SeededGenerator) {
            lineBreak = any(["\n", "\n", "\r\n", "\r"], else: "\n", &generator)
            text = any(titles, else: "", &generator) + any(headers, else: "", &generator) + lineBreak
            encoding = Int.random(in: 0..<8, using: &generator)
        }

        /// Returns a file of a few lines, which is sometimes longer than the part that is usually read.
        func file(_ generator: inout SeededGenerator) -> [UInt8] {
            func happens(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
            var text = happens(20) ? "" : text
            let isPlain = happens(2)
            for _ in 0..<Int.random(in: 0...25, using: &generator) {
                text += (!isPlain && happens(4) ? any(rows, else: "", &generator) : "2019-04,theft") + lineBreak
            }
            if happens(10) { text += String(repeating: "2019-04,theft" + lineBreak, count: 2_000) }
            if happens(20) { text += "\u{0}" }
            if happens(20) { text += "\u{1A}" }
            switch encoding {
            case 0: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case 1: return text.unicodeScalars.map { TextEncoding.windows1252Byte(of: $0) ?? 63 }
            case 2: return [0xEF, 0xBB, 0xBF] + text.utf8
            default: return Array(text.utf8)
            }
        }
    }

    private struct Answer: Equatable {
        var fit: HeaderFit?
        var reading: ExtractReading?
        var firstRow: Int?
        var extractError: ExtractError?
        var absent: [Int] = []

        init(_ open: () throws(ExtractError) -> OpenedExtract) {
            do throws(ExtractError) {
                let extract = try open()
                fit = extract.fit
                reading = extract.reading(blankLines: 0, paddedRows: 0, endsWithLineBreak: true)
                firstRow = extract.firstRow
                absent = extract.absentFields
            } catch { extractError = error }
        }
    }

    @Test("Every file is recognised as it would be alone, whatever files were tried before it", arguments: 0..<6)
    func sameAnswers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let all = Self.schemas.map(SchemaHeaders.init)
        let opening = Self.schemas.map(SchemaHeaders.init)
        let landing = try Landing()
        let heads = (0..<25).map { _ in Head(&generator) }
        var (fitting, trialsAlone) = (0, 0)
        for number in 0..<150 {
            guard let file = try? landing.land(heads[number % heads.count].file(&generator)) else { continue }
            let fresh = Self.schemas.map(SchemaHeaders.init)
            let fits = SchemaHeaders.fits(of: file, to: all)
            #expect(SchemaHeaders.fits(of: file, to: fresh) == fits)
            trialsAlone += fresh.reduce(0) { $0 + $1.trials }
            for (index, schema) in Self.schemas.enumerated() {
                let expected = Answer { () throws(ExtractError) in try OpenedExtract(file: file, schema: schema) }
                #expect(fits[index] == expected.fit)
                #expect(Answer { () throws(ExtractError) in try opening[index].open(file) } == expected)
                if expected.fit != nil { fitting += 1 }
            }
        }
        // Otherwise nothing would have been compared, or nothing remembered.
        #expect(fitting > 50)
        #expect(all.reduce(0) { $0 + $1.trials } < trialsAlone)
        #expect(opening.reduce(0) { $0 + $1.trials } < 150 * Self.schemas.count)
    }

    @Test(
        "The number of headers that are tried does not grow with the number of similar files",
        arguments: [
            "Month,Kind\n", "Extract of crimes\r\n\r\nMonth,Kind\r\n", "\"Month\",\"Kind\"\n", "Month;Kind\n",
            "\u{FEFF}Month,Kind,Notes\n", "Month;Area name\n", "Month,Kind,Search,Place\n",
        ])
    func trialsDoNotGrow(header: String) throws {
        func trials(of files: Int) throws -> Int {
            // Schemas that need no column are left out, because they are always tried.
            let all = Self.schemas.filter { $0.fields.contains(where: \.isNeeded) }.map(SchemaHeaders.init)
            let landing = try Landing()
            for number in 0..<files {
                let rows = (0..<5).map { "2019-04,crime \(number * 5 + $0)\n" }.joined()
                let fits = SchemaHeaders.fits(of: try landing.land(Array((header + rows).utf8)), to: all)
                #expect(fits.contains { $0 != nil })
            }
            return all.reduce(0) { $0 + $1.trials }
        }
        let few = try trials(of: 2)
        #expect(few <= Self.schemas.count)
        #expect(try trials(of: 30) == few)
    }

    @Test("The kelvin sign is the only character outside ASCII whose lower case is a Latin letter or digit in ASCII")
    func onlyKelvin() {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".map(String.init))
        let others = (0x80...0x1FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            let text = String(scalar)
            return plain.contains(text) || plain.contains(VisibleText.plain(text.lowercased()))
        }
        #expect(others == ["\u{212A}"])
    }
}
