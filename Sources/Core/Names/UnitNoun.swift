/// The noun for what is counted, in the form that a number needs: `1 crime`, `2 crimes`.
package struct UnitNoun {
    private let plural: String

    /// Creates the noun from the plural that definitions give.
    package init(plural: String) { self.plural = plural }

    /// Returns a number with the noun: `1 table`, `1,204 rows`.
    package func counted(_ number: Int) -> String {
        let digits = WholeNumber.grouped(number)
        return "\(digits) \(words(beside: digits))"
    }

    /// Returns the noun for a printed number. Only 1 and -1 take the singular.
    package func words(beside digits: String) -> String { digits == "1" || digits == "-1" ? singular : plural }

    /// The noun with its last word in the singular; a word without a plural ending stays as it is.
    private var singular: String {
        if plural.hasSuffix("people") { return String(plural.dropLast(6)) + "person" }
        if plural.hasSuffix("ies") { return String(plural.dropLast(3)) + "y" }
        guard plural.hasSuffix("s"), !plural.hasSuffix("ss") else { return plural }
        let endings = ["sses", "shes", "ches", "xes"]
        return String(plural.dropLast(endings.contains { plural.hasSuffix($0) } ? 2 : 1))
    }
}
