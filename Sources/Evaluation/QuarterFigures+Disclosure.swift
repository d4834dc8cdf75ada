import Completeness
import Core
import Disclosure
import Indicators
import Intake
import Records
import ReleaseDisclosure

/// The tables of a quarter as readers may have them.
struct ProtectedTables: Sendable {
    /// Without small numbers of persons and what would reveal them, with notes of what is uncertain.
    let tables: [FigureTable]
    /// The true numbers behind the figures of sources of which something may have to be withheld.
    let numbers: [DisclosedNumber]
    /// Those sources, also when the tables have no number of them.
    let guardedSources: Set<String>
    /// Findings about figures whose sources are incomplete or uncertain.
    let uncertainties: [Finding]
    /// Notices about the protection of small numbers, for the maker of the release.
    let notices: [ProtectionNotice]
    /// The sources of which a release states no numbers of rows.
    let confidentialSources: Set<String>
}

extension QuarterFigures {
    /// The tables without small numbers of persons and whatever would reveal them, also together with the figures that readers
    /// have. Throws a `RunFailure` when they cannot be made so.
    func protected(besides earlier: [EarlierFigure] = []) throws(RunFailure) -> ProtectedTables {
        let control = control(besides: earlier)
        let guarded = plan.confidentialSources.union(control.sources)
        let printable = withoutRowCounts(of: guarded)
        let (safe, notices, isEverything) = try withheld(printable, control, besides: earlier)
        if let listing = plan.listings.first(where: { control.sources.contains($0.source) }) {
            throw .listingDiscloses(listing.id)
        }
        // Without earlier figures nothing more is withheld than without regard to them.
        var kept: [String: Int] = [:]
        if control.keepsMoreThanPolicies, !isEverything {
            let alone = try Self.withheld(printable, self.control(besides: [])).tables
            kept = control.keptFigures(of: safe, shownIn: alone)
        }
        let (reviewed, uncertainties) = UncertaintyReview(
            plan: plan, quarter: quarter, evaluator: evaluator, confidential: guarded
        )
        .review(safe, layouts)
        let numbers = control.numbers(in: safe)
        return ProtectedTables(
            tables: reviewed, numbers: numbers, guardedSources: control.sources, uncertainties: uncertainties,
            notices: notices
                + ProtectionNotice.staysWithheld(safe, layouts, guarded: plan.guardedSources, kept: kept),
            confidentialSources: plan.confidentialSources.union(numbers.map(\.subject.source)))
    }

    private func control(besides earlier: [EarlierFigure], certainOnly: Bool = false) -> DisclosureControl {
        DisclosureControl(
            layouts: layouts, evaluator: evaluator, earlier: earlier, otherFlags: SubjectCodes(plan: plan).otherFlags,
            certainOnly: certainOnly)
    }

    /// Whether nothing that must be withheld can be recovered from the tables, by exact reasoning or by what withholds more.
    private static func isSafe(_ tables: [FigureTable], _ control: DisclosureControl) throws(RunFailure) -> Bool {
        for attempt in [control, control.roughened] {
            do throws(DisclosureFailure) {
                if try attempt.recovered(from: tables).isEmpty { return true }
            } catch {
                guard error != .contradictoryCounts, !attempt.isRough else { throw .undecided(error) }
            }
        }
        return false
    }

    /// The tables of a withholding, its notices, and whether nothing is left of the sources.
    private typealias Withheld = (tables: [FigureTable], notices: [ProtectionNotice], isEverything: Bool)

    /// The tables without what may not be published, whether readers have what they only possibly have or not: such a number may
    /// be withheld, and must not be relied on.
    private func withheld(
        _ tables: [FigureTable], _ control: DisclosureControl, besides earlier: [EarlierFigure]
    ) throws(RunFailure) -> Withheld {
        let first = try Self.withheld(tables, control)
        guard !earlier.isEmpty, !first.isEverything else { return first }
        let certain = self.control(besides: earlier, certainOnly: true)
        guard control.knowsMore(than: certain) else { return first }
        var both = try Self.withheld(first.tables, certain)
        if !both.isEverything, try !Self.isSafe(both.tables, control) { both = Self.everything(in: tables, control) }
        return (both.tables, first.notices + both.notices.filter { !first.notices.contains($0) }, both.isEverything)
    }

    /// Without any of their numbers the release has no part in what readers know of the sources.
    private static func everything(in tables: [FigureTable], _ control: DisclosureControl) -> Withheld {
        (control.withoutAll(in: tables), control.emptiedSources.map { .withheldAll(source: $0) }, true)
    }

    /// The tables without what may not be published. The checker looks at what is left once more, as a reader would, before
    /// anything else sees it.
    private static func withheld(
        _ tables: [FigureTable], _ control: DisclosureControl
    ) throws(RunFailure) -> Withheld {
        // Where exact reasoning fails, or does not agree with the check, what withholds more may.
        for attempt in [control, control.roughened] {
            do throws(DisclosureFailure) {
                let left = try attempt.apply(to: tables)
                if try attempt.recovered(from: left).isEmpty {
                    return (left, attempt.roughSources.map { .withheldMore(source: $0) }, false)
                }
            } catch {
                guard error != .contradictoryCounts, !attempt.isRough else { throw .undecided(error) }
            }
        }
        return everything(in: tables, control)
    }

    /// The tables without numbers of rows at fault where rows are about persons.
    private func withoutRowCounts(of confidential: Set<String>) -> [FigureTable] {
        zip(tables, layouts).map { table, layout in
            table.mapping { row, _, figure in
                guard confidential.contains(layout.rows[row].indicator.subject.source) else { return figure }
                var figure = figure
                figure.rowsAtFault = nil
                return figure
            }
        }
    }
}
