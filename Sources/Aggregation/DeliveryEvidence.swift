public import Core

/// What is known of a source's deliveries, besides the rows that count in areas.
public struct DeliveryEvidence: Sendable {
    /// For each area of which it is known whose deliveries cover it: the rows of those deliveries, by month or by the first
    /// month of the quarter. A month without a delivery is missing, whoever else has rows in it.
    public var unitRows: [Int: [Month: Int]]
    /// The months of areas that have only rows dated after the delivery of their extract.
    public var unproven: [Int: Set<Month>]

    /// Evidence from its parts.
    public init(unitRows: [Int: [Month: Int]] = [:], unproven: [Int: Set<Month>] = [:]) {
        self.unitRows = unitRows
        self.unproven = unproven
    }
}
