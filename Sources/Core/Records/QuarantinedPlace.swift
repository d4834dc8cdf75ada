/// Where a quarantined row may belong, by those of its fields that can be read. A row whose fields can all be read, but
/// for its date, may belong to any month that its extract covers; one with a readable area outside the table belongs
/// nowhere.
public enum QuarantinedPlace: Hashable, Sendable {
    /// It counts in no figure, whatever the right value is: another area, a cancelled crime, a code out of scope.
    case nowhere
    /// It says itself that it has no place; with its month and category if they can be read. That is no fault of a figure
    /// of an area.
    case unplaced(FactKey?)
    /// It is an event, or a count of events.
    case events(PossibleEvents)
    /// It is about a client in treatment.
    case client(PossibleClient)
    /// It is a partner's return.
    case returned(PossibleReturn)
}

/// The cells of a source of events or counts that a quarantined row may belong to.
public struct PossibleEvents: Hashable, Sendable {
    /// What is known of the category.
    public enum Category: Hashable, Sendable {
        /// Nothing.
        case any
        /// It can be read: a position in the classification.
        case known(Int)
        /// A label that the classification lacks, with the category that it probably is a slip of. Rows of one label are of
        /// one kind.
        case label(String, likely: Int? = nil)
    }

    /// The area's position; nil when it cannot be read.
    public var area: Int?
    /// The month, or the first month of the quarter; nil when it cannot be read.
    public var month: Month?
    /// The category.
    public var category: Category
    /// One bit a flag; nil when a flag cannot be read.
    public var flags: UInt16?
    /// How many events the row stands for; nil when its number cannot be read.
    public var events: Int?

    /// Cells from what is known of them.
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

/// The clients that a quarantined row of treatment may be about.
public struct PossibleClient: Hashable, Sendable {
    /// The keyed hash of the person; nil when the person is not known.
    public var person: RecordKey?
    /// The area's position; nil when it cannot be read.
    public var area: Int?
    /// The day of triage; nil when it cannot be read.
    public var triage: CalendarDate?

    /// Clients from what is known of them.
    public init(person: RecordKey?, area: Int?, triage: CalendarDate?) {
        self.person = person
        self.area = area
        self.triage = triage
    }

    /// Nothing is known.
    public static let anybody = PossibleClient(person: nil, area: nil, triage: nil)
}

/// The return that a quarantined row is, or may be.
public struct PossibleReturn: Hashable, Sendable {
    /// The return's name, and what it is for.
    public var indicator: String
    public var span: ReturnedValue.Span
    /// The area's position; nil when it cannot be read.
    public var area: Int?

    /// A return from what is known of it.
    public init(indicator: String, area: Int?, span: ReturnedValue.Span) {
        self.indicator = indicator
        self.area = area
        self.span = span
    }
}

/// From which share of quarantined rows on a figure is not published.
public struct UncertaintyLimits: Hashable, Sendable {
    /// The share of the source's rows of an area and month, in percent, above which figures are not available.
    public var atFaultPercent: Rational
    /// Fewer quarantined rows than this never make a figure unavailable, unless it would be zero because of them.
    public var atFaultRows: Int
    /// The share of a force's events without an area, in percent, above which its areas' figures are not available.
    public var unassignedPercent: Rational
    /// The share of the source's events of a category without a place, in percent, above which its figures are not
    /// available; in a single month twice the share.
    public var unplacedPercent: Rational
    /// Whether figures that are implausible beside their own history are reported.
    public var reportsImplausible: Bool

    /// Limits; those that are not given are the usual ones.
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

    /// Whether so many rows at fault, beside so many that count, are too many.
    public func isExceeded(by atFault: Int, beside rows: Int) -> Bool {
        atFault >= atFaultRows && Rational.isShare(atFault, of: atFault + max(0, rows), above: atFaultPercent)
    }

    /// Whether so many rows without a place, beside so many with one, are too many; `inMonth` for those of a single month.
    public func isExceeded(byUnplaced unplaced: Int, beside placed: Int, inMonth: Bool) -> Bool {
        unplaced >= atFaultRows
            && Rational.isShare(unplaced, of: (inMonth ? 2 : 1) * (unplaced + max(0, placed)), above: unplacedPercent)
    }

    /// Whether so many events without an area, of so many, are too many.
    public func isExceeded(byUnassigned unassigned: Int, of all: Int) -> Bool {
        unassigned > 0 && Rational.isShare(unassigned, of: max(1, all), above: unassignedPercent)
    }
}
