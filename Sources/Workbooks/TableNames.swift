/// The names of marked-up tables, which are unique in a workbook and have only letters, digits and underscores.
public struct TableNames: Sendable {
    private var taken: Set<String> = []

    /// Creates a register without any names.
    public init() {}

    /// Returns a unique name for the table with the identifier: `recorded-crime-force` becomes `recorded_crime_force`.
    public mutating func name(for identifier: String) -> String {
        var base = String(identifier.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }.prefix(200))
        // `Q1` or `R1C1` would be read as a cell, and a name must not begin with a digit.
        let isLikeACell = base.count < 12 && base.contains { $0.isNumber } && !base.contains("_")
        if base.first?.isLetter != true || isLikeACell || base.count < 2 { base = "table_" + base }
        var name = base
        var copy = 1
        while !taken.insert(name.lowercased()).inserted {
            copy += 1
            name = "\(base)_\(copy)"
        }
        return name
    }
}
