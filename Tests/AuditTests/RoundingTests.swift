import Audit
import TestSupport
import Testing

@Suite("Rounding")
struct RoundingTests {
    /// Returns the tenths to which a percentage or rate can round, whichever way halves are rounded, and two tenths to
    /// which it cannot round.
    private static func prints(_ numerator: Int, _ denominator: Int) -> (right: Set<Int>, wrong: [Int]) {
        let (floor, rest) = numerator.quotientAndFloorRemainder(denominator)
        let right: Set<Int> =
            2 * rest == denominator ? [floor, floor + 1] : [2 * rest > denominator ? floor + 1 : floor]
        return (right, [(right.min() ?? 0) - 1, (right.max() ?? 0) + 1])
    }

    private static func tenths(_ value: Int) -> String {
        (value < 0 ? "-" : "") + "\(abs(value) / 10).\(abs(value) % 10)"
    }

    private static func changes(_ rows: [(old: Int, new: Int, percent: Int)]) -> PrintedTable {
        PrintedTable(
            name: "changes",
            cells: [["Category", "Before", "Now", "Change", "% Change"]]
                + rows.enumerated().map { index, row in
                    ["Row \(index)", "\(row.old)", "\(row.new)", "\(row.new - row.old)", tenths(row.percent) + "%"]
                })
    }

    @Test("A percentage is right when some way of rounding prints it, and wrong when none does")
    func percentages() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<60 {
            let pairs = (0..<8).map { _ in
                (Int.random(in: 1...4_000, using: &generator), Int.random(in: 0...4_000, using: &generator))
            }
            let prints = pairs.map { Self.prints(1_000 * ($1 - $0), $0) }
            for isUp in [false, true] {
                let rows = zip(pairs, prints).map { pair, print in
                    (old: pair.0, new: pair.1, percent: (isUp ? print.right.max() : print.right.min()) ?? 0)
                }
                #expect(!Auditor().audit([AuditedTable(Self.changes(rows))]).hasErrors)
            }
            for wrong in prints[0].wrong {
                var rows = zip(pairs, prints).map { (old: $0.0, new: $0.1, percent: $1.right.min() ?? 0) }
                rows[0].percent = wrong
                let report = Auditor().audit([AuditedTable(Self.changes(rows))])
                let cells = report.findings.filter { $0.severity == .error }.flatMap(\.cells)
                #expect(cells.map(\.printed) == [Self.tenths(wrong) + "%"])
            }
        }
    }

    @Test("A half may be rounded up or down")
    func halves() {
        // An increase of 1 from 8 is 12.5%, and an increase of 1 from 16 is 6.25%.
        for printed in ["6.2%", "6.3%"] {
            let table = PrintedTable(
                name: "halves",
                cells: [
                    ["Category", "Before", "Now", "Change", "% Change"], ["a", "16", "17", "1", printed],
                    ["b", "8", "9", "1", "12.5%"], ["c", "100", "150", "50", "50.0%"],
                ])
            #expect(!Auditor().audit([AuditedTable(table)]).hasErrors)
        }
    }

    @Test("Shares that add up to 99.9 or 100.1 because of rounding are right; a share that does not fit is wrong")
    func shares() {
        func table(_ third: String) -> PrintedTable {
            PrintedTable(
                name: "shares",
                cells: [
                    ["Category", "Clients", "Share"], ["a", "100", "33.3%"], ["b", "100", "33.3%"],
                    ["c", "100", third],
                    ["Total", "300", "100.0%"],
                ])
        }
        #expect(!Auditor().audit([AuditedTable(table("33.3%"))]).hasErrors)
        let report = Auditor().audit([AuditedTable(table("36.6%"))])
        let errors = report.findings.filter { $0.severity == .error }
        #expect(errors.map(\.rule) == [.wrongShare])
        #expect(errors.first?.cells.first?.proposed == "33.3%")
    }
}

extension Int {
    /// Returns the quotient, rounded down, and the remainder, which is not negative.
    fileprivate func quotientAndFloorRemainder(_ divisor: Int) -> (Int, Int) {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}
