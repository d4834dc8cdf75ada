import Aggregation
import Core
import Indicators
import Normalisation
import Records

/// The effect of rows that were delivered since an earlier release on the counts of a source of events, by cell and
/// cause.
struct SourceRevision {
    /// For each cause, the numbers that it adds to the counts and takes from them.
    private(set) var deltas: [RevisionCause: FactCube] = [:]

    /// The months that count from another extract than before.
    private let redelivered: Set<Month>

    /// Compares the current extracts of a source with the earlier ones. An extract that had not been delivered is nil
    /// among the earlier ones. All extracts are as they landed, except for corrected rows and for rows of units that
    /// count from another extract.
    init(
        before: [ExtractOutcome?], now: [ExtractOutcome], source: PipelinePlan.Source, threads: Int
    ) async {
        redelivered = Self.redelivered(before, now)
        // The order is the current one, since extracts that had not been delivered had no rows then.
        let order = ResolutionOrder(
            now, byUnit: source.delivery != nil, rowsAreCells: source.records.rowsAreCells)
        func resolver(_ blocks: [[IdentifiedBlock]]) -> SupersessionResolver {
            SupersessionResolver(
                order.positions.map { blocks[$0] }, repeats: source.repeats, precedence: order.precedence)
        }
        let earlier = resolver(before.map { $0?.identified ?? [] })
        let later = resolver(now.map(\.identified))
        for (change, count) in await later.changes(since: earlier, threads: threads) { take(change, count) }
        for (old, new) in zip(before, now) {
            let cause: RevisionCause = old == nil ? .lateRows : .correctedRows
            new.forEachUnidentified { add(self.cause(cause, in: $0.month), $0, $1) }
            old?.forEachUnidentified { add(self.cause(cause, in: $0.month), $0, -$1) }
        }
    }

    /// Returns the months of units that counted from another extract before.
    private static func redelivered(_ before: [ExtractOutcome?], _ now: [ExtractOutcome]) -> Set<Month> {
        var holders: [DeliveryUnit: Int] = [:]
        for (index, old) in before.enumerated() {
            for unit in old?.standingUnits.keys ?? [:].keys { holders[unit] = index }
        }
        var months: Set<Month> = []
        for (index, new) in now.enumerated() {
            for unit in new.standingUnits.keys {
                guard let holder = holders[unit], holder != index, let period = unit.period else { continue }
                months.formUnion(period.months)
            }
        }
        return months
    }

    private func cause(_ usual: RevisionCause, in month: Month) -> RevisionCause {
        redelivered.contains(month) ? .redelivered : usual
    }

    private mutating func take(_ change: StandingChange, _ count: Int) {
        let cause = cause(of: change)
        if let before = change.before, before.outcome == .accepted {
            add(cause, FactKey(word: before.payload), -count)
        }
        if let after = change.after, after.outcome == .accepted { add(cause, FactKey(word: after.payload), count) }
    }

    private mutating func add(_ cause: RevisionCause, _ key: FactKey, _ count: Int) {
        deltas[cause, default: FactCube()].add(key, count)
    }

    /// Returns the single cause of a change: the first in the order of `RevisionCause` that applies.
    private func cause(of change: StandingChange) -> RevisionCause {
        let month = (change.before ?? change.after).map { FactKey(word: $0.payload).month }
        let isRedelivered = month.map(redelivered.contains) ?? false
        guard let after = change.after, !change.isOfEarlierExtract else {
            return isRedelivered ? .redelivered : .correctedRows
        }
        guard let before = change.before else { return isRedelivered ? .redelivered : .lateRows }
        switch (before.outcome, after.outcome) {
        case (_, .cancelled): return .cancelled
        case (.cancelled, _): return .reinstated
        case (.outOfScope(let reason), _), (_, .outOfScope(let reason)):
            return reason == .category ? .reclassified : .movedArea
        case (_, _):
            let (old, new) = (FactKey(word: before.payload), FactKey(word: after.payload))
            if old.area != new.area { return .movedArea }
            return old.month != new.month ? .redated : .reclassified
        }
    }
}

extension ExtractOutcome {
    /// Calls the body for each cell of accepted rows without an identifier, with the number of these rows.
    fileprivate func forEachUnidentified(_ body: (FactKey, Int) -> Void) {
        var others = FactCube()
        others.merge(self.cube)
        for row in self.identified.lazy.flatMap(\.rows) where row.outcome == .accepted {
            others.add(FactKey(word: row.payload), -1)
        }
        others.forEach { if $1 != 0 { body($0, $1) } }
    }
}
