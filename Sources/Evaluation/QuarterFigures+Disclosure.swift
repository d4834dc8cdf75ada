import Completeness
import Core
import Disclosure
import Indicators
import Intake
import Records
import ReleaseDisclosure

/// The tables of a quarter in a form that may be published.
struct ProtectedTables: Sendable {
    /// The tables without small numbers of persons and without the figures that would reveal them, with notes on what
    /// is uncertain.
    let tables: [FigureTable]
    /// The true numbers behind figures, for the sources that can have figures to withhold.
    let numbers: [DisclosedNumber]
    /// The names of those sources, even if the tables have none of their numbers.
    let guardedSources: Set<String>
    /// Findings about figures from incomplete or uncertain sources.
    let uncertainties: [Finding]
    /// Notices about the protection of small numbers, for the maker of the release.
    let notices: [ProtectionNotice]
    /// The sources for which a release states no numbers of rows.
    let confidentialSources: Set<String>
}

extension QuarterFigures {
    /// Returns the tables without small numbers of persons and without the figures that would reveal them, alone or
    /// together with the figures that readers have. Throws a `RunFailure` when that is not possible.
    func protected(besides earlier: [EarlierFigure] = []) throws(RunFailure) -> ProtectedTables {
        let control = control(besides: earlier)
        let guarded = plan.confidentialSources.union(control.sources)
        let printable = withoutRowCounts(of: guarded)
        let (safe, notices, isEverything) = try withheld(printable, control, besides: earlier)
        if let listing = plan.listings.first(where: { control.sources.contains($0.source) }) {
            throw .listingDiscloses(listing.id)
        }
        // `kept` counts the figures that are withheld only because of earlier figures; without earlier figures there
        // are none.
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

    /// Returns whether the tables hide every number that must be withheld. This is checked by exact reasoning and,
    /// where that does not succeed, by the rougher method that withholds more.
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

    /// The tables after withholding, the notices, and whether all numbers of the sources were withheld.
    private typealias Withheld = (tables: [FigureTable], notices: [ProtectionNotice], isEverything: Bool)

    /// Returns the tables without what must not be published. Readers know some numbers for certain, and others only
    /// possibly. The tables are safe whether readers know the other numbers or not.
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

    /// Returns the tables without any number of the sources. The release then adds nothing to what readers know about
    /// these sources.
    private static func everything(in tables: [FigureTable], _ control: DisclosureControl) -> Withheld {
        (control.withoutAll(in: tables), control.emptiedSources.map { .withheldAll(source: $0) }, true)
    }

    /// Returns the tables without what must not be published. Before the tables are used, they are checked again for
    /// numbers that a reader could recover.
    private static func withheld(
        _ tables: [FigureTable], _ control: DisclosureControl
    ) throws(RunFailure) -> Withheld {
        // Where exact reasoning fails, or the check contradicts it, the rougher method that withholds more may succeed.
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

    /// Returns the tables without numbers of rows at fault, for sources with rows about persons.
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
