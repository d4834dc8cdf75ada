import Core
import PipelineDefinition

/// The numbers of a table of Nomis, by year and the code of the area in capital letters.
struct NomisNumbers {
    private(set) var numbers: [Int: [String: Int]] = [:]
    /// The codes of areas that have a row, whether or not it has a number.
    private(set) var codes: Set<String> = []
    /// The codes whose row says that there is no number of a year.
    private(set) var blanks: [Int: Set<String>] = [:]

    /// Adds the number of an area. A text that is no number, and a second number of a year, are errors.
    mutating func add(
        _ text: String, _ written: String, _ year: Int, of name: Located<String>,
        report: (DefinitionError.Kind) -> Void
    ) {
        let code = written.uppercased()
        codes.insert(code)
        // Nomis writes a dash or `..` where there is no number.
        guard !["", "-", "..", "!", "~"].contains(text) else {
            blanks[year, default: []].insert(code)
            return
        }
        guard let number = Self.number(text), number > 0 else {
            report(.expected("a positive whole number", found: text))
            // The row is there, and its error says enough.
            blanks[year, default: []].insert(code)
            return
        }
        if numbers[year, default: [:]].updateValue(number, forKey: code) != nil {
            report(Self.twice(code, name))
        }
    }

    /// A whole number. Three zeros behind a point may be thousands, so that they make none.
    private static func number(_ text: String) -> Int? {
        let plain = WholeNumber.ungrouped(text, separator: ",")
        return Int(plain.hasSuffix(".000") ? plain : WholeNumber.withoutZeroDecimals(plain))
    }

    static func twice(_ what: String, _ name: Located<String>) -> DefinitionError.Kind {
        .contradiction(
            "\(what) is in '\(name.value)' twice; download one block of the table, such as the total of both sexes")
    }
}
