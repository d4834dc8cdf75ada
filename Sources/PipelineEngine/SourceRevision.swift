import Aggregation
import Indicators
import Normalisation
import Tabular

/// What rows that were delivered since an earlier release do to the counts of a source of events, cell by cell and cause by
/// cause.
struct SourceRevision {
    /// For each cause what it adds to the counts, and takes from them.
    private(set) var deltas: [RevisionCause: FactCube] = [:]

    /// Compares the extracts of a source as they are now with those of before; an extract that had not been delivered is nil
    /// there. All are as they landed, but for rows that were put right.
    init(
        before: [ExtractOutcome?], now: [ExtractOutcome], repeats: TableSchema.Repeats, threads: Int
    ) async {
        let earlier = SupersessionResolver(before.map { $0?.identified ?? [] }, repeats: repeats)
        let later = SupersessionResolver(now.map(\.identified), repeats: repeats)
        for (change, count) in await later.changes(since: earlier, threads: threads) { take(change, count) }
        for (old, new) in zip(before, now) {
            let cause: RevisionCause = old == nil ? .lateRows : .correctedRows
            new.forEachUnidentified { add(cause, $0, $1) }
            old?.forEachUnidentified { add(cause, $0, -$1) }
        }
    }

    private mutating func take(_ change: StandingChange, _ count: Int) {
        let cause = Self.cause(of: change)
        if let before = change.before, before.outcome == .accepted {
            add(cause, FactKey(word: before.payload), -count)
        }
        if let after = change.after, after.outcome == .accepted { add(cause, FactKey(word: after.payload), count) }
    }

    private mutating func add(_ cause: RevisionCause, _ key: FactKey, _ count: Int) {
        deltas[cause, default: FactCube()].add(key, count)
    }

    /// The one cause of a change: the first in the order of `RevisionCause` that applies.
    static func cause(of change: StandingChange) -> RevisionCause {
        guard let after = change.after, !change.isOfEarlierExtract else { return .correctedRows }
        guard let before = change.before else { return .lateRows }
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
    /// The accepted rows that have no identifier, by cell.
    fileprivate func forEachUnidentified(_ body: (FactKey, Int) -> Void) {
        var others = FactCube()
        others.merge(cube)
        for row in identified.lazy.flatMap(\.rows) where row.outcome == .accepted {
            others.add(FactKey(word: row.payload), -1)
        }
        others.forEach { if $1 != 0 { body($0, $1) } }
    }
}
