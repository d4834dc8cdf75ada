import Aggregation
import Core
import Indicators

/// What readers can work out from several releases, but not from any one of them. It is found from the releases'
/// records, without the facts.
public struct ReleasesTogether {
    private var counts: [DisclosedCount] = []
    /// For each count, the numbers of the releases that show it.
    private var showing: [Set<Int>] = []
    private var positions: [CountSubject: Int] = [:]
    private var categories: [String: Int] = [:]
    /// The code of each flag, by the position of its bit.
    private var flags: [SubjectCode] = []
    private var areas: [String: Int] = [:]
    private let facts: UnknownFacts

    /// Creates the comparison from the records of the releases, with the one about to be issued first. Where a later
    /// record in the list has another number for the same count, the number was revised, and that record shows nothing
    /// exact.
    public init(_ records: [DisclosureRecord]) {
        facts = UnknownFacts(drugCodes: Self.drugCodes(of: records))
        for (number, record) in records.enumerated() {
            for count in record.counts { add(count, shownBy: number) }
        }
    }

    /// Returns the drug codes that occur in any of the records. A source is left out when a record with counts of it
    /// does not list its drug codes.
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

    /// Returns the names of the protected numbers that the first release reveals together with the others. Numbers that
    /// the others reveal among themselves are left out.
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

    /// A number that readers know. Several numbers can have the same name, and one number several names.
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
        // Small numbers that a release shows are not checked: an earlier release may have had another policy.
        let given = try problem.consistent(own.indices.filter { shown.contains(own[$0]) })
        let withheld = Set(problem.counts.indices).subtracting(given)
        let secret = problem.counts.indices.filter { index in
            problem.counts[index].leastPossible != nil && !(own.indices.contains(index) && shown.contains(own[index]))
        }
        var found = try problem.recovered(among: secret, withheld: withheld, proven: true).map { index in
            Recovered(name: problem.counts[index].name, source: source, parts: problem.counts[index].parts)
        }
        // The true values of these sums are not known, so the only check is whether readers can work them out.
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

    /// For each flag, the flags that it excludes.
    private var otherFlags: [UInt16: UInt16] {
        var found: [UInt16: UInt16] = [:]
        for (index, one) in flags.enumerated() {
            for (number, other) in flags.enumerated() where one.source == other.source && one.excludesFlag(of: other) {
                found[1 << UInt16(index), default: 0] |= 1 << UInt16(number)
            }
        }
        return found
    }

    /// Returns the bit of a code's flag. A flag that may be the same counts as the same.
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
    /// Returns the counts that do not contradict those before them. Releases are made from different deliveries, so
    /// some counts may contradict others.
    func consistent(_ counts: [Int]) throws(DisclosureFailure) -> Set<Int> {
        if isConsistent(Set(counts)) { return Set(counts) }
        var kept: Set<Int> = []
        for count in counts where isConsistent(kept.union([count])) { kept.insert(count) }
        return kept
    }

    private func isConsistent(_ shown: Set<Int>) -> Bool {
        (try? CountBounds(self, withheld: Set(counts.indices).subtracting(shown))) != nil
    }

    /// Returns the problem without its limits where the shown counts contradict them, as can happen because releases
    /// are made from different deliveries.
    fileprivate func withoutLimits(unlessConsistent shown: [Int]) -> DisclosureProblem {
        guard !limits.isEmpty, !isConsistent(Set(shown)) else { return self }
        return DisclosureProblem(
            parts: parts, counts: counts, values: counts.map(\.value), truth: truth, policies: policies)
    }
}
