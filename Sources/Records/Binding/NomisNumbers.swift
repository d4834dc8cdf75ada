import Core
import PipelineDefinition

/// The numbers of a Nomis table, by year and by the area's code in capital letters.
struct NomisNumbers {
    private(set) var numbers: [Int: [String: Int]] = [:]
    /// The codes of areas that have a row, whether or not the row has a number.
    private(set) var codes: Set<String> = []
    /// For each year, the codes of areas with a row that marks the number as missing.
    private(set) var blanks: [Int: Set<String>] = [:]

    /// Adds the number of an area. A text that is not a positive whole number is an error, and so is a second number
    /// for the same year.
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
            // The error that was just reported is enough, so the missing number is not reported as well.
            blanks[year, default: []].insert(code)
            return
        }
        if numbers[year, default: [:]].updateValue(number, forKey: code) != nil {
            report(Self.twice(code, name))
        }
    }

    /// Reads a whole number. Three zeros after a point are either thousands or decimals, so a text with them is not
    /// read as a number.
    private static func number(_ text: String) -> Int? {
        let plain = WholeNumber.ungrouped(text, separator: ",")
        return Int(plain.hasSuffix(".000") ? plain : WholeNumber.withoutZeroDecimals(plain))
    }

    static func twice(_ what: String, _ name: Located<String>) -> DefinitionError.Kind {
        .contradiction(
            "\(what) is in '\(name.value)' twice; download one block of the table, such as the total of both sexes")
    }
}
