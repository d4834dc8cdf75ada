public import Core
import Planning
public import Records

/// What has been delivered, as seen on a day: the use case of `shp status`.
public struct DeliveryStatus: Sendable {
    /// How a delivery stands on the day.
    public enum State: String, Sendable {
        case present, partial, missing, late
        case notExpected = "not-expected"
    }

    /// What lies in the landing folder.
    public let found: LandingStatus
    /// The quarters that it is looked at for, and the day on which.
    public let quarters: [FinancialQuarter]
    public let day: CalendarDate
    /// The landing folder.
    public let landing: String
    /// Sources of which the definition does not say what must be there.
    public let silent: [String]

    /// Looks at the landing folder, the definition's own when none is named, as on a day; when no quarter is named, for the last
    /// one that had ended and the same one of the year before. Throws a `RequestError`, `DefinitionErrors`, and anything that
    /// reading throws.
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

    /// What must be there, and how much of it is.
    public var deliveries: [Delivery] { found.deliveries }

    /// How a delivery stands.
    public func state(of delivery: Delivery) -> State {
        if delivery.isLate(on: day) { return .late }
        return switch delivery.state {
        case .present: .present
        case .partial: .partial
        case .missing: .missing
        case .notExpected: .notExpected
        }
    }

    /// How many deliveries stand so.
    public func count(_ state: State) -> Int { deliveries.count { self.state(of: $0) == state } }

    /// Whether an action is needed.
    public var verdict: RunVerdict {
        let (late, partial) = (count(.late), count(.partial))
        let deliveries = late + partial > 0 ? RunVerdict.Reason.deliveries(late: late, partial: partial) : nil
        return RunVerdict([RunVerdict.Reason.unclaimed(found.leftOut), deliveries].compactMap(\.self))
    }
}
