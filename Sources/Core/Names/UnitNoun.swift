/// The plural noun of what is counted, beside a number: `1 crime`, `2 crimes`.
package struct UnitNoun {
    private let plural: String

    /// The noun as definitions write it.
    package init(plural: String) { self.plural = plural }

    /// A number of them: `1 table`, `1,204 rows`.
    package func counted(_ number: Int) -> String {
        let digits = WholeNumber.grouped(number)
        return "\(digits) \(words(beside: digits))"
    }

    /// The noun for a number as it is printed. Only 1 takes the singular.
    package func words(beside digits: String) -> String { digits == "1" || digits == "-1" ? singular : plural }

    /// The last word in the singular; a word without a plural ending stays as it is.
    private var singular: String {
        if plural.hasSuffix("people") { return String(plural.dropLast(6)) + "person" }
        if plural.hasSuffix("ies") { return String(plural.dropLast(3)) + "y" }
        guard plural.hasSuffix("s"), !plural.hasSuffix("ss") else { return plural }
        let endings = ["sses", "shes", "ches", "xes"]
        return String(plural.dropLast(endings.contains { plural.hasSuffix($0) } ? 2 : 1))
    }
}
