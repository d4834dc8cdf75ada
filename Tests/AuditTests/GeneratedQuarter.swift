import Audit
import TestSupport

/// Tables like those of the paper, for an invented quarter. All their figures are correct, and rounded half away from
/// zero.
struct GeneratedQuarter {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Returns the tables of indicators, of recorded crime and of anti-social behaviour.
    mutating func tables() -> [PrintedTable] {
        let now = crimes(), before = crimes()
        let local = changes("recorded-crime-local", CrimeTree.rows, now.mapValues { $0[0] }, before.mapValues { $0[0] })
        let force = byArea("recorded-crime-force", CrimeTree.rows, now) { $0 == "Burglary - residential" }
        let asbNow = incidents(), asbBefore = incidents()
        let asbRows = asbLabels.map { ("asb", $0) }
        let asbLocal = changes("asb-local", asbRows, asbNow.mapValues { $0[0] }, asbBefore.mapValues { $0[0] })
        let asbForce = byArea("asb-force", asbRows, asbNow) { _ in false }
        var indicators = [
            [
                "Section", "Category", "Baseline 2018/19", "Apr-Jun 18", "Apr-Jun 19", "Year to date 2019/20", "Change",
                "% Change",
            ]
        ]
        for name in ["All Recorded Crime", "Residential Burglary", "Vehicle Crime", "Shoplifting", "Violence"] {
            let row = CrimeTree.indicators[name] ?? name
            let (a, b) = (now[row]?[0] ?? 0, before[row]?[0] ?? 0)
            indicators.append(
                [
                    "Reduce crime", name, "\(b * 4 + 17)", "\(b)", "\(a)", "\(a)", "\(a - b)",
                    Self.percent(a, b, sign: ""),
                ])
        }
        return [PrintedTable(name: "indicators", cells: indicators), local, force, asbLocal, asbForce]
    }

    private let asbLabels = ["AS21 - Personal", "AS22 - Nuisance", "AS23 - Environmental", "Total"]

    /// Returns, for every row, the counts of the areas and of all areas together.
    private mutating func crimes() -> [String: [Int]] {
        var counts: [String: [Int]] = [:]
        for (_, label) in CrimeTree.rows where CrimeTree.parts[label] == nil {
            let size = Int.random(in: 0...3, using: &generator)
            counts[label] = areas { Int.random(in: 0...[4, 60, 300, 900][size], using: &$0) }
        }
        func sum(_ label: String) -> [Int] {
            if let known = counts[label] { return known }
            let own = (CrimeTree.parts[label] ?? []).map(sum)
            return own.reduce([0, 0, 0, 0, 0]) { zip($0, $1).map(+) }
        }
        for (_, label) in CrimeTree.rows { counts[label] = sum(label) }
        return counts
    }

    private mutating func incidents() -> [String: [Int]] {
        var counts: [String: [Int]] = [:]
        for label in asbLabels.dropLast() { counts[label] = areas { Int.random(in: 20...1_500, using: &$0) } }
        counts["Total"] = counts.values.reduce([0, 0, 0, 0, 0]) { zip($0, $1).map(+) }
        return counts
    }

    private mutating func areas(_ count: (inout SeededGenerator) -> Int) -> [Int] {
        let own = (0..<4).map { _ in count(&generator) }
        return own + [own.reduce(0, +)]
    }

    private func changes(
        _ name: String, _ rows: [(section: String, label: String)], _ now: [String: Int], _ before: [String: Int]
    ) -> PrintedTable {
        let cells = rows.map { section, label -> [String] in
            let (a, b) = (now[label] ?? 0, before[label] ?? 0)
            return [section, label, "\(b)", "\(a)", "\(a - b)", Self.percent(a, b, sign: "%")]
        }
        return PrintedTable(
            name: name, cells: [["Section", "Category", "Apr-Jun 18", "Apr-Jun 19", "Change", "% Change"]] + cells)
    }

    private func byArea(
        _ name: String, _ rows: [(section: String, label: String)], _ counts: [String: [Int]],
        ofHouseholds: (String) -> Bool
    ) -> PrintedTable {
        let head = CrimeTree.areas.flatMap { ["\($0) count", "\($0) rate per 1,000"] }
        let cells = rows.map { section, label in
            let denominators = ofHouseholds(label) ? CrimeTree.households : CrimeTree.residents
            return [section, label]
                + zip(counts[label] ?? [], denominators).flatMap { count, denominator in
                    ["\(count)", Self.oneDecimal(10_000 * count, denominator)]
                }
        }
        return PrintedTable(name: name, cells: [["Section", "Category"] + head] + cells)
    }

    private static func percent(_ a: Int, _ b: Int, sign: String) -> String {
        b == 0 ? "-" : oneDecimal(1_000 * (a - b), b) + sign
    }

    /// Returns the quotient in tenths, rounded half away from zero.
    private static func oneDecimal(_ numerator: Int, _ denominator: Int) -> String {
        let tenths = (2 * abs(numerator) + denominator) / (2 * denominator)
        return (numerator < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }
}
