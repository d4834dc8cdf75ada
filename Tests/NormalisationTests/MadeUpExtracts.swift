import Core
import Normalisation
import TestSupport

/// Extracts of made-up rows, with the expected results.
enum MadeUpExtracts {
    /// A row with its identifier, its content and its result on its own.
    struct Row: Hashable {
        var id: UInt64
        var says: UInt64
        var outcome = RowOutcome.accepted
    }

    static func block(_ rows: [Row], lineBase: Int = 1) -> IdentifiedBlock {
        IdentifiedBlock(
            rows: rows.enumerated().map { index, row in
                let identity = withUnsafeBytes(of: row.id) { RecordKey(hashing: $0) }
                return IdentifiedRow(
                    identity: identity, payload: row.says, line: UInt32(index + 1), outcome: row.outcome)
            }, lineBase: lineBase, payloadBase: 0)
    }

    static func displaced(
        _ extracts: [[Row]], threads: Int = 1, pieces: Int = 1, repeats: TableSchema.Repeats = .last
    ) async -> [Displacement] {
        let blocks = extracts.map { rows in
            let size = max(1, (rows.count + pieces - 1) / pieces)
            return stride(from: 0, to: rows.count, by: size).map { start in
                block(Array(rows[start..<min(start + size, rows.count)]), lineBase: 1 + start)
            }
        }
        return await SupersessionResolver(blocks, repeats: repeats).displacements(threads: threads)
    }

    /// Applies the rules literally, row after row and extract after extract, and returns the rows that should count.
    static func expected(_ extracts: [[Row]]) -> (standing: [UInt64: Row], duplicates: Int, superseded: Int) {
        var standing: [UInt64: Row] = [:]
        var holder: [UInt64: Int] = [:]
        var (duplicates, superseded) = (0, 0)
        for (extract, rows) in extracts.enumerated() {
            for row in rows {
                if let old = standing[row.id] {
                    if holder[row.id] == extract, old == row { duplicates += 1 } else { superseded += 1 }
                }
                (standing[row.id], holder[row.id]) = (row, extract)
            }
        }
        return (standing, duplicates, superseded)
    }

    static func random(_ generator: inout SeededGenerator, extracts: Int, rows: Int, ids: UInt64) -> [[Row]] {
        let outcomes: [RowOutcome] = [.accepted, .accepted, .accepted, .cancelled, .outOfScope(.outsideArea)]
        return (0..<extracts).map { _ in
            (0..<rows).map { _ in
                Row(
                    id: .random(in: 0..<ids, using: &generator), says: .random(in: 0..<3, using: &generator),
                    outcome: outcomes.randomElement(using: &generator) ?? .accepted)
            }
        }
    }
}
