/// A fault of a row. One row in two hundred has one fault, and no row has two.
enum RowFault: Int, CaseIterable {
    case unknownType
    case wrongMonth
    case wrongLSOA
    /// Neither LSOA nor coordinates.
    case noLocation
    /// The identifier of another row, which is sound.
    case repeated
    /// Fewer fields than the header, so few that the crime type is missing. Polars takes a missing field for an empty
    /// one, and would count a short row that has all the fields that it counts by.
    case short
    case long
}
