import Core
import Normalisation
import Records

/// The traced rows of a source by the cell that they are of, whether they count in it or not.
struct TracedCells: Sendable {
    /// A row by the position of its extract in the run.
    struct Row: Sendable {
        let extract: Int
        let row: TracedRow
        let count: Int
    }

    private struct AreaMonth: Hashable {
        let area: Int
        let month: Month
    }

    /// Rows that are in scope, cancelled ones among them.
    private var byCell: [AreaMonth: [FactKey: [Row]]] = [:]
    /// Rows whose area is not known.
    private var nowhere: [Month: [FactKey: [Row]]] = [:]
    /// The months that an extract has any row of.
    private(set) var months: [Int: Set<Month>] = [:]

    /// `extracts` are the positions of the source's own.
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

    /// The rows of an area and month, by cell.
    func rows(area: Int, month: Month) -> [FactKey: [Row]] { byCell[AreaMonth(area: area, month: month)] ?? [:] }

    /// The rows of a month whose area is not known, by cell.
    func rowsWithoutArea(month: Month) -> [FactKey: [Row]] { nowhere[month] ?? [:] }
}
