public import Core

/// The stage that a client reached in a window. Each stage includes the stages before it. Clients who returned had
/// completed in the first half, clients who completed were in effective treatment, and clients in effective treatment
/// were in treatment.
public enum TreatmentStage: Int, CaseIterable, Comparable, Sendable {
    case inTreatment, inEffectiveTreatment, completed, completedInFirstHalf, returned

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension TreatmentCohort {
    /// Returns the number of clients of an area in each cell, so that every published count is a sum of cells. A cell
    /// has the clients who reached one stage and no later one, and who belong to one set of groups (bit n for
    /// `groups[n]`). `window` is the twelve months.
    public static func clients(
        _ episodes: [Episode], area: Int, groups: [TreatmentGroup], window: Period
    ) -> [(stage: TreatmentStage, groups: UInt64, clients: Int)] {
        var stages: [RecordKey: TreatmentStage] = [:]
        var memberships: [RecordKey: UInt64] = [:]
        for (number, group) in groups.enumerated() {
            let cohort = TreatmentCohort(episodes, area: area, group: group, window: window)
            for (stage, clients) in cohort.clientsByStage {
                for client in clients {
                    stages[client] = max(stages[client] ?? stage, stage)
                    memberships[client, default: 0] |= 1 << UInt64(number)
                }
            }
        }
        var counts: [TreatmentStage: [UInt64: Int]] = [:]
        for (client, stage) in stages { counts[stage, default: [:]][memberships[client] ?? 0, default: 0] += 1 }
        return counts.flatMap { stage, byGroups in byGroups.map { (stage, $0.key, $0.value) } }
    }

    /// The clients who reached each stage, including those who reached a later one.
    private var clientsByStage: [(TreatmentStage, Set<RecordKey>)] {
        let (completed, returned) = (completers, returners)
        return [
            (.inTreatment, completed.base ?? []), (.inEffectiveTreatment, effectivelyTreated.counted),
            (.completed, completed.counted), (.completedInFirstHalf, returned.base ?? []),
            (.returned, returned.counted),
        ]
    }
}

extension TreatmentGroup {
    /// Returns every set of groups that a client can belong to at once, as bits in the order of the groups. A client
    /// has one or more of the drug codes in use or, when these are not known, of all codes. Returns nil when there are
    /// more than `limit` sets.
    public static func memberships(
        of groups: [TreatmentGroup], limit: Int, codesInUse: Set<UInt16>? = nil
    ) -> Set<UInt64>? {
        guard groups.count <= 64 else { return nil }
        // All codes between two ends of ranges belong to the same groups.
        let codes =
            codesInUse
            ?? Set(
                groups.flatMap(\.codes).flatMap {
                    [$0.lowerBound, $0.upperBound, $0.lowerBound &- 1, $0.upperBound &+ 1]
                })
        let single = Set(
            codes.map { code in
                groups.indices.reduce(UInt64(0)) { $0 | (groups[$1].contains(code) ? 1 << UInt64($1) : 0) }
            })
        var all: Set<UInt64> = []
        for membership in single where membership != 0 {
            all.formUnion(all.map { $0 | membership })
            all.insert(membership)
            if all.count > limit { return nil }
        }
        return all
    }
}
