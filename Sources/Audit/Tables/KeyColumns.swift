import Core

/// The leading columns that name a row: its label and its sections.
struct KeyColumns {
    /// Columns with repeated values; the label comes after them.
    let sections: [Int]
    let label: Int
    /// Columns of numbers that are names and not counts: codes, ranks, years.
    let identifiers: Set<Int>

    init(headings: [String], body: ArraySlice<[PrintedCell]>, table: PrintedTable) {
        let width = headings.count
        func share(_ column: Int) -> (numbers: Int, words: Int) {
            body.reduce(into: (0, 0)) { count, row in
                switch row[column] {
                case .number: count.0 += 1
                case .words: count.1 += 1
                default: break
                }
            }
        }
        identifiers = Set((0..<width).filter { Self.isIdentifier(headings[$0], $0, body) })
        // The leading columns with words; there may be codes between them.
        var leading: [Int] = []
        for column in 0..<width {
            let (numbers, words) = share(column)
            let isOfWords = words > 0 && words > numbers
            let isFigure = !headings[column].isEmpty && HeadingWords(headings[column]).isOfFigures
            if isOfWords, column == 0 || !isFigure {
                leading.append(column)
            } else if column > 0, !identifiers.contains(column) {
                break
            }
        }
        guard let last = leading.last, width > last + 1 else {
            (sections, label) = ([], leading.first ?? 0)
            return
        }
        func values(_ column: Int) -> [String] { body.indices.map { table.text(row: $0, column: column) } }
        let rows = body.count
        let distinct = leading.map { Set(values($0).filter { !$0.isEmpty }).count }
        // A column that differs in nearly every row is already the label; a second name for the row is not a section.
        let place = distinct.firstIndex { $0 * 10 >= rows * 9 && rows > 2 } ?? leading.count - 1
        label = leading[place]
        sections = leading[..<place].enumerated().filter { distinct[$0.offset] * 10 <= rows * 7 }.map(\.element)
    }

    private static func isIdentifier(_ heading: String, _ column: Int, _ body: ArraySlice<[PrintedCell]>) -> Bool {
        let words = Label.folded(heading).split(separator: " ").map(String.init)
        let numbers = body.compactMap { row -> Int? in
            guard let number = row[column].number, number.value.denominator == 1 else { return nil }
            return number.value.numerator
        }
        guard !numbers.isEmpty, numbers.count == body.count(where: { $0[column].number != nil }) else { return false }
        if isNamed(words, numbers), counts.isDisjoint(with: words) { return true }
        // A column without a heading that numbers the rows.
        return words.isEmpty && numbers.count >= 3 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// Whether the heading shows that the numbers are identifiers. The last word says what a column has: `Area code`
    /// has identifiers, `ID theft` does not. The words for codes and ranks can stand anywhere: `Income rank 2019`.
    private static func isNamed(_ words: [String], _ numbers: [Int]) -> Bool {
        guard let last = words.last else { return false }
        if last == "year" { return numbers.allSatisfy(years.contains) }
        return names.contains(last) || !codes.isDisjoint(with: words)
    }

    private static let codes: Set<String> = ["code", "codes", "rank"]
    private static let names: Set<String> = codes.union(["id", "index", "fips", "ref", "reference", "position"])
    private static let years = 1_800...2_100
    /// Words that show that the column has figures all the same: `Year to date`, `index 2015 = 100`.
    private static let counts: Set<String> = [
        "to", "rate", "change", "total", "count", "number", "ytd", "on", "before", "100", "per", "offences",
    ]
}

extension HeadingWords {
    /// Whether the heading shows that the column has figures, even if reasons are printed in their place.
    var isOfFigures: Bool {
        switch kind {
        case .value: false
        default: true
        }
    }
}
