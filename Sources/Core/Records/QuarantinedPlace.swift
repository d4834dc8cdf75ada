/// Where a quarantined row may belong, judged by its readable fields. If only the date of a row cannot be read, the row
/// may belong to any month that its extract covers. A row with a readable area outside the table belongs nowhere.
public enum QuarantinedPlace: Hashable, Sendable {
    /// The row belongs to no figure, whatever the right value is. For example, the row has another area, is a cancelled
    /// crime, or has a code out of scope.
    case nowhere
    /// The row itself says that it has no place. Its month and category are given if they can be read. Such a row is
    /// not a fault in the figures of an area.
    case unplaced(FactKey?)
    /// The row is an event, or a count of events.
    case events(PossibleEvents)
    /// The row is about a client in treatment.
    case client(PossibleClient)
    /// The row is a partner's return.
    case returned(PossibleReturn)
}

/// The cells of a source of events or counts that a quarantined row may belong to.
public struct PossibleEvents: Hashable, Sendable {
    /// What is known about the category.
    public enum Category: Hashable, Sendable {
        /// Nothing is known about the category.
        case any
        /// The category can be read: its position in the classification.
        case known(Int)
        /// A label that the classification lacks, with the category that was probably intended. Rows with the same
        /// label belong to the same category.
        case label(String, likely: Int? = nil)
    }

    /// The area's position; nil when it cannot be read.
    public var area: Int?
    /// The month, or the first month of the quarter; nil when it cannot be read.
    public var month: Month?
    /// The category.
    public var category: Category
    /// One bit for each flag; nil when a flag cannot be read.
    public var flags: UInt16?
    /// How many events the row stands for; nil when its number cannot be read.
    public var events: Int?

    /// Creates the cells from what is known about them.
    public init(area: Int?, month: Month?, category: Category, flags: UInt16? = 0, events: Int? = 1) {
        self.area = area
        self.month = month
        self.category = category
        self.flags = flags
        self.events = events
    }

    /// Nothing is known.
    public static let anything = PossibleEvents(area: nil, month: nil, category: .any, flags: nil)
}

/// The clients that a quarantined treatment row may be about.
public struct PossibleClient: Hashable, Sendable {
    /// The keyed hash of the person; nil when the person is not known.
    public var person: RecordKey?
    /// The area's position; nil when it cannot be read.
    public var area: Int?
    /// The day of triage; nil when it cannot be read.
    public var triage: CalendarDate?

    /// Creates the clients from what is known about them.
    public init(person: RecordKey?, area: Int?, triage: CalendarDate?) {
        self.person = person
        self.area = area
        self.triage = triage
    }

    /// Nothing is known.
    public static let anybody = PossibleClient(person: nil, area: nil, triage: nil)
}

/// The return that a quarantined row may contain.
public struct PossibleReturn: Hashable, Sendable {
    /// The return's name and period.
    public var indicator: String
    public var span: ReturnedValue.Span
    /// The area's position; nil when it cannot be read.
    public var area: Int?

    /// Creates a return from what is known about it.
    public init(indicator: String, area: Int?, span: ReturnedValue.Span) {
        self.indicator = indicator
        self.area = area
        self.span = span
    }
}

/// The limits above which a figure is not published, because too many rows are quarantined or have no area or place.
public struct UncertaintyLimits: Hashable, Sendable {
    /// The limit for quarantined rows, as a percentage of a source's rows of an area and month. Above it, figures are
    /// not available.
    public var atFaultPercent: Rational
    /// Fewer quarantined rows than this never make a figure unavailable, unless the figure would be zero because of
    /// them.
    public var atFaultRows: Int
    /// The limit for events without an area, as a percentage of a force's events. Above it, the figures of the force's
    /// areas are not available.
    public var unassignedPercent: Rational
    /// The limit for events without a place, as a percentage of a category's events. Above it, the category's figures
    /// are not available. In a single month, the limit is twice this percentage.
    public var unplacedPercent: Rational
    /// Whether figures that are implausible compared with their own history are reported.
    public var reportsImplausible: Bool

    /// Creates limits, with the usual value for each one that is not given.
    public init(
        atFaultPercent: Rational = Rational(2), atFaultRows: Int = 5, unassignedPercent: Rational = Rational(5),
        unplacedPercent: Rational = Rational(25), reportsImplausible: Bool = true
    ) {
        self.atFaultPercent = atFaultPercent
        self.atFaultRows = atFaultRows
        self.unassignedPercent = unassignedPercent
        self.unplacedPercent = unplacedPercent
        self.reportsImplausible = reportsImplausible
    }

    /// Returns whether `atFault` faulty rows are too many compared with `rows` counted rows.
    public func isExceeded(by atFault: Int, beside rows: Int) -> Bool {
        atFault >= atFaultRows && Rational.isShare(atFault, of: atFault + max(0, rows), above: atFaultPercent)
    }

    /// Returns whether `unplaced` rows without a place are too many compared with `placed` rows with one. `inMonth` is
    /// true for the rows of a single month.
    public func isExceeded(byUnplaced unplaced: Int, beside placed: Int, inMonth: Bool) -> Bool {
        unplaced >= atFaultRows
            && Rational.isShare(unplaced, of: (inMonth ? 2 : 1) * (unplaced + max(0, placed)), above: unplacedPercent)
    }

    /// Returns whether `unassigned` events without an area are too many among `all` events.
    public func isExceeded(byUnassigned unassigned: Int, of all: Int) -> Bool {
        unassigned > 0 && Rational.isShare(unassigned, of: max(1, all), above: unassignedPercent)
    }
}
