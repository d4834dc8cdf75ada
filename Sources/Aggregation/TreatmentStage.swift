public import Core

/// How far a client of a window got. Each stage includes those before it: clients who returned had completed in the first half,
/// clients who completed were in effective treatment, and those were in treatment.
public enum TreatmentStage: Int, CaseIterable, Comparable, Sendable {
    case inTreatment, inEffectiveTreatment, completed, completedInFirstHalf, returned

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension TreatmentCohort {
    /// The client groups of an area that published counts can be sums of: how many clients reached which stage and no later
    /// one, by the groups that they belong to (bit n for `groups[n]`). `window` is the twelve months.
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

    /// The clients who reached each stage, later ones included.
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
    /// Every set of the groups that a client can belong to at once, as bits in their order: a client has one drug code or
    /// several, of those that are in use; of any, when it is not known which are. Nil when there are more than `limit`.
    public static func memberships(
        of groups: [TreatmentGroup], limit: Int, codesInUse: Set<UInt16>? = nil
    ) -> Set<UInt64>? {
        guard groups.count <= 64 else { return nil }
        // Codes between two limits of ranges belong to the same groups.
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
