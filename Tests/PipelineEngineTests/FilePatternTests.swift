import Records
import Testing

@Suite("File patterns")
struct FilePatternTests {
    @Test(
        "An asterisk stands for any text within one folder's name",
        arguments: [
            ("crime/*.csv", "crime/a.csv", true), ("crime/*.csv", "crime/.csv", true),
            ("crime/*.csv", "crime/a/b.csv", false),
            ("*.csv", "a.csv", true), ("*.csv", "a.csv.gz", false), ("*-street.csv", "2014-04-x-street.csv", true),
            ("*/*-street.csv", "2014-04/2014-04-x-street.csv", true), ("a*b*c", "aXbYbZc", true),
            ("a*b*c", "aXbYbZ", false),
            ("crime/*.csv", "Crime/A.CSV", true), ("*-Street.csv", "2014-04-x-STREET.csv", true), ("a", "a", true),
            ("a", "b", false), ("*", "", true), ("", "", true), ("", "a", false),
        ])
    func matches(_ pattern: String, _ path: String, _ expected: Bool) {
        #expect(FilePattern(pattern).matches(path) == expected)
    }

    @Test("A pattern with many asterisks is matched quickly")
    func manyStars() {
        let pattern = FilePattern(String(repeating: "*a", count: 40) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 4000)))
    }
}
