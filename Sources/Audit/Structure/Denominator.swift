/// A known number of persons, households or the like.
public struct Denominator: Hashable, Sendable {
    /// What the denominator counts: `residents living in households, 2011`.
    public let title: String
    /// Every name that headings use for the denominator's area.
    public let areaNames: [String]
    public let value: Int

    /// A denominator from its parts.
    public init(title: String, areaNames: [String], value: Int) {
        self.title = title
        self.areaNames = areaNames
        self.value = value
    }
}
