public import Aggregation
public import Core

/// The value of an indicator in one area and period, and what it is derived from.
public struct IndicatorValue: Hashable, Sendable {
    /// What is counted, added up or looked up.
    public enum Selection: Hashable, Sendable {
        case events(CountedEvents)
        case clients(CountedClients)
        case returns(CountedReturns)
    }

    /// The number, or why there is none.
    public let value: FigureValue
    /// What it is taken from.
    public let selection: Selection
    /// The period, as `figures.csv` names it.
    public let period: String
    /// How many quarantined rows may belong to it; of clients, how many persons.
    public let rowsAtFault: Int

    /// A value from its parts.
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
    /// The categories' positions in the classification, and the bit of the flag that events must have.
    public let categories: Set<Int>
    public let flag: UInt16?
    /// The months that they happened in.
    public let months: Period
    /// The positions of the areas that they happened in; those of a total are its parts.
    public let areas: [Int]

    /// A selection from its parts.
    public init(source: String, categories: Set<Int>, flag: UInt16?, months: Period, areas: [Int]) {
        self.source = source
        self.categories = categories
        self.flag = flag
        self.months = months
        self.areas = areas
    }

    /// Whether events of a cell are counted, in any area and month.
    public func counts(_ cell: FactKey) -> Bool {
        categories.contains(cell.category) && (flag.map { cell.flags & $0 != 0 } ?? true)
    }

    /// Whether events of a cell are counted.
    public func contains(_ cell: FactKey) -> Bool {
        counts(cell) && months.contains(cell.month) && areas.contains(cell.area)
    }
}

/// The persons in treatment that a value counts, or the share of whom it is.
public struct CountedClients: Hashable, Sendable {
    /// The source's name.
    public let source: String
    /// What is measured, and of whom.
    public let measure: TreatmentMeasure
    public let group: TreatmentGroup
    /// The twelve months.
    public let window: Period
    /// The area's position.
    public let area: Int
    /// The persons, by keyed hashes that mean nothing outside the run; nil when the value is missing.
    public let clients: ClientShare?

    /// The group's name in definitions.
    public var groupName: String { group.name }
    /// How many persons are counted, and of how many they are a share when they are one; nil when the value is missing.
    public var numbers: (counted: Int, base: Int?)? { clients.map { ($0.counted.count, $0.base?.count) } }
}

/// The return that a value is, or the returns that it adds up.
public struct CountedReturns: Hashable, Sendable {
    /// The source's name, and the return's.
    public let source, name: String
    /// What the returns are for.
    public let spans: [ReturnedValue.Span]
    /// The area's position.
    public let area: Int

    /// A selection from its parts.
    public init(source: String, name: String, spans: [ReturnedValue.Span], area: Int) {
        self.source = source
        self.name = name
        self.spans = spans
        self.area = area
    }
}

extension IndicatorValue.Selection {
    /// The source that it is taken from.
    public var source: String {
        switch self {
        case .events(let events): events.source
        case .clients(let clients): clients.source
        case .returns(let returns): returns.source
        }
    }
}
