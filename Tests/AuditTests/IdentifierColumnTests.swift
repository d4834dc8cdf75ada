import Audit
import Testing

@Suite("Columns of numbers that are names and not counts")
struct IdentifierColumnTests {
    /// Returns how many figures a table has if its last column has the heading and these numbers.
    private func figures(_ heading: String, _ numbers: [Int]) -> Int {
        let names = ["Ash", "Elm", "Fir"]
        let cells = [["Ward", "Crimes", heading]] + zip(names, numbers).map { [$0, "1\($1)", "\($1)"] }
        return AuditOf(cells).report.figures
    }

    @Test(
        "A column whose heading contains the word for an identifier, but does not end with it, has figures",
        arguments: [
            "Year ending June 2019", "Year 1", "ID theft", "Identity of id thieves", "Index offences", "Position taken",
        ])
    func figures(heading: String) { #expect(figures(heading, [1_922, 1_965, 1_904]) == 6) }

    @Test(
        "A column whose heading ends with it has no figures; 'code' and 'rank' may also begin a heading",
        arguments: [
            "Area id", "Area code", "Code of the area", "Rank", "Income rank 2019", "Financial year", "Position",
        ])
    func identifiers(heading: String) { #expect(figures(heading, [1_922, 1_965, 1_904]) == 3) }

    @Test("A column named year has years only when all its numbers can be years")
    func years() {
        #expect(figures("Year", [1_801, 2_019, 2_100]) == 3)
        #expect(figures("Year", [1_799, 2_019, 2_100]) == 6)
        #expect(figures("School year", [7, 8, 11]) == 6)
    }

    @Test("Columns for years that end on a stated day are audited like any other columns of years")
    func yearEnding() {
        let audit = AuditOf(
            """
            Area | All offences | Year ending June 2018 | Year ending June 2019
            Ash | 632 | 310 | 322
            Elm | 552 | 287 | 265
            Fir | 394 | 190 | 204
            Total | 1578 | 787 | 891
            """)
        #expect(audit.wrong == [["891"]])
        #expect(audit.errors.first?.cells.first?.proposed == "791")
    }
}
