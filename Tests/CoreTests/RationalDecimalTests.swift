import Core
import TestSupport
import Testing

@Suite struct RationalDecimalTests {
    @Test(
        "A plain decimal is read exactly",
        arguments: [
            ("0", 0, 1), ("12", 12, 1), ("-0.5", -1, 2), ("26.50", 53, 2), ("007", 7, 1), ("-0", 0, 1), ("-0.00", 0, 1),
            ("999999999999999", 999_999_999_999_999, 1), ("0.00000000000001", 1, 100_000_000_000_000),
        ])
    func plain(text: String, numerator: Int, denominator: Int) {
        #expect(Rational(decimal: text) == Rational(numerator, over: denominator))
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "-", ".", "1.", ".5", "-.5", "+1", "--1", "1-", "1.2.3", "1e3", "1,000", " 1", "1 ", "1_000", "0x10",
            "½",
            "１２", "٣", "NaN", "inf", "1\u{0}", "12\r", "1000000000000000", "0.000000000000001", "−1",
        ])
    func refused(text: String) { #expect(Rational(decimal: text) == nil) }

    @Test(
        "Six places lose their trailing zeros and nothing else",
        arguments: [
            ("100", "100"), ("-1200", "-1200"), ("0.10", "0.1"), ("-2.5", "-2.5"), ("0.123456", "0.123456"),
            ("0.1234565", "0.123457"), ("-0.1234565", "-0.123457"), ("0.0000004", "0"), ("-0.0000004", "0"),
            ("10.0000001", "10"), ("120.0000001", "120"), ("0.0000005", "0.000001"),
        ])
    func sixPlaces(text: String, expected: String) throws {
        #expect(try #require(Rational(decimal: text)).sixPlaces == expected)
    }

    @Test("A third is cut to six places")
    func thirds() throws {
        #expect(try #require(Rational(1, over: 3)).sixPlaces == "0.333333")
        #expect(try #require(Rational(-2, over: 3)).sixPlaces == "-0.666667")
    }

    @Test(
        "A number with as many digits as are read can be printed and compared, wherever its point is",
        arguments: 0...14)
    func longNumbers(places: Int) throws {
        let digits = "987654321098765"
        let whole = digits.prefix(15 - places)
        let text = places == 0 ? String(whole) : whole + "." + digits.suffix(places)
        let value = try #require(Rational(decimal: text))
        #expect(value.sixPlaces.prefix(while: { $0 != "." }).count == whole.count)
        let billion = Rational(1_000_000_000)
        #expect((value < billion) == (whole.count < 10))
        #expect((billion < value) == (whole.count >= 10))
        #expect(try #require(Rational(decimal: "-" + text)) < value)
    }

    @Test("A decimal of up to fifteen digits survives printing and reading")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let thousandths = Int.random(in: -99_999_999...99_999_999, using: &generator)
            let value = try #require(Rational(thousandths, over: 1000))
            #expect(Rational(decimal: value.sixPlaces) == value)
            #expect(Rational(decimal: value.formatted(decimals: 3)) == value)
        }
    }
}
