/// A row of rates that has its own denominator.
struct OtherDenominator: Sendable {
    let table: Int
    let row: Int
    /// For each rate of the row, its cell, the denominator that it implies, and the denominator of the other rows.
    let rates: [(place: CellPlace, implied: Bounds, usual: Bounds)]
    /// The title of a known denominator that fits most of the rates; nil when there is none.
    let title: String?
}
