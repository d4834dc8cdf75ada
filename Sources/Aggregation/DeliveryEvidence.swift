public import Core

/// What is known about a source's deliveries, in addition to the rows that count in areas.
public struct DeliveryEvidence: Sendable {
    /// The number of rows in the deliveries that cover each area, by month or by the first month of the quarter. It has
    /// only areas for which these deliveries are known. A month without such a delivery is missing, even if other
    /// deliveries have rows for it.
    public var unitRows: [Int: [Month: Int]]
    /// For each area, the months that only have rows dated after the delivery of their extract.
    public var unproven: [Int: Set<Month>]
    /// For each area, the months in which the constituents that its rows name do not add up to it, with the reasons.
    public var gaps: [Int: [Month: AreaTable.ConstituentGap]]

    /// Evidence from its parts.
    public init(
        unitRows: [Int: [Month: Int]] = [:], unproven: [Int: Set<Month>] = [:],
        gaps: [Int: [Month: AreaTable.ConstituentGap]] = [:]
    ) {
        self.unitRows = unitRows
        self.unproven = unproven
        self.gaps = gaps
    }
}
