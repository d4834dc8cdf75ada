public import Indicators

/// Withholds small numbers of persons from the tables of a release, with all figures that would reveal them.
///
/// It works on the numbers that figures are calculated from, not on cells. A protected number is withheld everywhere,
/// with every rate, difference, percentage and word based on it. The year to date, a whole area or a total is withheld
/// when it would reveal the number by subtraction. Every figure that an earlier release makes unsafe is withheld, too.
public struct DisclosureControl: Sendable {
    private let withSecondary: Bool
    /// Whether more may be withheld than necessary, because exact reasoning failed.
    public private(set) var isRough = false
    let counts: [DisclosedCount]
    private let systems: [System]
    /// The sources with numbers that may have to be withheld. Either one of their indicators has a policy, or an issued
    /// release withholds one of their figures.
    public let sources: Set<String>

    /// Creates a control of the tables with these layouts. `earlier` has the figures issued before. `otherFlags` has,
    /// for each flag of a source, the flags that are other values of the same column. With `certainOnly`, an earlier
    /// number counts as known only if readers certainly have it. Without secondary suppression, an option for tests
    /// only, the tables are not safe.
    public init(
        layouts: [TableLayout], evaluator: IndicatorEvaluator, earlier: [EarlierFigure] = [],
        otherFlags: [String: [UInt16: UInt16]] = [:], certainOnly: Bool = false, withSecondary: Bool = true
    ) {
        self.withSecondary = withSecondary
        let withheldBefore = earlier.compactMap { figure in
            if case .counted(let indicator, _) = figure.meaning, figure.value == nil {
                indicator.subject.source
            } else {
                nil
            }
        }
        let sources = Self.guardedSources(of: layouts).union(withheldBefore)
        self.sources = sources
        var counts = DisclosedCounts(layouts, sources: sources, evaluator)
        if !sources.isEmpty {
            counts.takeUp(earlier, in: layouts, sources: sources, evaluator, certainOnly: certainOnly)
        }
        self.counts = counts.counts
        systems = Self.systems(of: counts.counts, evaluator, otherFlags)
    }

    /// Returns the sources with an indicator that has a policy.
    private static func guardedSources(of layouts: [TableLayout]) -> Set<String> {
        Set(layouts.flatMap(\.rows).map(\.indicator).filter { $0.disclosure != .none }.map(\.subject.source))
    }

    /// Returns the tables without the figures that must not be published. The tables must be in the order of the
    /// layouts.
    public func apply(to tables: [FigureTable]) throws(DisclosureFailure) -> [FigureTable] {
        var withheld = Set(counts.indices.filter { counts[$0].isPrimary })
        if withSecondary {
            for system in systems {
                let found = try system.problem.withheld(besides: secrets(of: system), isRough: isRough)
                withheld.formUnion(found.compactMap { system.counts[safe: $0] })
            }
        }
        guard !withheld.isEmpty else { return tables }
        return tables.withholding(Set(withheld.flatMap { counts[$0].places }))
    }

    /// Returns the tables without any number of those sources that have numbers to withhold.
    public func withoutAll(in tables: [FigureTable]) -> [FigureTable] {
        tables.withholding(Set(systems.flatMap(\.counts).flatMap { counts[$0].places }))
    }

    /// The sources without any number in the tables that `withoutAll` returns.
    public var emptiedSources: [String] {
        systems.compactMap { $0.counts.first.map { counts[$0].subject.source } }.sorted()
    }

    /// The same control without exact reasoning, which withholds more than necessary.
    public var roughened: DisclosureControl {
        var control = self
        control.isRough = true
        return control
    }

    /// The sources with more withheld figures than necessary, because they have too many numbers for exact reasoning.
    public var roughSources: [String] {
        systems.filter { isRough || $0.isCut || $0.problem.hasLargeComponent }.compactMap {
            $0.counts.first.map { counts[$0].subject.source }
        }.sorted()
    }

    /// Returns the sums of a system in the form that its problem uses.
    private func secrets(of system: System) -> [DisclosureProblem.Secret] {
        let own = system.counts.map { counts[$0] }
        let parts = system.problem.counts.prefix(own.count).map(\.parts)
        return system.sums.map { sum in
            DisclosureProblem.Secret(parts: sum.parts) { sum.name(own, parts) }
        }
    }

    /// Whether readers know some number according to this control, but not according to the other control of the same
    /// tables.
    public func knowsMore(than other: DisclosureControl) -> Bool {
        zip(counts, other.counts).contains { $0.isPublic && !$1.isPublic }
    }

    /// Returns the names of the protected numbers and the withheld cells that a reader of the tables could recover. The
    /// tables are taken as they are. A number counts as published when any figure based on it is shown. A withheld
    /// figure counts as recovered when every number behind it is known.
    public func recovered(from tables: [FigureTable]) throws(DisclosureFailure) -> [String] {
        let withheld = Set(
            counts.indices.filter { index in
                !counts[index].isPublic && counts[index].places.allSatisfy { !tables[$0].isPublished }
            })
        var recovered: Set<Int> = []
        var names: [String] = []
        for system in systems {
            let hidden = system.problem.counts.indices.filter { index in
                system.counts[safe: index].map(withheld.contains) ?? true
            }
            let found = try system.problem.recovered(
                withheld: Set(hidden), besides: secrets(of: system), isRough: isRough)
            for index in found.counts {
                if let count = system.counts[safe: index] {
                    recovered.insert(count)
                } else {
                    names.append(system.problem.counts[index].name)
                }
            }
            names += found.secrets
        }
        let unknown = withheld.subtracting(recovered)
        let protected = Set(unknown.flatMap { counts[$0].places })
        return counts.indices.filter { index in
            let count = counts[index]
            if count.isPrimary, !count.isPublic, !unknown.contains(index) { return true }
            return recovered.contains(index)
                && count.places.contains { tables[$0].value == .missing(.confidential) && !protected.contains($0) }
        }.map { counts[$0].name } + names
    }

    /// Whether the monthly numbers of an indicator may be drawn or listed. The tables do not have these numbers. They
    /// are withheld for every indicator with a policy, and for every other indicator of a source with withheld figures.
    public static func allowsMonths(
        of indicator: Indicator, in tables: [FigureTable], layouts: [TableLayout]
    ) -> Bool {
        guard indicator.disclosure == .none else { return false }
        return zip(layouts, tables).allSatisfy { layout, table in
            zip(layout.rows, table.rows).allSatisfy { line, row in
                line.indicator.subject.source != indicator.subject.source
                    || row.figures.allSatisfy { $0.value != .missing(.confidential) }
            }
        }
    }

    /// The counts of a source, by position, and the problem that a reader can try to solve. After these counts, the
    /// problem has implied counts, which are in no table.
    private struct System: Sendable {
        let counts: [Int]
        let problem: DisclosureProblem
        /// Other sums that readers must not know exactly.
        let sums: [AskedSums.Sum]
        /// Whether counts are withheld because their groups partly overlap with too many others.
        let isCut: Bool
    }

    /// Returns one system for each source with numbers that must not be published. Counts of different sources are
    /// independent of each other.
    private static func systems(
        of counts: [DisclosedCount], _ evaluator: IndicatorEvaluator, _ otherFlags: [String: [UInt16: UInt16]]
    ) -> [System] {
        let bySource = Dictionary(grouping: counts.indices) { counts[$0].subject.source }
        return bySource.sorted { $0.key < $1.key }.map {
            system(of: $0.value, counts, evaluator, otherFlags[$0.key] ?? [:])
        }.filter {
            !$0.problem.primary.isEmpty || !$0.sums.isEmpty || !$0.problem.smallRests(withheld: []).isEmpty
        }
    }

    private static func system(
        of group: [Int], _ counts: [DisclosedCount], _ evaluator: IndicatorEvaluator, _ otherFlags: [UInt16: UInt16]
    ) -> System {
        let own = group.map { counts[$0] }
        var parts = CountParts(evaluator, otherFlags: otherFlags)
        let made = parts.add(own)
        let known = ImpliedCounts(own, parts: made, truth: parts.truth)
        let implied = known.implied
        // The policy of a group that only other releases count is not known here.
        let strictest = own.reduce(DisclosurePolicy.none) { $0.stricter($1.policy) }
        let policies = PartPolicies(own, parts: made, coordinates: parts.coordinates) {
            own[$0].isListed ? own[$0].policy : own[$0].policy.stricter(strictest)
        }
        let groups = SelectedGroups(own, parts: made, coordinates: parts.coordinates)
        let asked = AskedSums(
            own, groups, parts: made, coordinates: parts.coordinates, truth: parts.truth, besides: known.seen,
            policies: policies.policies)
        let excess = Set(
            groups.excess(keepsCrossing: asked.isComplete) { own[$0].isPublic }.filter {
                strictest != .none && !own[$0].isPublic
            })
        let shown = zip(own.indices, made).map { index, parts in
            let count = own[index]
            return DisclosureProblem.Count(
                name: count.name, parts: parts,
                leastPossible: count.leastPossible ?? (excess.contains(index) ? 2 : nil),
                isPublic: count.isPublic, weight: 1 + count.places.count + parts.count)
        }
        return System(
            counts: group,
            problem: DisclosureProblem(
                truth: parts.truth,
                counts: shown
                    + implied.map {
                        DisclosureProblem.Count(
                            name: $0.name, parts: $0.parts, leastPossible: $0.leastPossible)
                    }, limits: parts.limits, policies: policies.policies), sums: asked.sums, isCut: !excess.isEmpty)
    }
}

extension Array {
    /// The element at the position, if there is one.
    fileprivate subscript(safe position: Int) -> Element? { indices.contains(position) ? self[position] : nil }
}
