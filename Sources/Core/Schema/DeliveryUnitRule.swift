/// The unit that one delivery of a schema covers, such as a force and a month. A later delivery of the same unit
/// replaces all rows of the earlier one.
public struct DeliveryUnitRule: Hashable, Sendable {
    /// The positions of the fields that together identify the unit, in the order of the schema.
    public var fields: [Int]
    /// A later delivery replaces an earlier one only when it has at least this percentage of the earlier one's rows.
    public var smallerThan: Int
    /// The areas that every file covers, as definitions name them; for schemas in which only the month identifies the
    /// unit.
    public var covers: [String]

    /// Creates a rule from its parts.
    public init(fields: [Int], smallerThan: Int = usualShare, covers: [String] = []) {
        self.fields = fields
        self.smallerThan = smallerThan
        self.covers = covers
    }

    /// The percentage when a schema gives none.
    public static let usualShare = 50
    /// If a delivery has fewer rows than this, a later delivery of any size replaces it.
    public static let minRowsToCompare = 5

    /// Returns whether `rows` rows are too few to replace the `standing` rows.
    public func isTooSmall(_ rows: Int, for standing: Int) -> Bool {
        standing >= Self.minRowsToCompare && rows * 100 < standing * smallerThan
    }
}
