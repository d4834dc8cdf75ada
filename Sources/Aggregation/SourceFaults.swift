public import Core

/// What is not known about a source: quarantined rows, rows without a place, and events that it assigns to no area. All
/// of these may belong to its figures.
public struct SourceFaults: Sendable {
    /// Events of a police force in a quarter, or a month, that the source does not assign to an area.
    public struct Unassigned: Hashable, Sendable {
        /// The force, as the source writes it.
        public let force: String
        /// The month, or the first month of the quarter.
        public let month: Month
        /// The areas of the definition that have events of the force.
        public let areas: Set<Int>
        /// Events without an area, and all events of the force.
        public let events, all: Int

        /// Events from their parts.
        public init(force: String, month: Month, areas: Set<Int>, events: Int, all: Int) {
            self.force = force
            self.month = month
            self.areas = areas
            self.events = events
            self.all = all
        }
    }

    /// Quarantined rows of events and counts.
    public var events = EventFaults()
    /// Quarantined rows of clients, once for each area that they may belong to. An area of nil means any area.
    public var clients: [PossibleClient] = []
    /// Quarantined returns.
    public var returns: [PossibleReturn] = []
    /// How many rows state that they have no place, by month, category and flags.
    public var unplaced: [FactKey: Int] = [:]
    /// Events without an area.
    public var unassigned: [Unassigned] = []
    /// Cells that an earlier publication of the tables of counts had, and that the publication in use lacks.
    public var notPublishedAgain: Set<FactKey> = []
    /// The limits above which a figure is not published.
    public let limits: UncertaintyLimits

    /// Creates faults with nothing unknown.
    public init(limits: UncertaintyLimits = UncertaintyLimits()) { self.limits = limits }

    /// Returns how many clients the quarantined rows may add to the area's clients by the end of a window of months. A
    /// row without a known person counts as one person.
    public func clients(ofArea area: Int, upTo last: CalendarDate) -> Int {
        var persons: Set<RecordKey> = []
        var others = 0
        for client in clients where client.area.map({ $0 == area }) ?? true && client.triage.map({ $0 <= last }) ?? true
        {
            if let person = client.person { persons.insert(person) } else { others += 1 }
        }
        return persons.count + others
    }

    /// Returns how many quarantined rows may be the return.
    public func returns(_ name: String, area: Int, _ span: ReturnedValue.Span) -> Int {
        returns.count {
            $0.indicator == name && $0.span == span && ($0.area.map { $0 == area } ?? true)
        }
    }

    /// Returns, by month, how many rows without a place are dated in the period and belong to the categories. If a flag
    /// is given, only rows with the flag count.
    public func unplaced(_ months: Period, _ categories: Set<Int>? = nil, flag: UInt16? = nil) -> [Month: Int] {
        var rows: [Month: Int] = [:]
        for (key, count) in unplaced
        where months.contains(key.month) && categories.map({ $0.contains(key.category) }) ?? true
            && flag.map({ key.flags & $0 != 0 }) ?? true
        {
            rows[key.month, default: 0] += count
        }
        return rows
    }

    /// Whether any cell of the selection is missing from the publication in use.
    public func lacksCell(areas: [Int], _ months: Period, _ categories: Set<Int>) -> Bool {
        notPublishedAgain.contains {
            areas.contains($0.area) && months.contains($0.month) && categories.contains($0.category)
        }
    }

    /// Returns the first entry with more events without an area than the limit allows. The entry must be for one of the
    /// months and for a force of one of the areas.
    public func unassignedAboveLimit(areas: [Int], _ months: Period) -> Unassigned? {
        unassigned.first {
            months.contains($0.month) && !$0.areas.isDisjoint(with: areas)
                && limits.isExceeded(byUnassigned: $0.events, of: $0.all)
        }
    }
}
