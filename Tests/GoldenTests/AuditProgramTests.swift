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

    /// Fills a folder with the correct table and with a copy that has an error.
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
            let half =
                Data([0xFF, 0xFE]) + Data("a\n".utf16.flatMap { [UInt8($0), 0] }) + Data([0x61, 0xD8, 0x61, 0])
            let utf32 = try #require("Ward,2018\nAsh,310\n".data(using: .utf32LittleEndian))
            for (bytes, words) in [
                (half, "damaged UTF-16 (half a character is missing on line 2)"),
                (half.dropLast(), "damaged UTF-16"),
                (Data([0xFF, 0xFE, 0, 0]) + utf32, "it is UTF-32"),
            ] {
                try bytes.write(to: URL(fileURLWithPath: "\(folder)/broken.csv"))
                let refused = try program.run("$SHP audit broken.csv")
                #expect(refused.status == 65 && refused.messages.contains(words))
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
            let list = try program.run(
                """
                printf 'Ward,Trees\\nAsh,7\\nElm,9\\n' >list.csv
                (echo id,reason; $SHP audit list.csv --format csv | tail -n 1 | sed 's/.*,//; s/\\r//; s/$/,a list/') >accepted.csv
                $SHP audit list.csv --accept accepted.csv --require-coverage 80
                """)
            #expect(list.status == 0 && list.output.contains("accepted: a list"))
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

    @Test("Each of two tables of one name is found in its own file, whatever the folders are called")
    func places() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            let sarif = try program.run(
                """
                mkdir a 'b c%' && cp wards.csv a/t.csv && cp wrong.csv 'b c%/t.csv'
                $SHP audit a/t.csv 'b c%/t.csv' --format sarif
                """
            ).output
            #expect(sarif.contains(#""uri" : "b%20c%25\/t.csv""#) || sarif.contains(#""uri" : "b%20c%25/t.csv""#))
        }
    }

    @Test("Decimal commas stay numbers in lists for programs, and a single figure is one figure")
    func decimalCommas() async throws {
        try await Repository.withTemporaryFolder { folder in
            try """
            Offence;2018;2019;Change;% change
            Burglary;1.304;1.411;107;8,2%
            Robbery;318;297;-21;-9,6%
            Theft;4.502;4.610;108;2,4%

            """.write(toFile: folder + "/offences.csv", atomically: true, encoding: .utf8)
            let program = BuiltProgram(folder: folder)
            let found = try program.run("$SHP audit offences.csv --format csv").output
            #expect(found.contains(#","-9,6%","-6,6%","#))
            let one = try program.run("printf 'Ward,Trees\\nAsh,7\\n' >one.csv && $SHP audit one.csv")
            #expect(one.output.contains("1 figure, 0 of them checked"))
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

    @Test("Names and texts of a table are no markup of the page; a character that a page cannot have is replaced")
    func escaping() async throws {
        try await Repository.withTemporaryFolder { folder in
            let program = try place(folder)
            try Self.wards.replacing("Elm", with: "<b>Elm</b> & 'x'\u{1}").replacing("Change", with: "Change <2019>")
                .write(
                    toFile: folder + "/a & b.csv", atomically: true, encoding: .utf8)
            #expect(try program.run("$SHP audit 'a & b.csv' --html audit.html").status == 0)
            let page = try String(contentsOfFile: folder + "/audit.html", encoding: .utf8)
            #expect(page.contains("<title>Audit of a &amp; b</title>"))
            #expect(page.contains("<th scope=\"col\">Change &lt;2019&gt;</th>"))
            #expect(page.contains("<td class=\"words\">&lt;b&gt;Elm&lt;/b&gt; &amp; 'x'\u{FFFD}</td>"))
            #expect(!page.contains("<b>") && !page.contains("{{"))
        }
    }
}
