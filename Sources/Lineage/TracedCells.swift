import Core
import Normalisation
import Records

/// The traced rows of a source by the cell that they belong to, whether or not they are counted.
struct TracedCells: Sendable {
    /// A row, with the position of its extract in the run and its count.
    struct Row: Sendable {
        let extract: Int
        let row: TracedRow
        let count: Int
    }

    private struct AreaMonth: Hashable {
        let area: Int
        let month: Month
    }

    /// Rows that are in scope, including cancelled ones.
    private var byCell: [AreaMonth: [FactKey: [Row]]] = [:]
    /// Rows without a known area.
    private var nowhere: [Month: [FactKey: [Row]]] = [:]
    /// The months in which an extract has rows.
    private(set) var months: [Int: Set<Month>] = [:]

    /// Collects the rows of a source. `extracts` are the positions of the source's extracts.
    init(_ traces: [ExtractTrace], extracts: [Int], _ records: any RecordHandler) {
        for extract in extracts where traces.indices.contains(extract) {
            records.forEachCell(in: traces[extract]) { take(Row(extract: extract, row: $0, count: $2), $1) }
        }
    }

    private mutating func take(_ row: Row, _ cell: FactKey) {
        let month = cell.month
        months[row.extract, default: []].insert(month)
        switch row.row.outcome {
        case .accepted, .cancelled:
            byCell[AreaMonth(area: cell.area, month: month), default: [:]][cell, default: []].append(row)
        case .outOfScope(.noLocation), .outOfScope(.unassigned):
            nowhere[month, default: [:]][cell, default: []].append(row)
        case .outOfScope, .quarantined: break
        }
    }

    /// Returns the rows of an area and month, by cell.
    func rows(area: Int, month: Month) -> [FactKey: [Row]] { byCell[AreaMonth(area: area, month: month)] ?? [:] }

    /// Returns the rows of a month without a known area, by cell.
    func rowsWithoutArea(month: Month) -> [FactKey: [Row]] { nowhere[month] ?? [:] }
}
