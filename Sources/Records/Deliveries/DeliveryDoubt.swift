package import Core

/// What is hardly true of a delivery beside the one before it.
package struct DeliveryDoubt {
    /// The position of the extract that it is reported of.
    package let extract: Int
    package let finding: Finding
    /// Cells that are not known because of it.
    package var unknownCells: Set<FactKey> = []
}
