import TestSupport

/// Counts of thirty wards in three years, each ward around its own mean: no figure is the sum of others.
struct ChanceTable {
    let cells: [[String]]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        cells =
            [["Ward", "2017", "2018", "2019"]]
            + (1...30).map { ward in
                let mean = Double.random(in: 3...60, using: &generator)
                return ["Ward \(ward)"] + (0..<3).map { _ in "\(Self.count(mean, &generator))" }
            }
    }

    /// Returns a count that varies around the mean as counts do: the sum of many chances of one in four.
    private static func count(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
        (0..<Int(mean * 4)).count { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    }
}
