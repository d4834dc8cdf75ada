import Audit
import Glibc
import TestSupport

/// Measures audits of many tables: `audit-benchmark [TABLES…]`. A table has 30 rows by 10 columns, and one in ten has a
/// wrong cell. When the cost grows linearly, the time for each cell does not depend on the number of tables.
@main
struct AuditBenchmark {
    static func main() {
        let asked = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        print("tables  cells    wrong  found  s      microseconds a cell")
        for count in asked.isEmpty ? [250, 500, 1_000, 2_000] : asked { measure(count) }
    }

    private static func measure(_ count: Int) {
        var generator = SeededGenerator(seed: 1)
        var wrong = 0
        let tables = (0..<count).map { index -> AuditedTable in
            var table = table(index, &generator)
            if index % 10 == 0 {
                table.cells[5][3] += "1"
                wrong += 1
            }
            return AuditedTable(table)
        }
        let clock = ContinuousClock()
        var report: AuditReport?
        let time = clock.measure { report = Auditor().audit(tables) }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let cells = count * rows * columns
        print(
            pad("\(count)", 6), pad("\(cells)", 8), pad("\(wrong)", 6), pad("\(report?.count(.error) ?? 0)", 6),
            pad("\((seconds * 1_000).rounded() / 1_000)", 6), (seconds * 1e6 / Double(cells) * 100).rounded() / 100)
    }

    private static let rows = 30
    private static let columns = 10

    /// A table of four areas and their total, each with a count and a rate, in three groups of nine rows with a total.
    private static func table(_ index: Int, _ generator: inout SeededGenerator) -> PrintedTable {
        var cells = [
            ["Category"] + (1...5).flatMap { ["Area \(letter($0)) count", "Area \(letter($0)) rate per 1,000"] }
        ]
        for group in 0..<3 {
            let parts = (0..<9).map { _ in (0..<4).map { _ in Int.random(in: 0...900, using: &generator) } }
            for (place, counts) in parts.enumerated() {
                cells.append(row("Kind \(group)-\(place) of \(index)", counts))
            }
            let totals = (0..<4).map { area in parts.map { $0[area] }.reduce(0, +) }
            cells.append(row("Total \(group) of \(index)", totals))
        }
        return PrintedTable(name: "table-\(index)", cells: cells)
    }

    private static func row(_ label: String, _ counts: [Int]) -> [String] {
        [label]
            + (counts + [counts.reduce(0, +)]).enumerated().flatMap { area, count -> [String] in
                let denominator = area == 4 ? 500_000 : 80_000 + 30_000 * area
                let tenths = (20_000 * count + denominator) / (2 * denominator)
                return ["\(count)", "\(tenths / 10).\(tenths % 10)"]
            }
    }

    private static func letter(_ number: Int) -> String { String(UnicodeScalar(UInt8(96 + number))) }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count) + 1)
    }
}
