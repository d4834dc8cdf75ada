import Aggregation
import Core
import Indicators

/// What readers of several releases can work out that readers of each cannot: by their records alone, without facts.
public struct ReleasesTogether {
    private var counts: [DisclosedCount] = []
    /// For each count the releases that show it, by number.
    private var showing: [Set<Int>] = []
    private var positions: [CountSubject: Int] = [:]
    private var categories: [String: Int] = [:]
    /// A code for each flag.
    private var flags: [SubjectCode] = []
    private var areas: [String: Int] = [:]
    private let facts: UnknownFacts

    /// The releases, the one that is about to be issued first. A number that a later one in the list has otherwise was revised,
    /// and shows nothing exact.
    public init(_ records: [DisclosureRecord]) {
        facts = UnknownFacts(drugCodes: Self.drugCodes(of: records))
        for (number, record) in records.enumerated() {
            for count in record.counts { add(count, shownBy: number) }
        }
    }

    /// The drug codes that occur in any of the records; none of a source with counts of which a record does not say it.
    private static func drugCodes(of records: [DisclosureRecord]) -> [String: Set<UInt16>] {
        var (found, unknown): ([String: Set<UInt16>], Set<String>) = ([:], [])
        for record in records {
            for source in Set(record.counts.lazy.filter { $0.subject.drugs != nil }.map(\.subject.source)) {
                guard let codes = record.drugCodes?[source] else {
                    unknown.insert(source)
                    continue
                }
                found[source, default: []].formUnion(codes)
            }
        }
        return found.filter { !unknown.contains($0.key) }
    }

    private mutating func add(_ count: DisclosureRecord.Count, shownBy release: Int) {
        guard let subject = subject(of: count) else { return }
        let policy = count.below.map { DisclosurePolicy.suppressBelow($0, zeroToo: count.zeroToo) } ?? .none
        if let position = positions[subject] {
            guard counts[position].value == Rational(count.value) else { return }
            counts[position].policy = counts[position].policy.stricter(policy)
            if count.isShown { showing[position].insert(release) }
            return
        }
        positions[subject] = counts.count
        counts.append(
            DisclosedCount(
                subject: subject, value: Rational(count.value), name: count.name,
                addsUp: count.subject.kind == IndicatorKind.count.rawValue, policy: policy))
        showing.append(count.isShown ? [release] : [])
    }

    /// What the first release reveals, beside the others, of numbers that may not be published, by what they are. What the others
    /// reveal among themselves is left out.
    public func revealed() throws(DisclosureFailure) -> [String] {
        let others = counts.indices.filter { !showing[$0].subtracting([0]).isEmpty }
        let all = counts.indices.filter { !showing[$0].isEmpty }
        let before = Set(try recovered(shown: others).map { [$0.source] + $0.parts.map(String.init) })
        var names: [String] = []
        for one in try recovered(shown: all)
        where !before.contains([one.source] + one.parts.map(String.init)) && !names.contains(one.name) {
            names.append(one.name)
        }
        return names
    }

    /// A number that readers know. Several can have one name, and one several names.
    private struct Recovered {
        let name: String
        let source: String
        let parts: [Int]
    }

    private func recovered(shown: [Int]) throws(DisclosureFailure) -> [Recovered] {
        let bySource = Dictionary(grouping: counts.indices) { counts[$0].subject.source }
        var found: [Recovered] = []
        for (source, own) in bySource.sorted(by: { $0.key < $1.key }) {
            found += try recovered(of: own, in: source, shown: Set(shown))
        }
        return found
    }

    private func recovered(
        of own: [Int], in source: String, shown: Set<Int>
    ) throws(DisclosureFailure) -> [Recovered] {
        var parts = CountParts(facts, otherFlags: otherFlags)
        let made = parts.add(own.map { counts[$0] })
        guard parts.isComplete else { throw .numbersTooLarge }
        let ownCounts = own.map { counts[$0] }
        let known = ImpliedCounts(ownCounts, parts: made, truth: nil)
        let (implied, overlaps) = (known.implied, known.overlaps)
        let policies = PartPolicies(ownCounts, parts: made, coordinates: parts.coordinates) { ownCounts[$0].policy }
        let asked = AskedSums(
            ownCounts, SelectedGroups(ownCounts, parts: made, coordinates: parts.coordinates), parts: made,
            coordinates: parts.coordinates, truth: nil, besides: known.seen,
            policies: policies.policies)
        guard asked.isComplete else { throw .numbersTooLarge }
        let listed = zip(own, made).map { index, parts in
            DisclosureProblem.Count(
                name: counts[index].name, parts: parts, leastPossible: counts[index].leastPossible)
        }
        let problem = DisclosureProblem(
            parts: parts.truth.count,
            counts: listed
                + implied.map {
                    DisclosureProblem.Count(name: $0.name, parts: $0.parts, leastPossible: $0.leastPossible)
                }, values: own.map { max(0, counts[$0].value.numerator) } + implied.map(\.value), limits: parts.limits,
            policies: policies.policies
        )
        .withoutLimits(unlessConsistent: own.indices.filter { shown.contains(own[$0]) })
        guard !problem.hasLargeComponent else { throw .numbersTooLarge }
        // Small numbers that stand in a release are not looked for: an earlier one had another policy.
        let given = try problem.consistent(own.indices.filter { shown.contains(own[$0]) })
        let withheld = Set(problem.counts.indices).subtracting(given)
        let secret = problem.counts.indices.filter { index in
            problem.counts[index].leastPossible != nil && !(own.indices.contains(index) && shown.contains(own[index]))
        }
        var found = try problem.recovered(among: secret, withheld: withheld, proven: true).map { index in
            Recovered(name: problem.counts[index].name, source: source, parts: problem.counts[index].parts)
        }
        // Nobody knows how many these are: they are only asked for.
        var bounds = try CountBounds(problem, withheld: withheld)
        let sums = overlaps.map { AskedSums.Sum(parts: $0.parts, policy: $0.policy) } + asked.sums
        for rest in problem.smallRests(withheld: withheld) {
            found.append(Recovered(name: problem.secret(of: rest).name(), source: source, parts: rest.parts))
        }
        for (index, only) in try bounds.onlyValues(of: sums.map(\.parts)).enumerated() {
            guard let only, only > 0, sums[index].policy.withholds(Rational(only)) else { continue }
            let name = index < overlaps.count ? overlaps[index].name : sums[index].name(ownCounts, made)
            found.append(Recovered(name: name, source: source, parts: sums[index].parts))
        }
        return found
    }

    // MARK: Subjects

    private mutating func subject(of count: DisclosureRecord.Count) -> CountSubject? {
        let code = count.subject
        let areas = count.areas.map { position(of: $0, in: \.areas) }
        if let names = code.categoryCodes {
            guard let first = count.periods.first.flatMap({ Month($0) }),
                let last = count.periods.last.flatMap({ Month($0) })
            else { return nil }
            return .events(
                CountedEvents(
                    source: code.source, categories: Set(names.map { position(of: $0, in: \.categories) }),
                    flag: code.flag.map { _ in bit(of: code) }, months: Period(first: first, last: last), areas: areas))
        }
        if let drugs = code.drugs {
            guard let stage = count.stage.flatMap(TreatmentStage.init), let area = areas.first,
                let last = count.periods.last.flatMap({ Month($0) })
            else { return nil }
            return .clients(
                source: code.source, stage: stage, group: TreatmentGroup(drugs: drugs), last: last, area: area)
        }
        guard let name = code.returned, let area = areas.first else { return nil }
        return .returned(
            CountedReturns(
                source: code.source, name: name, spans: count.periods.compactMap { ReturnedValue.Span($0) },
                area: area))
    }

    private mutating func position(of name: String, in table: WritableKeyPath<Self, [String: Int]>) -> Int {
        if let known = self[keyPath: table][name] { return known }
        self[keyPath: table][name] = self[keyPath: table].count
        return self[keyPath: table].count - 1
    }

    /// The flags that each flag excludes.
    private var otherFlags: [UInt16: UInt16] {
        var found: [UInt16: UInt16] = [:]
        for (index, one) in flags.enumerated() {
            for (number, other) in flags.enumerated() where one.source == other.source && one.excludesFlag(of: other) {
                found[1 << UInt16(index), default: 0] |= 1 << UInt16(number)
            }
        }
        return found
    }

    /// The bit of a code's flag: one that is possibly the same counts as the same.
    private mutating func bit(of code: SubjectCode) -> UInt16 {
        let known =
            flags.firstIndex { $0.hasSameFlag(as: code) == true }
            ?? flags.firstIndex { $0.hasSameFlag(as: code) == nil }
        if let known { return 1 << UInt16(known) }
        flags.append(code)
        return 1 << UInt16(flags.count - 1)
    }
}

extension DisclosureProblem {
    /// As many of the counts as do not contradict those before them: releases are made of different deliveries.
    func consistent(_ counts: [Int]) throws(DisclosureFailure) -> Set<Int> {
        if isConsistent(Set(counts)) { return Set(counts) }
        var kept: Set<Int> = []
        for count in counts where isConsistent(kept.union([count])) { kept.insert(count) }
        return kept
    }

    private func isConsistent(_ shown: Set<Int>) -> Bool {
        (try? CountBounds(self, withheld: Set(counts.indices).subtracting(shown))) != nil
    }

    /// The same without what readers know beside the counts, where these contradict it: releases are made of different
    /// deliveries.
    fileprivate func withoutLimits(unlessConsistent shown: [Int]) -> DisclosureProblem {
        guard !limits.isEmpty, !isConsistent(Set(shown)) else { return self }
        return DisclosureProblem(
            parts: parts, counts: counts, values: counts.map(\.value), truth: truth, policies: policies)
    }
}
