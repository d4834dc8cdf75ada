import Disclosure
import Indicators
import Publishing
import Tabular

extension LandedFacts {
    /// The tables without small numbers of persons and what would give them back. The checker looks at what is left once
    /// more, as a reader would, before anything else sees it.
    func withheld(_ tables: [FigureTable], _ control: DisclosureControl) throws(RunFailure) -> [FigureTable] {
        let left: [FigureTable]
        let recovered: [String]
        do throws(DisclosureFailure) {
            left = try control.apply(to: tables)
            recovered = try control.recovered(from: left)
        } catch { throw .undecided(error) }
        guard recovered.isEmpty else { throw .discloses(recovered) }
        return left
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
