/// What a finding does, from the mildest to the gravest.
public enum FindingSeverity: String, CaseIterable, Comparable, Sendable {
    /// The row is kept and counts; the finding is reported.
    case note
    /// The row is kept out of every count.
    case quarantine
    /// The extract is refused.
    case refuse
    /// The whole run stops.
    case stop

    public static func < (a: FindingSeverity, b: FindingSeverity) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How many rows of an extract may break a rule.
public enum FaultLimit: Hashable, Sendable {
    /// So many rows.
    case rows(Int)
    /// So many per cent of the rows that the extract has.
    case percent(Rational)

    /// Whether `count` of `read` rows are more. Exact: no share is rounded.
    public func isExceeded(by count: Int, of read: Int) -> Bool {
        switch self {
        case .rows(let most): count > most
        case .percent(let share): Rational.isShare(count, of: read, above: share)
        }
    }
}

extension FaultLimit: CustomStringConvertible {
    /// `5%` or `12`.
    public var description: String {
        switch self {
        case .rows(let most): "\(most)"
        case .percent(let share): "\(share.sixPlaces)%"
        }
    }
}

/// The result of breaking a rule: for the row at once, and for the extract when too many rows do.
public struct Consequence: Hashable, Sendable {
    /// What one row that breaks it leads to.
    public var then: FindingSeverity
    /// Past this the extract is refused.
    public var refuseAbove: FaultLimit?
    /// Past this the run stops.
    public var stopAbove: FaultLimit?

    /// A consequence; without limits any number of rows may break the rule.
    public init(then: FindingSeverity, refuseAbove: FaultLimit? = nil, stopAbove: FaultLimit? = nil) {
        self.then = then
        self.refuseAbove = refuseAbove
        self.stopAbove = stopAbove
    }

    /// The result for an extract of `read` rows of which `count` break the rule, with the limit that they exceed; nil
    /// when the extract can be read.
    public func escalation(count: Int, of read: Int) -> (severity: FindingSeverity, limit: FaultLimit?)? {
        guard count > 0 else { return nil }
        if then == .stop { return (.stop, nil) }
        if let stopAbove, stopAbove.isExceeded(by: count, of: read) { return (.stop, stopAbove) }
        if then == .refuse { return (.refuse, nil) }
        if let refuseAbove, refuseAbove.isExceeded(by: count, of: read) { return (.refuse, refuseAbove) }
        return nil
    }
}
