/// A known number of persons, households or the like.
public struct Denominator: Hashable, Sendable {
    /// What it counts: `residents living in households, 2011`.
    public let title: String
    /// Its area by every name that a heading may have.
    public let areaNames: [String]
    public let value: Int

    /// A denominator from its parts.
    public init(title: String, areaNames: [String], value: Int) {
        self.title = title
        self.areaNames = areaNames
        self.value = value
    }
}
