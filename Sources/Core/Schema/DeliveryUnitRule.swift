/// What one delivery of a schema is about, such as a force and a month: a later delivery of the same replaces all rows of
/// the earlier one.
public struct DeliveryUnitRule: Hashable, Sendable {
    /// The positions of the fields that together say it, in the order of the schema.
    public var fields: [Int]
    /// A later delivery with fewer rows than this share of the one before, in percent, does not replace it.
    public var smallerThan: Int
    /// The areas that every file covers, as definitions name areas; for schemas whose unit is a month alone.
    public var covers: [String]

    /// A rule from its parts.
    public init(fields: [Int], smallerThan: Int = usualShare, covers: [String] = []) {
        self.fields = fields
        self.smallerThan = smallerThan
        self.covers = covers
    }

    /// The share when a schema does not say.
    public static let usualShare = 50
    /// A delivery of fewer rows may be replaced by one of any size.
    public static let minRowsToCompare = 5

    /// Whether so many rows are too few to replace as many as stand.
    public func isTooSmall(_ rows: Int, for standing: Int) -> Bool {
        standing >= Self.minRowsToCompare && rows * 100 < standing * smallerThan
    }
}
