package import Tabular

/// Tables of counts are published anew as a whole, and a cell that has come to nought may be missing from the newer one.
/// So a later extract that tells any cell of an area and stretch of time again replaces all that an earlier one told of
/// that area and stretch; extracts without a cell in common are parts of one whole, and add up.
package struct CountReplacement {
    private struct Block: Hashable {
        let area: Int
        let month: Month
    }

    /// The counts of each extract that stand; extracts are given in the order of delivery.
    package static func standing(_ extracts: [[EventCount]]) -> [[EventCount]] {
        zip(extracts, replacing(extracts)).map { counts, replacing in
            zip(counts, replacing).filter { $0.1 == nil }.map(\.0)
        }
    }

    /// For each count of each extract, the first later extract that replaces it, if any does.
    static func replacing(_ extracts: [[EventCount]]) -> [[Int?]] {
        var categories: [[Block: Set<Int>]] = []
        for counts in extracts {
            var own: [Block: Set<Int>] = [:]
            for count in counts { own[block(of: count), default: []].insert(count.category) }
            categories.append(own)
        }
        return extracts.enumerated().map { index, counts in
            let later = categories[(index + 1)...]
            var replacing: [Block: Int] = [:]
            for (block, own) in categories[index] {
                replacing[block] = later.firstIndex { $0[block].map { !$0.isDisjoint(with: own) } ?? false }
            }
            return counts.map { replacing[block(of: $0)] }
        }
    }

    private static func block(of count: EventCount) -> Block { Block(area: count.area, month: count.month) }
}
