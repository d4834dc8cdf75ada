public import Core

/// A group of clients by problem substance: those with any drug code in the ranges. A client with any opiate is an
/// opiate client.
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

/// The clients counted and, for a share, all clients who could have been counted: both as keyed hashes.
public struct ClientShare: Hashable, Sendable {
    /// The clients with the outcome.
    public let counted: Set<RecordKey>
    /// The clients who could have had the outcome; nil when the clients counted are not a share.
    public let base: Set<RecordKey>?

    init(counted: Set<RecordKey>, of base: Set<RecordKey>?) {
        self.counted = counted
        self.base = base
    }

    /// The number of clients with the outcome, out of those who could have had it.
    public var proportion: ClientProportion {
        ClientProportion(numerator: counted.count, denominator: base?.count ?? 0)
    }
}

/// A count of clients out of a count of clients.
public struct ClientProportion: Hashable, Sendable {
    /// The clients with the outcome.
    public let numerator: Int
    /// The clients who could have had the outcome.
    public let denominator: Int

    /// The share; nil when there are no clients.
    public var share: Rational? { Rational(numerator, over: denominator) }
}
