public import Tabular

/// Clients by problem substance: those with any drug code in the ranges. Any opiate makes a client an opiate client.
public struct TreatmentGroup: Hashable, Sendable {
    /// The group's name in definitions.
    public let name: String
    /// NDTMS drug codes.
    public let codes: [ClosedRange<UInt16>]

    /// A group from its parts.
    public init(name: String, codes: [ClosedRange<UInt16>]) {
        self.name = name
        self.codes = codes
    }

    func contains(_ drug: UInt16) -> Bool { codes.contains { $0.contains(drug) } }
}

/// A count of clients out of a count of clients.
public struct ClientProportion: Hashable, Sendable {
    /// The clients with the outcome.
    public let numerator: Int
    /// The clients who could have had it.
    public let denominator: Int

    /// The share; nil without clients.
    public var share: Rational? { Rational(numerator, over: denominator) }
}
