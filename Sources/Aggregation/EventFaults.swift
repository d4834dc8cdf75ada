public import Core

/// The quarantined rows of a source of events or counts, by the figures that they may belong to.
///
/// A row counts once for a figure, however many of the figure's months it may be dated in. Rows are grouped by what is
/// known about them, so that a query goes through the groups and not through every row.
public struct EventFaults: Sendable {
    /// The months of each area that an extract covers; nil when nothing in the extract can be read.
    public typealias Coverage = [Int: Set<Month>]?

    /// Where rows may belong, and what is known about their category and flags.
    private struct Kind: Hashable {
        let reach: Coverage
        let category: PossibleEvents.Category
        let flags: UInt16?
    }

    private struct Group {
        var rows = 0
        /// The number of events; nil when the number in one of the rows cannot be read.
        var events: Int? = 0
    }

    private var groups: [Kind: Group] = [:]

    /// Creates faults without rows.
    public init() {}

    /// Whether there are no rows.
    public var isEmpty: Bool { groups.isEmpty }

    /// Adds rows that may belong to the place, from an extract with this coverage.
    public mutating func add(_ place: PossibleEvents, rows: Int = 1, coverage: Coverage) {
        let kind = Kind(reach: Self.reach(of: place, coverage), category: place.category, flags: place.flags)
        var group = groups[kind] ?? Group()
        group.rows += rows
        group.events = Self.both(group.events, place.events).map { $0 + Int(clamping: $1.magnitude) * rows }
        groups[kind] = group
    }

    private static func both(_ a: Int?, _ b: Int?) -> (Int, Int)? {
        guard let a, let b else { return nil }
        return (a, b)
    }

    /// Returns the months of areas that the row may belong to: the months in the row itself, otherwise the months that
    /// its extract covers.
    private static func reach(of place: PossibleEvents, _ coverage: Coverage) -> Coverage {
        switch (place.area, place.month) {
        case (let area?, let month?): return [area: [month]]
        case (let area?, nil):
            guard let coverage else { return nil }
            // For an area without a sound row, only the months of the extract are known.
            return [area: coverage[area] ?? coverage.values.reduce(into: []) { $0.formUnion($1) }]
        case (nil, let month?):
            guard let coverage else { return nil }
            let dated = coverage.filter { $0.value.contains(month) }
            return (dated.isEmpty ? coverage : dated).mapValues { _ in [month] }
        case (nil, nil): return coverage
        }
    }
}

extension EventFaults {
    /// A selection of events that a figure counts.
    public struct Selection: Hashable, Sendable {
        let areas: [Int]
        let months: Period
        let categories: Set<Int>
        let flag: UInt16?

        /// Creates a selection of the events of the categories in the months of the areas. If a flag's bit is given,
        /// only events with the flag belong to it.
        public init(areas: [Int], months: Period, categories: Set<Int>, flag: UInt16?) {
            self.areas = areas
            self.months = months
            self.categories = categories
            self.flag = flag
        }
    }

    /// Returns how many rows may belong to the selection or, for a source of counts, how many events, as far as they
    /// can be read.
    public func rows(in selection: Selection) -> Int {
        relevant(to: selection).reduce(0) { $0 + ($1.group.events ?? $1.group.rows) }
    }

    /// Whether so many rows may belong to the selection that its count is not known. `count` is the count without them,
    /// and `rows` gives the number of the source's rows that count in a month of an area.
    ///
    /// The count is not known in three cases. A row's own number cannot be read. The rows at fault for one month and
    /// area are more than the limits allow. Or the count would be zero, but events may be in quarantine: a row of its
    /// own category, or `limits.atFaultRows` rows with one unknown label.
    public func hide(
        _ selection: Selection, counted count: Int, _ limits: UncertaintyLimits,
        rows: (_ area: Int, _ month: Month) -> Int
    ) -> Bool {
        let relevant = relevant(to: selection)
        guard !relevant.isEmpty else { return false }
        if relevant.contains(where: { $0.group.events == nil }) { return true }
        if count == 0, hidesZero(relevant, selection, limits) { return true }
        guard relevant.reduce(0, { $0 + ($1.group.events ?? 0) }) >= limits.atFaultRows else { return false }
        return selection.areas.contains { area in
            selection.months.months.contains { month in
                let atFault = relevant.reduce(0) { sum, entry in
                    Self.reaches(entry.kind, area, month) ? sum + (entry.group.events ?? 0) : sum
                }
                return atFault > 0 && limits.isExceeded(by: atFault, beside: rows(area, month))
            }
        }
    }

    private func hidesZero(
        _ relevant: [(kind: Kind, group: Group)], _ selection: Selection, _ limits: UncertaintyLimits
    ) -> Bool {
        var labels: [String: Int] = [:]
        for (kind, group) in relevant {
            switch kind.category {
            case .known: if selection.flag == nil || kind.flags != nil { return true }
            case .label(let label, let likely):
                if let likely, selection.categories.contains(likely) { return true }
                labels[label, default: 0] += group.events ?? 0
            case .any: break
            }
        }
        return labels.values.contains { $0 >= limits.atFaultRows }
    }

    private func relevant(to selection: Selection) -> [(kind: Kind, group: Group)] {
        groups.filter { kind, _ in
            switch kind.category {
            case .known(let category): guard selection.categories.contains(category) else { return false }
            case .any, .label: break
            }
            if let flag = selection.flag, let flags = kind.flags, flags & flag == 0 { return false }
            return selection.areas.contains { area in
                guard let reach = kind.reach else { return true }
                return reach[area].map { months in months.contains { selection.months.contains($0) } } ?? false
            }
        }.map { ($0.key, $0.value) }
    }

    private static func reaches(_ kind: Kind, _ area: Int, _ month: Month) -> Bool {
        kind.reach.map { $0[area]?.contains(month) ?? false } ?? true
    }
}
