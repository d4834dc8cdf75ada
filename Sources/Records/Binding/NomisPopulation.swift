/// A dimension by which Nomis tables divide the population, so that a table may count only a part of it.
enum NomisPopulation: Hashable {
    case sex, age

    /// Finds the dimension that a title or a column is about: `sex`, `Age group`, `C_AGE_NAME`; nil for any other name.
    init?(named name: String) {
        let words = Self.words(name).filter { !Self.fillers.contains($0) }
        switch Set(words) {
        case ["sex"], ["gender"]: self = .sex
        case ["age"], ["age", "and", "sex"]: self = .age
        default: return nil
        }
    }

    /// Returns whether the value stands for the whole population: `Total`, `All Ages`, `Persons`. A value with an
    /// unknown word stands for a part.
    func isWhole(_ value: String) -> Bool {
        let words = Self.words(value)
        // A part often has its limits in digits: `Aged 16 to 64`.
        guard !words.isEmpty, !value.contains(where: \.isNumber) else { return false }
        let (men, women) = (Set(words).intersection(Self.men), Set(words).intersection(Self.women))
        guard men.isEmpty == women.isEmpty else { return false }
        return words.allSatisfy { Self.wholes.contains($0) || men.contains($0) || women.contains($0) }
    }

    /// Returns whether the number stands for the whole population, for tables that have numbers without names.
    func isWhole(number: String) -> Bool {
        switch self {
        case .sex: ["0", "7"].contains(number)
        case .age: ["0", "200"].contains(number)
        }
    }

    private static let fillers: Set<String> = [
        "c", "name", "group", "groups", "band", "bands", "single", "year", "years", "five", "of", "by", "categories",
    ]
    private static let men: Set<String> = ["male", "males", "men"]
    private static let women: Set<String> = ["female", "females", "women"]
    private static let wholes: Set<String> = [
        "all", "total", "both", "and", "of", "persons", "people", "residents", "usual", "population", "categories",
        "households", "household", "dwellings",
        "age", "ages", "sex", "sexes", "gender", "genders",
    ]

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }
}
