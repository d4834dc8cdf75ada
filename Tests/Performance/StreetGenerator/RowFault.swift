/// What can be wrong with a row: one row in two hundred has one of these, and never two.
enum RowFault: Int, CaseIterable {
    case unknownType
    case wrongMonth
    case wrongLSOA
    /// Neither LSOA nor coordinates.
    case noLocation
    /// The identifier of another row, which is sound.
    case repeated
    /// Fewer fields than the header, and never as many as reach the crime type: Polars takes a field that is not
    /// there for one that is empty, and would count such a row if everything that it counts by were there.
    case short
    case long
}
