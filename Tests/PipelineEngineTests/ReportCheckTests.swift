import Core
import PipelineDefinition
import Planning
import Testing

/// Content that a workbook cannot hold, which is found before anything is read.
@Suite("Limits of the pages of a report")
struct ReportCheckTests {
    private typealias Fixture = DefinitionFixture
    private typealias Edit = DefinitionFixture.Edit

    @Test(
        "Two headings of a table that are equal after their placeholders are filled in, whatever their case",
        arguments: [
            (
                "heading: Difference}", "heading: direction of Travel}", "heading: Direction of travel}",
                "direction of Travel"
            ),
            ("heading: Difference}", "heading: INDICATOR}", "heading: Difference}", "Indicator"),
            ("heading: Difference}", "heading: strategic objective}", "heading: Difference}", "Strategic objective"),
            (
                "heading: Difference}", "heading: year to date 2019/20}", "heading: Difference}",
                "Year to date 2019/20"
            ),
        ])
    func headings(old: String, new: String, place: String, other: String) throws {
        let found = try Fixture.errors([Edit(old, new)])
        let at = try Fixture.place(of: place).shifted(by: "heading: ".count)
        let written = try #require(new.split(separator: ": ").last).dropLast()
        let (first, second) = place == old ? (other, String(written)) : (String(written), "Direction of travel")
        #expect(
            found == [
                at
                    + ": the headings '\(first)' and '\(second)' are the same except for case, but a table in a workbook can have "
                    + "each heading only once: change one"
            ])
    }

    @Test("Headings that only a quarter makes equal are found for that quarter")
    func headingsOfAQuarter() throws {
        let edit = Edit("heading: Difference}", "heading: current position APR TO JUN 2018}")
        try Fixture.with([edit]) { path in
            let plan = try PlanCompiler.compile(path: path)
            let quarters = try ["2019-20-Q1", "2018-19-Q2"].map { try #require(FinancialQuarter($0)) }
            try plan.check(for: quarters)
            let error = #expect(throws: DefinitionErrors.self) {
                try plan.check(for: try #require(FinancialQuarter("2018-19-Q1")))
            }
            let place = try Fixture.place(of: "heading: Difference}").shifted(by: "heading: ".count)
            #expect(
                Fixture.words(try #require(error), path) == [
                    place
                        + ": the headings 'Current position Apr to Jun 2018' and 'current position APR TO JUN 2018' are the "
                        + "same except for case, but a table in a workbook can have each heading only once: change one"
                ])
        }
    }

    @Test("The same label twice in a section, also when a placeholder makes it the same")
    func labels() throws {
        let found = try Fixture.errors([Edit("{group: robbery, label: Robbery}", "{group: robbery, label: Homicide}")]
        )
        let place = try Fixture.place(of: "{group: robbery, label: Robbery}").shifted(
            by: "{group: robbery, label: ".count)
        let message =
            ": two rows of the section 'victim-based' have the label 'Homicide': add a 'label' to one of them"
        #expect(found == [place + message])
        let filled = try Fixture.errors([
            Edit("{group: homicide, label: Homicide}", "{group: homicide, label: \"{quarter}\"}"),
            Edit("{group: robbery, label: Robbery}", "{group: robbery, label: 2019/20 Quarter 3}"),
        ])
        #expect(filled == [place + message.replacing("Homicide", with: "2019/20 Quarter 3")])
        // The same label in another section is a different row.
        #expect(
            try Fixture.errors([
                Edit("{group: public-disorder, label: Public Disorder}", "{group: public-disorder, label: Homicide}")
            ]) == [])
    }

    @Test(
        "A text that is too long for a cell, counted in UTF-16 units",
        arguments: [("a", 32_767, 0), ("a", 32_768, 1), ("🚲", 16_383, 0), ("🚲", 16_384, 1)])
    func cells(character: String, count: Int, errors: Int) throws {
        let text = String(repeating: character, count: count)
        let old = "Treatment figures are for the twelve months that end with the period, not only for the period."
        let found = try Fixture.errors([Edit(old, text)])
        #expect(found.count == errors)
        if errors > 0 {
            #expect(
                found == [
                    try Fixture.place(of: old)
                        + ": the note has 32,768 characters, and a cell of a workbook holds 32,767: shorten it"
                ])
        }
    }

    @Test(
        "Every text in a cell, with the words that the page adds to it",
        arguments: [
            ("Safer Hartlepool Partnership performance\n", "the title"), ("Safer Hartlepool Partnership\n", "the name"),
            ("Community Safety Team, Hartlepool Borough Council\n", "the author"),
            ("Hartlepool Police Station\n", "the contact"),
            (
                "Each indicator is compared with the same quarter of the year before. The baseline is the whole of the",
                "the paragraph"
            ),
            ("Reduce crime and repeat victimisation\n", "the title"),
            ("Recorded crime, Cleveland Police\n", "the source"), ("Homicide}", "the label"),
            (
                "Every figure can be traced to rows of the extracts that the manifest beside this workbook names.",
                "the note"
            ),
        ])
    func texts(text: String, what: String) throws {
        let isSource = what == "the source"
        // The first line with `source:` as a key of a table, not as the title of a source of extracts.
        let old = isSource ? "    source: " + text : text
        let long = String(repeating: "a", count: 32_768)
        let end = text.hasSuffix("\n") ? "\n" : text.hasSuffix("}") ? "}" : ""
        let found = try Fixture.errors([Edit(old, (isSource ? "    source: " : "") + long + end)])
        #expect(found.count == 1 && found.allSatisfy { $0.contains(": \(what) has ") && $0.hasSuffix(": shorten it") })
    }

    @Test("A heading of more than 255 units")
    func longHeading() throws {
        let place = try Fixture.place(of: "heading: Difference}").shifted(by: "heading: ".count)
        #expect(
            try Fixture.errors([Edit("heading: Difference}", "heading: \(String(repeating: "🚲", count: 128))}")]) == [
                place
                    + ": the heading has 256 characters, and the heading of a table in a workbook holds 255: shorten it"
            ])
        #expect(
            try Fixture.errors([Edit("heading: Difference}", "heading: \(String(repeating: "a", count: 255))}")])
                == [])
        // The names of the months are longest in the third quarter.
        let room = 255 - "October to December 2019".count
        for (count, errors) in [(room, 0), (room + 1, 1)] {
            let heading = "\"\(String(repeating: "a", count: count)){months}\"}"
            #expect(try Fixture.errors([Edit("heading: Difference}", "heading: " + heading)]).count == errors)
        }
    }

    @Test("A table with more columns than a sheet can have")
    func columns() throws {
        func columns(_ count: Int) -> String {
            let columns = (1...count).map { "      - {measure: value, period: quarter, heading: C\($0)}" }
            return "    columns:\n" + columns.joined(separator: "\n") + "\n    sections:\n      - id: asb\n"
        }
        let old = "    columns: *change\n    sections:\n      - id: asb\n"
        let place = try Fixture.place(of: "asb-local", occurrence: 1)
        #expect(
            try Fixture.errors([Edit(old, columns(16_384))]) == [
                place + ": the table needs 16,385 columns, and a sheet of a workbook has 16,384: divide it"
            ])
        #expect(try Fixture.errors([Edit(old, columns(16_383))]) == [])
    }

    @Test("A partner's comment that is too long for a cell")
    func comments() throws {
        let table = "Reference/commentary.csv"
        let long = String(repeating: "a", count: 32_768)
        let comment = "quarter,indicator,partner,text\n2019-20-Q1,violence,Police,\(long)\n"
        #expect(
            try Fixture.errors([Edit(table, nil, comment)]) == [
                "\(table):2:28: the text has 32768 characters, and a cell of a workbook holds 32767: shorten it"
            ])
    }
}
