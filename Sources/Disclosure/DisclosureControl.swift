public import Indicators
import Tabular

/// Withholds small numbers of persons from the tables of a release, and whatever would give them back.
///
/// It looks at the numbers that figures rest on, not at cells: a number that may not be told is withheld wherever it
/// stands, with every rate, difference, percentage and word that is made of it. The year to date, a whole area or a total
/// is withheld when it would give the number back by subtraction, and so is what an earlier release makes dangerous.
public struct DisclosureControl: Sendable {
    private let evaluator: IndicatorEvaluator
    private let withSecondary: Bool
    private let counts: [DisclosedCount]

    /// A control of the tables that are laid out so. `earlier` are the numbers of the release issued before; without
    /// secondary suppression, which only tests want, the tables are not safe.
    public init(
        layouts: [TableLayout], evaluator: IndicatorEvaluator, earlier: [EarlierFigure] = [],
        withSecondary: Bool = true
    ) {
        self.evaluator = evaluator
        self.withSecondary = withSecondary
        let sources = Self.guardedSources(of: layouts)
        var counts = DisclosedCounts(layouts, sources: sources, evaluator)
        if !sources.isEmpty { counts.takeUp(earlier, layouts, sources: sources, evaluator) }
        self.counts = counts.counts
    }

    /// The sources of which an indicator has a policy; nothing of the others is looked at.
    private static func guardedSources(of layouts: [TableLayout]) -> Set<String> {
        Set(layouts.flatMap(\.rows).map(\.indicator).filter { $0.disclosure != .none }.map(\.subject.source))
    }

    /// The tables, made from the layouts in their order, without what may not be told.
    public func apply(to tables: [FigureTable]) throws(DisclosureFailure) -> [FigureTable] {
        guard counts.contains(where: \.isSmall) else { return tables }
        var withheld = Set(counts.indices.filter { counts[$0].isSmall })
        if withSecondary {
            for group in groups {
                let hidden = try problem(of: group).withheld()
                withheld.formUnion(hidden.map { group[$0] })
            }
        }
        return tables.withholding(Set(withheld.flatMap { counts[$0].places }))
    }

    /// What a reader of the tables could recover of the numbers that may not be told and of the cells that are withheld, by
    /// what they are. The tables are taken as they stand: a number counts as published when any figure that rests on it is
    /// shown, and a withheld figure is recovered when every number that it rests on is.
    public func recovered(from tables: [FigureTable]) throws(DisclosureFailure) -> [String] {
        guard counts.contains(where: \.isSmall) else { return [] }
        let withheld = Set(
            counts.indices.filter { index in
                !counts[index].isPublic && counts[index].places.allSatisfy { !tables[$0].isTold }
            })
        var recovered: Set<Int> = []
        for group in groups {
            let hidden = Set(group.indices.filter { withheld.contains(group[$0]) })
            recovered.formUnion(try problem(of: group).recovered(withheld: hidden).map { group[$0] })
        }
        let unknown = withheld.subtracting(recovered)
        let protected = Set(unknown.flatMap { counts[$0].places })
        return counts.indices.filter { index in
            let count = counts[index]
            if count.isSmall, !count.isPublic, !unknown.contains(index) { return true }
            return recovered.contains(index)
                && count.places.contains { tables[$0].value == .missing(.confidential) && !protected.contains($0) }
        }.map { counts[$0].name }
    }

    /// Whether the months of an indicator may be drawn or listed. Months are numbers that the tables do not have: they are
    /// kept back for an indicator with a policy, and for every other of a source of which anything is withheld.
    public static func allowsMonths(
        of indicator: Indicator, in tables: [FigureTable], layouts: [TableLayout]
    ) -> Bool {
        guard indicator.disclosure == .none else { return false }
        guard guardedSources(of: layouts).contains(indicator.subject.source) else { return true }
        return zip(layouts, tables).allSatisfy { layout, table in
            zip(layout.rows, table.rows).allSatisfy { line, row in
                line.indicator.subject.source != indicator.subject.source
                    || row.figures.allSatisfy { $0.value != .missing(.confidential) }
            }
        }
    }

    /// The counts of each source with small ones: counts of different sources have nothing to do with each other.
    private var groups: [[Int]] {
        let bySource = Dictionary(grouping: counts.indices) { counts[$0].subject.source }
        return bySource.sorted { $0.key < $1.key }.map(\.value).filter { $0.contains { counts[$0].isSmall } }
    }

    private func problem(of group: [Int]) -> DisclosureProblem {
        var parts = CountParts(evaluator)
        let made = parts.add(group.map { counts[$0] })
        return DisclosureProblem(
            truth: parts.truth,
            counts: zip(group, made).map { index, own in
                let count = counts[index]
                return DisclosureProblem.Count(
                    name: count.name, parts: own, leastPossible: count.isSmall ? count.policy.leastPossible : nil,
                    isPublic: count.isPublic, weight: 1 + count.places.count + own.count)
            })
    }
}
