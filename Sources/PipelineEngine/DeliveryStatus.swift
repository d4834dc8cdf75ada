public import Core
import Planning
public import Records

/// The state of deliveries on a given day: the use case of `shp status`.
public struct DeliveryStatus: Sendable {
    /// The state of a delivery on the day.
    public enum State: String, Sendable {
        case present, partial, missing, late
        case notExpected = "not-expected"
    }

    /// The contents of the landing folder.
    public let found: LandingStatus
    /// The quarters that are checked, and the day on which they are checked.
    public let quarters: [FinancialQuarter]
    public let day: CalendarDate
    /// The landing folder.
    public let landing: String
    /// The names of the sources for which the definition does not say what must be delivered.
    public let silent: [String]

    /// Checks the landing folder (the definition's own when none is named) on a day, for the given quarters. When no
    /// quarter is named, it checks the last quarter that had ended by that day and the same quarter of the year before.
    /// Throws a `RequestError`, `DefinitionErrors` and any error of reading.
    public init(
        definition: String, input: String?, quarters asked: [FinancialQuarter], on day: CalendarDate, threads: Int
    ) async throws {
        let plan = try PlanCompiler.compile(path: definition)
        landing = try plan.landing(asked: input, definition: definition)
        self.day = day
        quarters = asked.isEmpty ? Self.lastQuarters(on: day) : Set(asked).sorted()
        found = try await PipelineRun(plan: plan, input: landing, quarter: nil, threads: threads)
            .landingStatus(of: quarters)
        silent = plan.sources.filter { $0.completeness == nil }.map(\.name)
    }

    private static func lastQuarters(on day: CalendarDate) -> [FinancialQuarter] {
        let ended = FinancialQuarter(containing: FinancialQuarter(containing: day.month).period.first.advanced(by: -1))
        return [ended.yearBefore, ended]
    }

    /// The expected deliveries, and how much of each has arrived.
    public var deliveries: [Delivery] { found.deliveries }

    /// Returns the state of a delivery on the day.
    public func state(of delivery: Delivery) -> State {
        if delivery.isLate(on: day) { return .late }
        return switch delivery.state {
        case .present: .present
        case .partial: .partial
        case .missing: .missing
        case .notExpected: .notExpected
        }
    }

    /// Returns the number of deliveries in a state.
    public func count(_ state: State) -> Int { deliveries.count { self.state(of: $0) == state } }

    /// Whether an action is needed.
    public var verdict: RunVerdict {
        let (late, partial) = (count(.late), count(.partial))
        let deliveries = late + partial > 0 ? RunVerdict.Reason.deliveries(late: late, partial: partial) : nil
        return RunVerdict([RunVerdict.Reason.unclaimed(found.leftOut), deliveries].compactMap(\.self))
    }
}
