import Disclosure
import Indicators
import Publishing
import Tabular

extension LandedFacts {
    /// The tables without small numbers of persons and what would reveal them, and the sources of which more is withheld than
    /// would have to be. The checker looks at what is left once more, as a reader would, before anything else sees it.
    func withheld(
        _ tables: [FigureTable], _ control: DisclosureControl
    ) throws(RunFailure) -> (tables: [FigureTable], rough: [String]) {
        var used = control
        var (left, recovered) = ([FigureTable](), [String]())
        do throws(DisclosureFailure) {
            (left, recovered) = try Self.checked(tables, control)
        } catch {
            guard error != .contradictoryCounts else { throw .undecided(error) }
            // Exact reasoning failed: what withholds more does not.
            used = control.roughened
            do throws(DisclosureFailure) { (left, recovered) = try Self.checked(tables, used) } catch {
                throw .undecided(error)
            }
        }
        guard recovered.isEmpty else { throw .discloses(recovered) }
        return (left, used.roughSources)
    }

    private static func checked(
        _ tables: [FigureTable], _ control: DisclosureControl
    ) throws(DisclosureFailure) -> (left: [FigureTable], recovered: [String]) {
        let left = try control.apply(to: tables)
        return (left, try control.recovered(from: left))
    }

    /// The tables without numbers of rows at fault where rows are about persons.
    func withoutRowCounts(
        _ tables: [FigureTable], _ layouts: [TableLayout], of confidential: Set<String>
    ) -> [FigureTable] {
        return zip(tables, layouts).map { table, layout in
            table.mapping { row, _, figure in
                guard confidential.contains(layout.rows[row].indicator.subject.source) else { return figure }
                var figure = figure
                figure.rowsAtFault = nil
                return figure
            }
        }
    }
}
