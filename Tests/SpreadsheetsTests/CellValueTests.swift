import Spreadsheets
import Testing

/// The text of a cell, by its value and number format.
struct CellValueTests {
    private func text(_ value: String, _ format: String? = nil, is1904: Bool = false) throws -> String {
        let archive = MadeUpWorkbook.excel(
            "<row><c s='\(format == nil ? 0 : 1)'><v>\(value)</v></c></row>", formats: format.map { [$0] } ?? [],
            properties: is1904 ? "<w:workbookPr date1904='1'/>" : "")
        return String(try MadeUpWorkbook.text(archive).dropLast())
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("007", "7"), ("12.50", "12.5"), ("1E3", "1000"), ("1e-7", "0.0000001"),
        ("0.30000000000000004", "0.30000000000000004"), ("0.28999999999999998", "0.29"), ("-2.5", "-2.5"),
        ("123456789012345", "123456789012345"), ("12345678901234567890", "12345678901234567000"),
        ("1e20", "100000000000000000000"), ("1e21", "1e+21"), ("1.5E300", "1.5e+300"), ("1e999999999999", "1e+1000000"),
        (" 12 ", "12"), ("1,5", "\"1,5\""), ("nan", "nan"), ("1e", "1e"), ("9007199254740993", "9007199254740992"),
    ]) func numbersAreInTheirShortestText(_ stored: String, _ expected: String) throws {
        #expect(try text(stored) == expected)
    }

    @Test(arguments: [
        ("0.25", "25%"), ("0.28999999999999998", "29%"), ("1", "100%"), ("0.00125", "0.125%"), ("0", "0%"),
        ("-0.07", "-7%"),
    ]) func percentagesHaveTheirSign(_ stored: String, _ expected: String) throws {
        #expect(try text(stored, "0.0%") == expected)
    }

    @Test(arguments: [
        ("43556", "dd/mm/yyyy", "2019-04-01"), ("43556", "[$-809]d mmmm yyyy;@", "2019-04-01"),
        ("43556", "mmm-yy", "2019-04"), ("43557", "mmm-yy", "2019-04-02"), ("43556.5", "mmm-yy", "2019-04-01T12:00:00"),
        ("43556.545138888889", "dd/mm/yyyy hh:mm", "2019-04-01T13:05:00"),
        ("43556", "d/m/yy h:mm", "2019-04-01T00:00:00"),
        ("0.545138888889", "h:mm AM/PM", "13:05:00"), ("0.5", "mm:ss.0", "12:00:00"),
        ("1.2534722222", "[h]:mm", "30:05:00"),
        ("1", "d", "1900-01-01"), ("59", "d", "1900-02-28"), ("60", "d", "1900-02-29"), ("61", "d", "1900-03-01"),
        ("43556", "0.00", "43556"), ("43556", "\"day\" 0", "43556"), ("43556", "[Red]0\\d", "43556"),
        ("43556", "General", "43556"), ("43556", "0.00E+00", "43556"), ("-1", "dd/mm/yyyy", "-1"),
        ("2958466", "dd/mm/yyyy", "2958466"), ("1e300", "dd/mm/yyyy", "1e+300"),
        ("2958465", "yyyy-mm-dd", "9999-12-31"),
    ]) func datesFollowTheirFormat(_ stored: String, _ format: String, _ expected: String) throws {
        let escaped = format.replacing("\"", with: "&quot;")
        #expect(try text(stored, escaped) == expected)
    }

    @Test func theYear1904BeginsTheOtherCalendar() throws {
        #expect(try text("42094", "dd/mm/yyyy", is1904: true) == "2019-04-01")
        #expect(try text("0", "dd/mm/yyyy", is1904: true) == "1904-01-01")
    }

    @Test func otherTypesHaveTheirWords() throws {
        let rows = """
            <row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#REF!</v></c><c t='str'><f>A1</f><v>sum</v></c>\
            <c t='inlineStr'><is><r><t>a </t></r><rPh><t>no</t></rPh><r><t>b</t></r></is></c>\
            <c t='d'><v>2019-04-01T00:00:00</v></c><c t='s'><v>0</v></c><c><f>SUM(A1)</f></c></row>
            """
        let archive = MadeUpWorkbook.excel(rows, strings: "<si><t>one &amp; two_x000D__x0041_</t></si>")
        #expect(try MadeUpWorkbook.text(archive) == "TRUE,FALSE,#REF!,sum,a b,2019-04-01,\"one & two\rA\",=SUM(A1)\n")
        let summary = try MadeUpWorkbook.summary(archive)
        #expect(summary.errorCells.map(\.column) == [3] && summary.formulaCells.map(\.column) == [8])
    }
}
