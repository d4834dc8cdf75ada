import Audit
import Testing

@Suite("Tables with decimal commas")
struct DecimalCommaTests {
    private let offences = """
        Offence | 2018 | 2019 | Change | % change
        Burglary | 1.304 | 1.411 | 107 | 8,2%
        Robbery | 318 | 297 | -21 | -6,6%
        Theft | 4.502 | 4.610 | 108 | 2,4%
        Total | 6.124 | 6.318 | 194 | 3,2%
        """

    @Test("Decimal commas are read in a table that uses them")
    func read() {
        #expect(AuditOf(offences).errors.isEmpty)
        #expect(AuditOf(offences.replacing("4.502", with: "4.512")).wrong.joined().contains("4.512"))
    }

    @Test("The proposed value is written in the table's own form of numbers")
    func written() throws {
        let error = try #require(AuditOf(offences.replacing("4.610", with: "4.619")).errors.first)
        #expect(error.cells.map(\.proposed) == ["4.610"])
        #expect(error.evidence.contains { $0.hasSuffix("1.411 + 297 + 4.619 = 6.327, which is not 6.318") })
        #expect(error.evidence.contains { $0.hasSuffix("from 4.502 to 4.619 is 2,6%, printed 2,4%") })
    }

    @Test("Denominators that are not printed are written in the table's form of numbers, too")
    func denominators() throws {
        let rates = """
            Offence | Count | Rate per 1,000
            Burglary | 1.304 | 16,3
            Robbery | 318 | 4,0
            Theft | 4.502 | 65,3
            Arson | 2.206 | 27,6
            Fraud | 1.188 | 14,9
            """
        let error = try #require(AuditOf(rates).errors.first)
        #expect(error.cells.map(\.proposed) == ["5.217", "56,4"])
        #expect(error.cells.first?.alternatives == ["5.206", "5.228"])
        let words = "4.502 per 1.000 of 79.783 to 80.000 is 56,4 or 56,3, printed 65,3"
        #expect(error.evidence.count == 1 && error.evidence.first?.hasSuffix(words) == true)
    }

    @Test("One typing error in a table with commas between thousands does not make them decimal commas")
    func slip() {
        let wards = """
            Ward | 2018 | 2019 | Change
            Ash | 1,310 | 1,322 | 12
            Elm | 870 | 650 | -220
            Fir | 190 | 2,04 | 14
            Oak | 3,120 | 3,310 | 190
            Yew | 400 | 410 | 10
            Total | 5,890 | 5,896 | 6
            """
        #expect(AuditOf(wards).errors.isEmpty)
        // The typing error is not a number; all other figures are checked.
        #expect(AuditOf(wards).report.checked == 17)
        #expect(AuditOf(wards.replacing("3,310", with: "3,130")).wrong == [["3,130"]])
    }

    @Test("The mark after a leading zero is a decimal mark", arguments: [".", ","])
    func zero(mark: String) {
        let rates = """
            Ward | Count | Rate per 1,000 | Share
            Ash | 2500 | 0,125 | 0,250
            Elm | 2500 | 0,125 | 0,250
            Fir | 5000 | 0,250 | 0,500
            """.replacing("0,", with: "0" + mark)
        let naming = AuditOf(rates + "\nOak | 10 | 2,04 | 3").report.names[0]
        #expect(naming.usesDecimalComma == (mark == ","))
    }

    @Test("Earlier figures are compared as numbers with decimal commas")
    func previous() {
        let earlier = PreviousFigures(AuditOf(offences.replacing("8,2%", with: "9,2%")).report)
        let found = earlier.findings(in: AuditOf(offences).report)
        #expect(found.map(\.rule) == [.differsFromPrevious])
        #expect(found.first?.cells.map(\.printed) == ["8,2%"])
    }
}
