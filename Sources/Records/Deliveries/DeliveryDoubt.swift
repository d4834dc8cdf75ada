package import Core

/// A doubt about a delivery that differs implausibly from the one before it.
package struct DeliveryDoubt {
    /// The position of the extract about which the doubt is reported.
    package let extract: Int
    package let finding: Finding
    /// Cells that are unknown because of the doubt.
    package var unknownCells: Set<FactKey> = []
}
