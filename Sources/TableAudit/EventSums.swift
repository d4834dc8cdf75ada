import Audit

/// Decides which rows of a table are sums of other rows, by the categories that they count.
struct EventSums {
    /// What a row counts.
    struct Row {
        let source: String
        let categories: Set<Int>
        let flag: UInt16?
    }

    /// The rows that count events; nil for rows that count something else.
    let rows: [Row?]

    /// Each row with its parts: the largest rows within it that do not overlap. Where the parts do not cover the whole
    /// row, the row is at least their sum.
    var sums: [TableStructure.Sum] {
        rows.indices.compactMap { index in
            guard let whole = rows[index] else { return nil }
            let within = rows.indices.filter { other in
                guard let part = rows[other], other != index, part.source == whole.source, part.flag == whole.flag
                else {
                    return false
                }
                return part.categories.isStrictSubset(of: whole.categories)
            }.sorted { (rows[$0]?.categories.count ?? 0, $1) > (rows[$1]?.categories.count ?? 0, $0) }
            var covered: Set<Int> = []
            var parts: [Int] = []
            for other in within {
                guard let part = rows[other], covered.isDisjoint(with: part.categories) else { continue }
                covered.formUnion(part.categories)
                parts.append(other)
            }
            guard !parts.isEmpty else { return nil }
            return TableStructure.Sum(
                total: index, parts: parts.sorted(), isComplete: covered == whole.categories)
        }
    }
}
