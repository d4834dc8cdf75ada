/// The effect of a finding, from the mildest to the gravest.
public enum FindingSeverity: String, CaseIterable, Comparable, Sendable {
    /// The row is kept and counted; the finding is reported.
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
    /// A number of rows.
    case rows(Int)
    /// A percentage of the extract's rows.
    case percent(Rational)

    /// Returns whether `count` of `read` rows exceed the limit. The comparison is exact: no share is rounded.
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

/// The result of breaking a rule: for each row, and for the extract when too many rows break the rule.
public struct Consequence: Hashable, Sendable {
    /// The result of a single row that breaks the rule.
    public var then: FindingSeverity
    /// The limit above which the extract is refused.
    public var refuseAbove: FaultLimit?
    /// The limit above which the run stops.
    public var stopAbove: FaultLimit?

    /// Creates a consequence. Without a limit, the number of rows that break the rule makes no difference.
    public init(then: FindingSeverity, refuseAbove: FaultLimit? = nil, stopAbove: FaultLimit? = nil) {
        self.then = then
        self.refuseAbove = refuseAbove
        self.stopAbove = stopAbove
    }

    /// Returns the result for an extract in which `count` of `read` rows break the rule, with the limit that they
    /// exceed. Nil when the extract can be read.
    public func escalation(count: Int, of read: Int) -> (severity: FindingSeverity, limit: FaultLimit?)? {
        guard count > 0 else { return nil }
        if then == .stop { return (.stop, nil) }
        if let stopAbove, stopAbove.isExceeded(by: count, of: read) { return (.stop, stopAbove) }
        if then == .refuse { return (.refuse, nil) }
        if let refuseAbove, refuseAbove.isExceeded(by: count, of: read) { return (.refuse, refuseAbove) }
        return nil
    }
}
