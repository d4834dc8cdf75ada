import Core
import Testing

@Suite struct WholeNumberTests {
    @Test(
        "A whole number is digits with a sign; only the declared mark separates thousands, in the right places",
        arguments: [
            ("0", nil, 0), ("1234", nil, 1234), ("-3", nil, -3), ("1234", ",", 1234), ("1,234", ",", 1234),
            ("-1,234,567", ",", -1_234_567), ("12,345", ",", 12_345), ("1.234", ".", 1234), ("1 234", " ", 1234),
            ("1,234", nil, nil), ("1,23", ",", nil), ("1,2345", ",", nil), ("1234,567", ",", nil), (",234", ",", nil),
            ("1,,234", ",", nil), ("1.234", ",", nil), ("1.0", nil, 1), ("-3.00", nil, -3), ("1,234.0", ",", 1234),
            ("1.0", ".", nil), ("1.5", nil, nil), (".0", nil, nil), ("1.", nil, nil), ("12 ", nil, nil), ("", nil, nil),
            ("-", nil, nil), ("+1", nil, nil), ("1e3", nil, nil), ("1000000000", nil, 1_000_000_000),
            ("1000000001", nil, nil), ("-1,-23", ",", nil),
        ] as [(String, String?, Int?)])
    func read(text: String, separator: String?, number: Int?) {
        #expect(WholeNumber.read(text, separator: separator) == number)
    }

    @Test(
        "Thousands are separated only before the point",
        arguments: [("1,234.5", "1234.5"), ("1,2.5", "1,2.5"), ("1.234,5", "1.234,5"), ("12.5", "12.5")])
    func decimals(text: String, plain: String) { #expect(WholeNumber.ungrouped(text, separator: ",") == plain) }
}
