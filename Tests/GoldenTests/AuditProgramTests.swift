import Foundation
import Testing

@Suite("Tables of anybody's, audited by the program", .enabled(if: BuiltProgram.isThere))
struct AuditProgramTests {
    private static let wards = """
        Ward,2018,2019,Change,Trees
        Ash,310,322,12,7
        Elm,287,265,-22,9
        Fir,190,204,14,2

        """

    /// A folder with the table as it is and with an error.
    private func place(_ folder: String) throws -> BuiltProgram {
        try Self.wards.write(toFile: folder + "/wards.csv", atomically: true, encoding: .utf8)
        try Self.wards.replacing("-22", with: "-23").write(
            toFile: folder + "/wrong.csv", atomically: true, encoding: .utf8)
        return BuiltProgram(folder: folder)
    }

    @Test("What was checked is said, and too little of it has a status of its own")
    func coverage() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            let plain = try program.run("$SHP audit wards.csv")
            #expect(plain.status == 0)
            #expect(plain.output.contains("12 figures, 9 of them checked by 3 relations"))
            #expect(try program.run("$SHP audit wards.csv --require-coverage 75").status == 0)
            let few = try program.run("$SHP audit wards.csv --require-coverage 76 --log-format json")
            #expect(few.status == 69 && few.codes == ["too-little-checked"])
            #expect(try program.run("$SHP audit wrong.csv --require-coverage 76").status == 65)
            #expect(try program.run("$SHP audit wards.csv --require-coverage 101").status == 64)
            let list = try program.run("printf 'Ward,Trees\\nAsh,7\\nElm,9\\n' >list.csv && $SHP audit list.csv")
            #expect(list.status == 69 && list.output.contains("nothing-to-check"))
        }
    }

    @Test("UTF-16 is read; what is no CSV is refused by name")
    func formats() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            for (encoding, name) in [(String.Encoding.utf16LittleEndian, "little"), (.utf16BigEndian, "big")] {
                let mark: [UInt8] = name == "little" ? [0xFF, 0xFE] : [0xFE, 0xFF]
                let text = try #require(Self.wards.replacing(",", with: "\t").data(using: encoding))
                try (Data(mark) + text).write(to: URL(fileURLWithPath: "\(folder)/\(name).csv"))
                #expect(try program.run("$SHP audit \(name).csv").output.contains("9 of them checked"))
            }
            for (text, format) in [
                ("<table><tr><td>1</td></tr></table>", "HTML"), ("{\"a\": 1}", "JSON"),
                ("| Ward | 2018 |\n|---|---:|\n| Ash | 310 |\n", "Markdown"), ("%PDF-1.7\n", "PDF"),
            ] {
                try text.write(toFile: folder + "/other.csv", atomically: true, encoding: .utf8)
                let refused = try program.run("$SHP audit other.csv")
                #expect(refused.status == 65 && refused.messages.contains("it is \(format)"))
            }
        }
    }

    @Test("An accepted finding is a note with its reason, and needs one")
    func accepted() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            let found = try program.run("$SHP audit wrong.csv --format csv")
            let identifier = try #require(
                found.output.split(whereSeparator: \.isNewline).last?.split(separator: ",").last)
            #expect(found.status == 65)
            let accepted = try program.run(
                "printf 'id,reason\\n\(identifier),boundary change\\n' >accepted.csv && $SHP audit wrong.csv --accept accepted.csv"
            )
            #expect(accepted.status == 0 && accepted.output.contains("accepted: boundary change"))
            let without = try program.run(
                "printf 'id,reason\\n\(identifier),\\n' >accepted.csv && $SHP audit wrong.csv --accept accepted.csv")
            #expect(without.status == 65 && without.messages.contains("accepted.csv:2"))
        }
    }

    @Test("Review tools and build servers get the same findings")
    func machines() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            let sarif = try program.run("$SHP audit wrong.csv --format sarif").output
            let log = try #require(try JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
            let run = try #require((log["runs"] as? [[String: Any]])?.first)
            let result = try #require((run["results"] as? [[String: Any]])?.first)
            #expect(log["version"] as? String == "2.1.0" && result["level"] as? String == "error")
            #expect(sarif.contains("\"uri\" : \"wrong.csv\"") && sarif.contains("\"startLine\" : 3"))
            let junit = try program.run("$SHP audit wrong.csv --format junit").output
            #expect(junit.contains("failures=\"1\"") && junit.contains("9 of 12 figures checked"))
            #expect(junit.hasPrefix("<?xml") && junit.contains("</testsuites>"))
        }
    }

    @Test("The page marks what is wrong and what was not checked by signs")
    func page() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            #expect(try program.run("$SHP audit wrong.csv --html audit.html").status == 65)
            let page = try String(contentsOfFile: folder + "/audit.html", encoding: .utf8)
            #expect(page.contains("<td class=\"wrong\">-23 <a href=\"#f1\">✗\u{A0}1</a></td>"))
            #expect(page.contains("<td class=\"unchecked\">7\u{A0}?</td>"))
            #expect(page.contains("<li id=\"f1\" value=\"1\">"))
        }
    }
}
