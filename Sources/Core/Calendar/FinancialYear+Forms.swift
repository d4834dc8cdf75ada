extension FinancialYear {
    /// Reads a year as tables write it: `2019/20`, `2019-20`, `2019/2020` or `2019-2020`; nil for anything else,
    /// including years that are not consecutive.
    public init?(inTable text: some StringProtocol) {
        guard text.utf8.count == 9 else {
            self.init(text)
            return
        }
        guard let end = Int(text.suffix(4)), end >= 1000,
            let year = FinancialYear("\(text.prefix(5))\(text.suffix(2))"),
            end == year.start + 1
        else { return nil }
        self = year
    }
}

extension ReturnedValue.Span {
    /// Reads a financial year (`2019/20`, `2019/2020`), a quarter of one (`2019/20 Q1`, `2019-20-Q1`, `Q1 2019/20`,
    /// `2019/20 Quarter 1`), or a quarter's months (`Apr-Jun 2019`, `April to June 2019`). Nil for anything else.
    public init?(_ text: String) {
        if let year = FinancialYear(inTable: text) {
            self = .year(year)
        } else if let quarter = FinancialQuarter(text) ?? Self.quarter(text) {
            self = .quarter(quarter)
        } else {
            return nil
        }
    }

    private static func quarter(_ text: String) -> FinancialQuarter? {
        let words = text.split { $0 == " " || $0 == "," }.map(String.init)
        if let quarter = months(words) { return quarter }
        // A year and a quarter, in either order.
        guard (2...3).contains(words.count) else { return nil }
        let years = words.compactMap { FinancialYear(inTable: $0) }
        guard years.count == 1, let year = years.first else { return nil }
        let rest = words.filter { FinancialYear(inTable: $0) == nil }.joined().lowercased()
        let digits = rest.hasPrefix("quarter") ? rest.dropFirst(7) : rest.hasPrefix("q") ? rest.dropFirst() : ""
        return digits.utf8.count == 1 ? Int(digits).flatMap { FinancialQuarter(year: year, number: $0) } : nil
    }

    /// Reads a quarter from its months and their calendar year: `Apr-Jun 2019`.
    private static func months(_ words: [String]) -> FinancialQuarter? {
        guard let last = words.last, last.utf8.count == 4, let year = Int(last), year >= 1000 else { return nil }
        let names = words.dropLast().joined(separator: " ").replacing(" to ", with: "-").split(
            separator: "-", omittingEmptySubsequences: false
        ).map { $0.lowercased().filter { $0 != " " } }
        guard names.count == 2, let first = month(names[0]), let end = month(names[1]) else { return nil }
        let quarter = FinancialQuarter(containing: Month(year: year, month: first))
        let period = quarter.period
        return period.first == Month(year: year, month: first) && period.last == Month(year: year, month: end)
            ? quarter : nil
    }

    private static func month(_ name: String) -> Int? {
        (1...12).first { month in
            let whole = Month(year: 2000, month: month).name.lowercased()
            return name == whole || name == whole.prefix(3)
        }
    }
}
