import Disclosure
import TestSupport

/// Tables of counts with totals, made up at random.
enum MadeUpCounts {
    /// Returns a table of rows and columns with their totals and the grand total. Counts from 1 to `below - 1` may not
    /// be published.
    static func crossTable(_ cells: [[Int]], below: Int = 5) -> DisclosureProblem {
        let width = cells.first?.count ?? 0
        let truth = cells.flatMap(\.self)
        var counts: [DisclosureProblem.Count] = []
        func add(_ name: String, _ parts: [Int]) {
            let value = parts.reduce(0) { $0 + truth[$1] }
            counts.append(
                .init(
                    name: name, parts: parts, leastPossible: (1..<below).contains(value) ? below - 1 : nil,
                    weight: 1 + parts.count))
        }
        for row in cells.indices {
            for column in 0..<width { add("cell \(row) \(column)", [row * width + column]) }
            add("row \(row)", (0..<width).map { row * width + $0 })
        }
        for column in 0..<width { add("column \(column)", cells.indices.map { $0 * width + column }) }
        add("all", Array(truth.indices))
        return DisclosureProblem(truth: truth, counts: counts)
    }

    /// Returns a cross table with many zeros and small numbers.
    static func crossTable(_ generator: inout SeededGenerator) -> DisclosureProblem {
        let (height, width) = (Int.random(in: 2...4, using: &generator), Int.random(in: 2...4, using: &generator))
        return crossTable(
            (0..<height).map { _ in
                (0..<width).map { _ in
                    switch Int.random(in: 0..<6, using: &generator) {
                    case 0: 0
                    case 1: Int.random(in: 1...4, using: &generator)
                    default: Int.random(in: 5...40, using: &generator)
                    }
                }
            })
    }
}
