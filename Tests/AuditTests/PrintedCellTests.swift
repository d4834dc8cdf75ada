import Audit
import Core
import Testing

@Suite("Printed cells")
struct PrintedCellTests {
    private static func number(_ text: String, _ decimals: Int, _ sign: PrintedNumber.Sign = .none) -> PrintedCell {
        Rational(decimal: text).map { .number(PrintedNumber(value: $0, decimals: decimals, sign: sign)) } ?? .blank
    }

    @Test(
        "Numbers are read as people print them",
        arguments: [
            ("1130", "1130", 0, PrintedNumber.Sign.none), ("1,130", "1130", 0, .none),
            ("1\u{2009}130", "1130", 0, .none),
            ("1\u{A0}130", "1130", 0, .none), ("12,345,678", "12345678", 0, .none), ("-5.1%", "-5.1", 1, .percent),
            ("\u{2212}5.1 %", "-5.1", 1, .percent), ("–518", "-518", 0, .none), ("+9.5%", "9.5", 1, .percent),
            ("(12)", "-12", 0, .none), ("(5.1%)", "-5.1", 1, .percent), ("(5.1)%", "-5.1", 1, .percent),
            ("Reduced by 31%", "-31", 0, .percent), ("Increased by 4.5%", "4.5", 1, .percent),
            ("31% reduction", "-31", 0, .percent), ("Down 5", "-5", 0, .none), ("up 3.20", "3.2", 2, .none),
            ("No change", "0", 0, .none), ("21.3 pp", "21.3", 1, .points),
            ("-1.8 percentage points", "-1.8", 1, .points),
            ("12 per cent", "12", 0, .percent), ("£1,200", "1200", 0, .none), ("1,648 [r]", "1648", 0, .none),
            ("34.0% [p] [u]", "34", 1, .percent), ("37*", "37", 0, .none), (".5", "0.5", 1, .none),
            (" 42 ", "42", 0, .none),
            ("\u{FEFF}7", "7", 0, .none), ("12345678901", "12345678901", 0, .none), ("1.00E+05", "100000", 0, .none),
            ("8.5E-03", "0.0085", 4, .none),
        ])
    func numbers(text: String, value: String, decimals: Int, sign: PrintedNumber.Sign) {
        #expect(PrintedCell(text) == Self.number(value, decimals, sign))
    }

    @Test("A cell without a number is read as empty, a dash, a marker or words")
    func others() {
        for text in ["", " ", "\u{A0}"] { #expect(PrintedCell(text) == .blank) }
        for text in ["-", "–", "—", "\u{2212}", "--"] { #expect(PrintedCell(text) == .dash) }
        for text in ["[x]", "[c]", "[z]"] { #expect(PrintedCell(text) == .marker(text)) }
        for text in [
            "Waiting for data", "Reduce", "n/a", "2018/19", "1,13", "1.2.3", "1 2", "12,", "5%%", "(-5)",
            "Reduced by a lot", "123456789012345", "1e5",
        ] { #expect(PrintedCell(text) == .words(text)) }
    }

    @Test("A number with very many decimal places keeps as many as can be exact")
    func floats() {
        for (text, value, decimals) in [
            ("40760.203664000008", "40760.203664", 7), ("0.123456789", "0.12345679", 7), ("0.5", "0.5", 1),
        ] {
            #expect(PrintedCell(text).number?.value == Rational(decimal: value))
            #expect(PrintedCell(text).number?.decimals == decimals)
        }
    }

    @Test("In a table with decimal commas, points separate thousands")
    func decimalCommas() {
        #expect(PrintedCell("1.204,5", decimalComma: true) == Self.number("1204.5", 1))
        #expect(PrintedCell("-6,9%", decimalComma: true) == Self.number("-6.9", 1, .percent))
    }

    @Test("A target is read with its meaning, and a direction in words gets a sign")
    func words() {
        #expect(PrintedCell("3% increase") == Self.number("3", 0, .percent))
        #expect(PrintedCell("3% increase (TBC)") == .words("3% increase (TBC)"))
    }
}
