import Core
import TestSupport
import Testing

/// Numbers near the ends of a word, where arithmetic overflows.
@Suite("Exact arithmetic that does not fit")
struct ArithmeticOverflowTests {
    private static let edges: [Int] = [
        .min, .min + 1, -(1 << 62), -(1 << 32), -1_000_000_007, -3, -1, 0, 1, 2, 10, 1_000_000_007, 1 << 32, 1 << 62,
        .max - 1, .max,
    ]

    /// Returns the numerator and the denominator in lowest terms, calculated in twice the width; nil when they do not
    /// fit.
    private static func expected(_ numerator: (Int128, Int128, minus: Bool), _ denominator: Int128) -> (Int, Int)? {
        let sum = numerator.minus ? numerator.0 - numerator.1 : numerator.0 + numerator.1
        var (a, b) = (sum.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(max(a, 1)) * (denominator < 0 ? -1 : 1)
        guard let above = Int(exactly: sum / divisor), let below = Int(exactly: denominator / divisor) else {
            return nil
        }
        return (above, below)
    }

    private static func matches(_ result: Rational?, _ expected: (Int, Int)?) -> Bool {
        result?.numerator == expected?.0 && result?.denominator == expected?.1
    }

    private static func numbers() -> [Rational] {
        var generator = SeededGenerator(seed: 91)
        var numbers = edges.map { Rational($0) }
        for above in edges {
            for below in edges where below > 0 {
                if let number = Rational(above, over: below) { numbers.append(number) }
            }
        }
        for _ in 0..<60 {
            let above = Int.max - .random(in: 0...1_000, using: &generator)
            let below = Int.random(in: 1...Int.max, using: &generator)
            if let number = Rational(Bool.random(using: &generator) ? above : -above, over: below) {
                numbers.append(number)
            }
        }
        return numbers
    }

    @Test(
        "A sum, difference, product or quotient near the ends of a word is exact or an error, and never stops the program"
    )
    func operations() {
        let numbers = Self.numbers()
        var overflows = 0
        var wrong: [String] = []
        for a in numbers {
            for b in numbers {
                let (p, q) = (Int128(a.numerator), Int128(a.denominator))
                let (r, s) = (Int128(b.numerator), Int128(b.denominator))
                let results: [(Rational?, (Int, Int)?)] = [
                    (try? a + b, Self.expected((p * s, r * q, minus: false), q * s)),
                    (try? a - b, Self.expected((p * s, r * q, minus: true), q * s)),
                    (try? a * b, Self.expected((p * r, 0, minus: false), q * s)),
                    (try? a.divided(by: b), r == 0 ? nil : Self.expected((p * s, 0, minus: false), q * r)),
                ]
                overflows += results.count { $0.0 == nil }
                if !results.allSatisfy({ Self.matches($0.0, $0.1) }) || (a < b) != (p * s < r * q) {
                    wrong.append("\(a) and \(b)")
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
        #expect(overflows > 1_000)
    }

    @Test("No number stops the program, whatever its size, and neither does printing it")
    func printing() {
        for number in Self.numbers() {
            for decimals in 0...6 {
                let text = number.formatted(decimals: decimals, grouped: true)
                #expect(text.hasPrefix("-") == (number < Rational(0) && !number.printsAsZero(decimals: decimals)))
                #expect(!number.formatted(decimals: decimals, signed: false).hasPrefix("-"))
                if let scaled = number.scaled(decimals: decimals) {
                    #expect((scaled == 0) == number.printsAsZero(decimals: decimals))
                }
            }
            #expect(!number.sixPlaces.isEmpty)
            if let magnitude = try? number.magnitude() {
                #expect(magnitude >= Rational(0))
            } else {
                #expect(number.numerator == .min)
            }
        }
        #expect(Rational(.max).scaled(decimals: 1) == nil)
        #expect(Rational(.max).formatted(decimals: 2) == "9223372036854775807.00")
        #expect(throws: ArithmeticOverflow.self) { try -Rational(.min) }
        #expect(Rational(.min, over: -1) == nil)
        #expect(Rational(.min, over: .min) == Rational(1))
    }

    @Test("A limit of fifteen digits is compared exactly with the rows of a large extract")
    func limits() throws {
        let limit = FaultLimit.percent(try #require(Rational(decimal: "0.12345678901234")))
        // 0.12345678901234 per cent of 999,983 rows is 1,234.5… rows.
        #expect(!limit.isExceeded(by: 1_234, of: 999_983))
        #expect(limit.isExceeded(by: 1_235, of: 999_983))
        #expect(Rational.isShare(.max, of: .max, above: Rational(99)))
        #expect(!Rational.isShare(.max, of: .max, above: Rational(100)))
        #expect(Rational.isShare(.max - 1, of: .max, above: Rational(99)))
        #expect(!Rational.isShare(0, of: 0, above: Rational(0)))
    }
}
