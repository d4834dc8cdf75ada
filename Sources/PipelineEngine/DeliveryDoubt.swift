import Tabular

/// What is hardly true of a delivery beside the one before it.
struct DeliveryDoubt {
    /// The position of the extract that it is reported of.
    let extract: Int
    let finding: Finding
    /// Cells that nobody can know because of it.
    var unknownCells: Set<FactKey> = []
}
