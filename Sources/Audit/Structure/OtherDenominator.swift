/// A row whose rates have a denominator of their own.
struct OtherDenominator: Sendable {
    let table: Int
    let row: Int
    /// For each rate of the row its place, what its denominator is, and what that of the other rows is.
    let rates: [(place: CellPlace, implied: Bounds, usual: Bounds)]
    /// The name of a known denominator that fits all of them.
    let title: String?
}
