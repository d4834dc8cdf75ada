public import Aggregation
public import Core

/// The value of an indicator in one area and period, and what the value is derived from.
public struct IndicatorValue: Hashable, Sendable {
    /// What is counted, added up or looked up.
    public enum Selection: Hashable, Sendable {
        case events(CountedEvents)
        case clients(CountedClients)
        case returns(CountedReturns)
    }

    /// The number, or why there is none.
    public let value: FigureValue
    /// What the value is derived from.
    public let selection: Selection
    /// The period, as `figures.csv` names it.
    public let period: String
    /// How many quarantined rows may belong to the value; for clients, how many persons these rows may add.
    public let rowsAtFault: Int

    /// Creates a value from its parts.
    package init(value: FigureValue, selection: Selection, period: String, rowsAtFault: Int = 0) {
        self.value = value
        self.selection = selection
        self.period = period
        self.rowsAtFault = rowsAtFault
    }
}

/// The events of a source that a value counts.
public struct CountedEvents: Hashable, Sendable {
    /// The source's name.
    public let source: String
    /// The categories' positions in the classification, and the flag that events must have or lack, as in `FlagBits`.
    public let categories: Set<Int>
    public let flag: UInt16?
    /// The months in which the events happened.
    public let months: Period
    /// The positions of the areas in which the events happened; for a total, the positions of its parts.
    public let areas: [Int]

    /// Creates a selection from its parts.
    public init(source: String, categories: Set<Int>, flag: UInt16?, months: Period, areas: [Int]) {
        self.source = source
        self.categories = categories
        self.flag = flag
        self.months = months
        self.areas = areas
    }

    /// Whether events of the cell's category and flags are counted, whatever the cell's area and month.
    public func counts(_ cell: FactKey) -> Bool {
        categories.contains(cell.category) && (flag.map { cell.flags & $0 != 0 } ?? true)
    }

    /// Whether events of a cell are counted.
    public func contains(_ cell: FactKey) -> Bool {
        counts(cell) && months.contains(cell.month) && areas.contains(cell.area)
    }
}

/// The persons in treatment that a value counts, or that a share is calculated from.
public struct CountedClients: Hashable, Sendable {
    /// The source's name.
    public let source: String
    /// What is measured, and for which group.
    public let measure: TreatmentMeasure
    public let group: TreatmentGroup
    /// The twelve months that end with the period.
    public let window: Period
    /// The area's position.
    public let area: Int
    /// The persons, as keyed hashes that mean nothing outside the run; nil when the value is not known.
    public let clients: ClientShare?

    /// The group's name in definitions.
    public var groupName: String { group.name }
    /// How many persons are counted and, for a share, how many persons are in the whole. Nil when the value is not
    /// known.
    public var numbers: (counted: Int, base: Int?)? { clients.map { ($0.counted.count, $0.base?.count) } }
}

/// The returns that add up to a value: one, or several.
public struct CountedReturns: Hashable, Sendable {
    /// The source's name and the return's name.
    public let source, name: String
    /// The quarters or years that the returns are for.
    public let spans: [ReturnedValue.Span]
    /// The area's position.
    public let area: Int

    /// Creates a selection from its parts.
    public init(source: String, name: String, spans: [ReturnedValue.Span], area: Int) {
        self.source = source
        self.name = name
        self.spans = spans
        self.area = area
    }
}

extension IndicatorValue.Selection {
    /// The source that the value is derived from.
    public var source: String {
        switch self {
        case .events(let events): events.source
        case .clients(let clients): clients.source
        case .returns(let returns): returns.source
        }
    }
}
