import Core
import Indicators
import Testing
import Workbooks

struct NumberFormatTests {
    @Test(arguments: [
        (FigureUnit.count("crimes"), 0, "#,##0"),
        (.rate(denominator: "residents"), 1, "#,##0.0"),
        (.percent, 1, "#,##0.0\"%\""),
        (.percent, 0, "#,##0\"%\""),
        (.percentagePoints, 1, "#,##0.0\" pp\""),
    ])
    func followsUnitAndDecimals(unit: FigureUnit, decimals: Int, code: String) {
        #expect(NumberFormat(Rational(5), unit: unit, decimals: decimals).code == code)
    }

    @Test func aNegativeNumberThatPrintsAsNoughtHasNoSign() throws {
        let small = try #require(Rational(-4, over: 100))
        #expect(NumberFormat(small, unit: .percent, decimals: 1).code == "#,##0.0\"%\";#,##0.0\"%\"")
        let larger = try #require(Rational(-5, over: 100))
        #expect(NumberFormat(larger, unit: .percent, decimals: 1).code == "#,##0.0\"%\"")
    }

    @Test func cellsHoldSixPlaces() throws {
        let third = try #require(Rational(1, over: 3))
        #expect(CellNumber.value(of: third, decimals: 1) == 0.333333)
        #expect(CellNumber.value(of: Rational(-11_993), decimals: 0) == -11_993)
    }

    @Test func sixPlacesNeverChangeThePrintedDigit() throws {
        // 0.04999996 prints as 0.0, but 0.050000 would print as 0.1.
        let number = try #require(Rational(4_999_996, over: 100_000_000))
        #expect(number.formatted(decimals: 1) == "0.0")
        #expect(CellNumber.value(of: number, decimals: 1) == 0.04999996)
    }
}
