import Core
import Indicators

/// The smallest parts that add up to the counts of a source. For events, they are the classes of categories, months,
/// areas and flags that no count divides. For returns, they are the quarters of an area; for clients, the cells of
/// groups and stages.
struct CountParts {
    /// What identifies a part.
    private enum Key: Hashable {
        case events(source: String, categories: [Int], months: [Int], area: Int, flags: UInt16)
        case clients(ClientCells.Cell)
        case returned(name: String, span: ReturnedValue.Span, area: Int)
        case whole(CountSubject)

        /// What the part counts.
        var selection: PartCoordinates.Selection {
            switch self {
            case .events(_, let categories, _, _, let flags): .events(categories: categories, flags: flags)
            case .clients(let cell): .clients(groups: cell.groups)
            case .returned(let name, _, _): .returned(name: name)
            case .whole(let subject): .whole(subject)
            }
        }

        /// The period and area of the part and, for clients, the stage that they reached.
        var frame: PartCoordinates.Frame {
            switch self {
            case .events(_, _, let months, let area, _): .events(months: months, area: area)
            case .clients(let cell): .clients(last: cell.last, area: cell.area, level: cell.level)
            case .returned(_, let span, let area): .returned(span: span, area: area)
            case .whole(let subject): .whole(subject)
            }
        }
    }

    /// The true value of each part.
    private(set) var truth: [Int] = []
    /// What each part counts, and the frame that it belongs to.
    private(set) var coordinates = PartCoordinates()
    /// Whether the parts are complete. They are not when the numbers of clients are unknown and clients may belong to
    /// too many sets of groups.
    private(set) var isComplete = true
    /// What readers know in addition to the counts.
    private(set) var limits: [CountLimit] = []
    private var positions: [Key: Int] = [:]
    private let facts: any CountedFacts
    /// For each flag of the source, the flags that it excludes, which are other values of the same column.
    private let otherFlags: [UInt16: UInt16]

    init(_ facts: any CountedFacts, otherFlags: [UInt16: UInt16] = [:]) {
        self.facts = facts
        self.otherFlags = otherFlags
    }

    /// Adds the counts and returns the parts of each.
    mutating func add(_ counts: [DisclosedCount]) -> [[Int]] {
        var classes = EventClasses(counts.map(\.subject))
        if !otherFlags.isEmpty { classes.leaveOut(otherFlags, unlessUsed: usedFlags(counts, classes.flags)) }
        let cells = ClientCells(counts.map(\.subject), facts)
        isComplete = isComplete && cells.isComplete
        let made = counts.map { count -> [Int] in
            switch count.subject {
            case .events(let events): eventParts(events, classes)
            case .returned(let returns) where count.addsUp && count.value.denominator == 1:
                returnedParts(returns, count.value.numerator) ?? [whole(count)]
            case .returned: [whole(count)]
            case .clients: cells.cells(of: count.subject).map { part(.clients($0), 0) }
            }
        }
        countEvents(counts, classes)
        cells.forEachClients { cell, clients in
            if let position = positions[.clients(cell)] { truth[position] = Saturated.sum(truth[position], clients) }
        }
        limits += cells.limits(
            counts.map(\.subject), part: { positions[.clients($0)] }, truth: facts.knowsClients ? truth : nil)
        return made
    }

    private mutating func part(_ key: Key, _ value: Int) -> Int {
        if let position = positions[key] { return position }
        positions[key] = truth.count
        truth.append(value)
        coordinates.add(key.selection, key.frame)
        return truth.count - 1
    }

    /// Returns a separate part for the whole count. A count that is not a whole number is not part of any sum.
    private mutating func whole(_ count: DisclosedCount) -> Int {
        part(.whole(count.subject), max(0, count.value.numerator / count.value.denominator))
    }

    // MARK: Events

    private mutating func eventParts(_ events: CountedEvents, _ classes: EventClasses) -> [Int] {
        let source = events.source
        let categoryClasses = Set(events.categories.compactMap { classes.categories[$0] }).sorted {
            $0.lexicographicallyPrecedes($1)
        }
        let monthClasses = Set(events.months.months.compactMap { classes.months[$0] }).sorted {
            $0.lexicographicallyPrecedes($1)
        }
        let flagged = classes.flagSets.filter { FlagBits.isIn($0, events.flag) }
        var parts: [Int] = []
        for category in categoryClasses {
            for month in monthClasses where canOccur(category, month, source, classes) {
                for area in events.areas {
                    for flags in flagged {
                        parts.append(
                            part(
                                .events(source: source, categories: category, months: month, area: area, flags: flags),
                                0))
                    }
                }
            }
        }
        return parts
    }

    /// Whether any of the categories was in use in any of the months. If none was, readers know that the count is zero.
    private func canOccur(_ category: [Int], _ month: [Int], _ source: String, _ classes: EventClasses) -> Bool {
        (classes.months(of: month)).contains { one in
            classes.categories(of: category).contains { facts.isInUse($0, of: source, in: one) }
        }
    }

    /// Returns the sets of flags that events have.
    private func usedFlags(_ counts: [DisclosedCount], _ asked: UInt16) -> Set<UInt16> {
        var used: Set<UInt16> = []
        for source in Set(counts.map(\.subject.source)) {
            facts.forEachEvent(of: source) { key, _ in used.insert(key.flags & asked) }
        }
        return used
    }

    private mutating func countEvents(_ counts: [DisclosedCount], _ classes: EventClasses) {
        let sources = counts.compactMap { count in
            if case .events(let events) = count.subject { events.source } else { nil }
        }
        for source in Set(sources).sorted() {
            facts.forEachEvent(of: source) { key, count in
                guard let category = classes.categories[key.category], let month = classes.months[key.month],
                    let position = positions[
                        .events(
                            source: source, categories: category, months: month, area: key.area,
                            flags: key.flags & classes.flags)]
                else { return }
                truth[position] = Saturated.sum(truth[position], count)
            }
        }
    }

    // MARK: Returns

    /// Returns the parts of a return. Readers know that a year is the sum of its quarters, so a quarter that was not
    /// returned is the remainder. Returns nil where the partner's numbers contradict this.
    private mutating func returnedParts(_ returns: CountedReturns, _ total: Int) -> [Int]? {
        func value(_ span: ReturnedValue.Span) -> Int? {
            facts.returnedValue(returns.source, returns.name, span, area: returns.area)
                .flatMap { $0.denominator == 1 ? $0.numerator : nil }
        }
        func part(_ span: ReturnedValue.Span, _ value: Int) -> Int {
            self.part(.returned(name: returns.name, span: span, area: returns.area), value)
        }
        if case .year(let year) = returns.spans.first, returns.spans.count == 1 {
            let quarters = (1...4).compactMap { FinancialQuarter(year: year, number: $0) }.map(
                ReturnedValue.Span.quarter)
            let known = quarters.map(value)
            let rest = Saturated.difference(total, Saturated.sum(known.compactMap(\.self)))
            let open = known.firstIndex(of: nil)
            guard known.allSatisfy({ $0 ?? 0 >= 0 }), rest >= 0, open != nil || rest == 0 else { return nil }
            return quarters.indices.map { part(quarters[$0], known[$0] ?? ($0 == open ? rest : 0)) }
        }
        guard returns.spans.allSatisfy({ value($0) ?? 0 >= 0 }) else { return nil }
        return returns.spans.map { part($0, value($0) ?? 0) }
    }
}
