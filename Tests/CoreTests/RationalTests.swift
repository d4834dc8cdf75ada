import Core
import TestSupport
import Testing

@Suite struct RationalTests {
    @Test(
        "Rounding is half away from zero, on both sides of it",
        arguments: [
            (1, 2, 0, "1"), (-1, 2, 0, "-1"), (3, 2, 0, "2"), (-3, 2, 0, "-2"), (5, 2, 0, "3"), (-5, 2, 0, "-3"),
            (1, 4, 1, "0.3"), (-1, 4, 1, "-0.3"), (49, 100, 0, "0"), (-49, 100, 0, "0"), (-4, 100, 1, "0.0"),
            (-5, 100, 1, "-0.1"), (1, 3, 1, "0.3"), (2, 3, 1, "0.7"), (1, 200, 2, "0.01"), (995, 1000, 2, "1.00"),
            (0, 7, 3, "0.000"), (-12345, 10, 0, "-1235"),
        ])
    func rounding(numerator: Int, denominator: Int, decimals: Int, text: String) throws {
        let value = try #require(Rational(numerator, over: denominator))
        #expect(value.formatted(decimals: decimals) == text)
    }

    @Test("Rounding agrees with decimal digits for every hundredth from -30 to 30")
    func roundingOfHundredths() throws {
        for hundredths in -3000...3000 {
            let value = try #require(Rational(hundredths, over: 100))
            let whole = hundredths.magnitude / 100
            let expected = Int(hundredths.magnitude % 100 >= 50 ? whole + 1 : whole)
            #expect(value.scaled(decimals: 0) == (hundredths < 0 ? -expected : expected))
        }
    }

    @Test(
        "Thousands are grouped from the right",
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (999_999, "999,999"), (1_000_000, "1,000,000"),
            (-12_345_678, "-12,345,678"),
        ])
    func grouping(number: Int, text: String) { #expect(Rational(number).formatted(decimals: 0, grouped: true) == text) }

    @Test("Signs and points do not count as digits in grouping")
    func groupingWithPlaces() throws {
        #expect(try #require(Rational(-123_456, over: 1000)).formatted(decimals: 1, grouped: true) == "-123.5")
        #expect(try #require(Rational(9_999_999, over: 1000)).formatted(decimals: 1, grouped: true) == "10,000.0")
    }

    @Test("Fractions are kept in lowest terms, with the sign in the numerator")
    func lowestTerms() throws {
        let value = try #require(Rational(6, over: -8))
        #expect(value.numerator == -3)
        #expect(value.denominator == 4)
        #expect(try #require(Rational(0, over: -9)) == Rational(0))
        #expect(Rational(1, over: 0) == nil)
        #expect(try Rational(5).divided(by: Rational(0)) == nil)
    }

    @Test("Sums, products and quotients obey the laws of fractions")
    func arithmetic() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            func number() throws -> Rational {
                try #require(
                    Rational(.random(in: -900...900, using: &generator), over: .random(in: 1...90, using: &generator)))
            }
            let (a, b, c) = (try number(), try number(), try number())
            #expect(try a + b == b + a)
            #expect(try (a + b) - b == a)
            #expect(try a * (b + c) == a * b + a * c)
            if b != Rational(0) { #expect(try a.divided(by: b).map { try $0 * b } == a) }
            #expect((a < b) == (a.double < b.double))
            #expect(!(a < a))
        }
    }
}
