import Aggregation
import Core
import Indicators

/// Counts that are in no table but follow by subtraction: a count less one count within it, and a count less all counts
/// within it. The year to date less the quarter gives the months before; a total less its rows gives what is in no row.
/// Only counts that differ in a single respect are compared: period, area, category or group, or stage. Other
/// differences do not count anything in particular.
struct ImpliedCounts {
    /// One implied count.
    struct Implied {
        let name: String
        let parts: [Int]
        let value: Int
        /// How many values must remain possible.
        let leastPossible: Int
    }

    /// All counts of the same family differ in only one respect.
    private enum Family: Hashable {
        case categories(months: Period, areas: [Int])
        case months(categories: Set<Int>, flag: UInt16?, areas: [Int])
        case areas(categories: Set<Int>, flag: UInt16?, months: Period)
        case groups(stage: TreatmentStage, last: Month, area: Int)
        case stages(group: TreatmentGroup, last: Month, area: Int)
        case spans(name: String, area: Int)
    }

    /// The clients that are in two groups, or in only one of the two, where their number is not known.
    struct Overlap {
        let name: String
        let parts: [Int]
        let policy: DisclosurePolicy
    }

    private(set) var implied: [Implied] = []
    /// The overlaps that may be small, when true values are not known. When true values are known, small overlaps are
    /// in `implied`.
    private(set) var overlaps: [Overlap] = []
    /// The sets of parts of all counts and of all implied counts.
    private(set) var seen: Set<Set<Int>>

    /// Collects the implied counts of one source that the policies withhold. `parts` has the parts of each count, and
    /// `truth` the value of each part, or nil when values are not known.
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
            // Overlaps that are already known to be small are not added again.
            if truth == nil, case .groups = kind { addOverlaps(of: family, counts, sets, nil) }
        }
    }

    /// Adds the clients that are in two groups, and in only one of the two, where neither group contains the other.
    /// Where a figure counts the clients of both groups together, each client once, these numbers follow by
    /// subtraction. Readers may see from the smaller group that such clients are few, but must not know their exact
    /// number. Groups that only earlier releases count overlap like others. Their policy is not known here, so the
    /// strictest policy of the family applies.
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

    /// Adds an implied count if the policy withholds it. Zero is left out: a total often has no rows but those shown.
    private mutating func add(
        _ name: String, _ parts: Set<Int>, _ value: Int, _ policy: DisclosurePolicy, leastPossible: Int? = nil
    ) {
        guard value > 0, policy.withholds(Rational(value)),
            let least = leastPossible ?? policy.leastPossible, seen.insert(parts).inserted
        else { return }
        implied.append(Implied(name: name, parts: parts.sorted(), value: value, leastPossible: least))
    }

    /// Returns a count less the widest counts within it; nil when these overlap, because the result is then not known
    /// without the parts.
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
