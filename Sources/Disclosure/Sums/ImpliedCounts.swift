import Aggregation
import Core
import Indicators

/// Counts that are in no table, and that follow by subtraction: what a count leaves over of another that it is part of, and
/// what all that are part of it leave over together. The year to date less the quarter is the months before; a total less its
/// rows is what no row has. Only counts of one kind are compared, which differ in period, in area, in category or group, or in
/// stage: other differences are counts of nothing in particular.
struct ImpliedCounts {
    /// One of them.
    struct Implied {
        let name: String
        let parts: [Int]
        let value: Int
        /// So many values must remain possible.
        let leastPossible: Int
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

    /// What two groups of clients have in common, or one has alone, where that number is not known.
    struct Overlap {
        let name: String
        let parts: [Int]
        let policy: DisclosurePolicy
    }

    private(set) var implied: [Implied] = []
    /// Without truth, what may be small; with it those that are small are implied.
    private(set) var overlaps: [Overlap] = []
    /// The sets of parts of all counts, and of what was implied.
    private(set) var seen: Set<Set<Int>>

    /// Those among counts of one source that their policies withhold. `parts` are those of each count, and `truth` is the value
    /// of each part; nil when it is not known.
    init(_ counts: [DisclosedCount], parts: [[Int]], truth: [Int]?) {
        let sets = parts.map { Set($0) }
        seen = Set(sets)
        var families: [Family: [Int]] = [:]
        for (index, count) in counts.enumerated() {
            for family in Self.families(of: count.subject) { families[family, default: []].append(index) }
        }
        let members = families.filter { $0.value.count > 1 }.sorted { $0.value.lexicographicallyPrecedes($1.value) }
        for (kind, family) in members {
            if truth != nil, case .groups = kind { addOverlaps(of: family, counts, sets, truth) }
            for whole in family {
                let within = family.filter { sets[$0].isStrictSubset(of: sets[whole]) }
                for part in within {
                    add(
                        "\(counts[whole].name) without \(counts[part].name)", sets[whole].subtracting(sets[part]),
                        Saturated.difference(counts[whole].value.numerator, counts[part].value.numerator),
                        counts[whole].policy.stricter(counts[part].policy))
                }
                guard within.count > 1 else { continue }
                let policy = within.reduce(counts[whole].policy) { $0.stricter(counts[$1].policy) }
                let rest = within.reduce(into: sets[whole]) { $0.subtract(sets[$1]) }
                let value =
                    if let truth {
                        Saturated.sum(rest.lazy.map { truth[$0] })
                    } else {
                        Self.rest(of: whole, within, counts, sets)
                    }
                if let value { add("\(counts[whole].name) without the parts shown beside it", rest, value, policy) }
            }
            // What is known to be small is not looked for again.
            if truth == nil, case .groups = kind { addOverlaps(of: family, counts, sets, nil) }
        }
    }

    /// What two groups of clients have in common, and what each has alone, where neither is a part of the other: with all of
    /// both together beside them, it follows by subtraction. How few they are may be seen from the smaller group; they must not be
    /// known exactly. Groups that only earlier releases count overlap like others; their policy is not known here, so that the
    /// strictest beside them holds.
    private mutating func addOverlaps(
        of family: [Int], _ counts: [DisclosedCount], _ sets: [Set<Int>], _ truth: [Int]?
    ) {
        let strictest = family.reduce(DisclosurePolicy.none) { $0.stricter(counts[$1].policy) }
        guard strictest != .none else { return }
        func policy(_ count: Int) -> DisclosurePolicy {
            counts[count].places.isEmpty ? counts[count].policy.stricter(strictest) : counts[count].policy
        }
        for (index, one) in family.enumerated() {
            for other in family.dropFirst(index + 1) {
                let both = sets[one].intersection(sets[other])
                guard !both.isEmpty, both.count < min(sets[one].count, sets[other].count) else { continue }
                let policy = policy(one).stricter(policy(other))
                for (parts, words) in [
                    (both, "both \(counts[one].name) and \(counts[other].name)"),
                    (sets[one].subtracting(both), "\(counts[one].name) without \(counts[other].name)"),
                    (sets[other].subtracting(both), "\(counts[other].name) without \(counts[one].name)"),
                ] {
                    if let truth {
                        add(words, parts, Saturated.sum(parts.lazy.map { truth[$0] }), policy, leastPossible: 2)
                    } else if policy != .none, seen.insert(parts).inserted {
                        overlaps.append(Overlap(name: words, parts: parts.sorted(), policy: policy))
                    }
                }
            }
        }
    }

    /// Zero is left out: that a total has no other rows is how tables are made.
    private mutating func add(
        _ name: String, _ parts: Set<Int>, _ value: Int, _ policy: DisclosurePolicy, leastPossible: Int? = nil
    ) {
        guard value > 0, policy.withholds(Rational(value)),
            let least = leastPossible ?? policy.leastPossible, seen.insert(parts).inserted
        else { return }
        implied.append(Implied(name: name, parts: parts.sorted(), value: value, leastPossible: least))
    }

    /// What the widest counts within a count leave over of it; nil when they overlap, so that it is not known without the parts.
    private static func rest(
        of whole: Int, _ within: [Int], _ counts: [DisclosedCount], _ sets: [Set<Int>]
    ) -> Int? {
        let widest = within.filter { one in !within.contains { sets[one].isStrictSubset(of: sets[$0]) } }
        let distinct = widest.enumerated().filter { index, one in
            !widest.prefix(index).contains { sets[$0] == sets[one] }
        }
        .map(\.element)
        let together = distinct.reduce(into: Set<Int>()) { $0.formUnion(sets[$1]) }
        guard together.count == distinct.reduce(0, { $0 + sets[$1].count }) else { return nil }
        return Saturated.difference(
            counts[whole].value.numerator, Saturated.sum(distinct.lazy.map { counts[$0].value.numerator }))
    }

    private static func families(of subject: CountSubject) -> [Family] {
        switch subject {
        case .events(let events):
            [
                .categories(months: events.months, areas: events.areas),
                .months(categories: events.categories, flag: events.flag, areas: events.areas),
                .areas(categories: events.categories, flag: events.flag, months: events.months),
            ]
        case .clients(_, let stage, let group, let last, let area):
            [.groups(stage: stage, last: last, area: area), .stages(group: group, last: last, area: area)]
        case .returned(let returns): [.spans(name: returns.name, area: returns.area)]
        }
    }
}
