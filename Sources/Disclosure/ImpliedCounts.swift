import Aggregation
import Indicators
import Tabular

/// Counts that stand in no table, and that subtraction gives: what a count leaves over of another that it is part of, and
/// what all that are part of it leave over together. The year to date less the quarter is the months before; a total less its
/// rows is what no row has. Only counts of one kind are compared, that differ in period, in area, in category or group, or in
/// stage: other differences are counts of nothing in particular.
struct ImpliedCounts {
    /// One of them.
    struct Implied {
        let name: String
        let parts: [Int]
        let policy: DisclosurePolicy
    }

    /// All counts with the same family differ in one respect.
    private enum Family: Hashable {
        case categories(months: Period, areas: [Int])
        case months(categories: Set<Int>, flag: UInt16?, areas: [Int])
        case areas(categories: Set<Int>, flag: UInt16?, months: Period)
        case groups(stage: TreatmentStage, last: Month, area: Int)
        case stages(group: TreatmentGroup, last: Month, area: Int)
        case spans(name: String, area: Int)
    }

    private(set) var implied: [Implied] = []
    private var seen: Set<Set<Int>>

    /// Those among counts of one source that their policies withhold. `parts` are those of each count.
    init(_ counts: [DisclosedCount], parts: [[Int]], truth: [Int]) {
        let sets = parts.map { Set($0) }
        seen = Set(sets)
        var families: [Family: [Int]] = [:]
        for (index, count) in counts.enumerated() {
            for family in Self.families(of: count.subject) { families[family, default: []].append(index) }
        }
        var members = families.values.filter { $0.count > 1 }
        members.sort { $0.lexicographicallyPrecedes($1) }
        for family in members {
            for whole in family {
                let within = family.filter { sets[$0].isStrictSubset(of: sets[whole]) }
                for part in within {
                    add(
                        "\(counts[whole].name) without \(counts[part].name)",
                        sets[whole].subtracting(sets[part]), counts[whole].policy.stricter(counts[part].policy), truth)
                }
                guard within.count > 1 else { continue }
                let policy = within.reduce(counts[whole].policy) { $0.stricter(counts[$1].policy) }
                let rest = within.reduce(into: sets[whole]) { $0.subtract(sets[$1]) }
                add("\(counts[whole].name) without what stands beside it", rest, policy, truth)
            }
        }
    }

    /// Zero is left out: that a total has no other rows is how tables are made.
    private mutating func add(_ name: String, _ parts: Set<Int>, _ policy: DisclosurePolicy, _ truth: [Int]) {
        let value = parts.reduce(0) { $0 + truth[$1] }
        guard value > 0, policy.withholds(Rational(value)), seen.insert(parts).inserted else { return }
        implied.append(Implied(name: name, parts: parts.sorted(), policy: policy))
    }

    private static func families(of subject: CountSubject) -> [Family] {
        switch subject {
        case .events(_, let categories, let flag, let months, let areas):
            [
                .categories(months: months, areas: areas),
                .months(categories: categories, flag: flag, areas: areas),
                .areas(categories: categories, flag: flag, months: months),
            ]
        case .clients(_, let stage, let group, let last, let area):
            [.groups(stage: stage, last: last, area: area), .stages(group: group, last: last, area: area)]
        case .returned(_, let name, _, let area): [.spans(name: name, area: area)]
        }
    }
}
