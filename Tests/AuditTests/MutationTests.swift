import Audit
import TestSupport
import Testing

/// Eleven sets of tables: the paper with its errors corrected, and ten invented quarters.
private struct Corpus {
    let sets: [[PrintedTable]]
    let oracles: [Oracle]

    init() throws {
        let generated = (1...10).map { seed -> [PrintedTable] in
            var quarter = GeneratedQuarter(seed: UInt64(seed))
            return quarter.tables()
        }
        sets = [try Paper.own().tables(corrected: true)] + generated
        oracles = sets.map(Oracle.init)
    }

    /// Returns one or more cells of one set, each with a fault of a random kind.
    func corrupted(
        _ count: Int, _ generator: inout SeededGenerator
    ) -> (set: Int, faults: [(cell: Oracle.Cell, kind: Mutation, text: String)]) {
        let set = Int.random(in: sets.indices, using: &generator)
        let other = sets[set == 1 ? 2 : 1]
        var faults: [(cell: Oracle.Cell, kind: Mutation, text: String)] = []
        while faults.count < count {
            let kind = Mutation.allCases[Int.random(in: 0..<Mutation.allCases.count, using: &generator)]
            let table = sets[set][Int.random(in: sets[set].indices, using: &generator)]
            let cell = Oracle.Cell(
                table: table.name, row: Int.random(in: 1..<table.cells.count, using: &generator),
                column: Int.random(in: 2..<table.cells[0].count, using: &generator))
            guard !table.cells[0][cell.column].contains("Target"), !faults.contains(where: { $0.cell == cell }),
                let text = kind.apply(to: cell, in: sets[set], beside: other, &generator)
            else { continue }
            faults.append((cell, kind, text))
        }
        return (set, faults)
    }

    func tables(_ set: Int, with faults: [(cell: Oracle.Cell, kind: Mutation, text: String)]) -> [PrintedTable] {
        sets[set].map { table in
            var table = table
            for fault in faults where fault.cell.table == table.name {
                table.cells[fault.cell.row][fault.cell.column] = fault.text
            }
            return table
        }
    }
}

extension AuditReport {
    /// The cells of each error.
    fileprivate var errors: [[(cell: Oracle.Cell, values: [String])]] {
        findings.filter { $0.severity == .error }.map { finding in
            finding.cells.map { cell in
                (
                    Oracle.Cell(table: tables[cell.place.table].name, row: cell.place.row, column: cell.place.column),
                    ([cell.proposed].compactMap(\.self) + cell.alternatives).map { $0.replacing(",", with: "") }
                )
            }
        }
    }
}

@Suite("Corrupted tables")
struct MutationTests {
    #if DEBUG
        private static let trials = (one: 60, several: 20)
    #else
        private static let trials = (one: 2_000, several: 300)
    #endif

    @Test("Nothing is reported about correct tables")
    func sound() throws {
        let corpus = try Corpus()
        for (tables, oracle) in zip(corpus.sets, corpus.oracles) {
            let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            let broken = oracle.broken { byName[$0.table]?.cells[$0.row][$0.column] ?? "" }
            #expect(broken.isEmpty)
            for auditor in [CrimeTree.auditor, Auditor()] {
                let report = auditor.audit(tables.map { AuditedTable($0) })
                #expect(report.errors.isEmpty)
            }
        }
    }

    @Test("Nothing is reported about thirty further correct quarters, however their rates are rounded")
    func furtherQuarters() {
        for seed in 11...40 {
            var quarter = GeneratedQuarter(seed: UInt64(seed))
            let tables = quarter.tables()
            for auditor in [CrimeTree.auditor, Auditor()] {
                let errors = auditor.audit(tables.map { AuditedTable($0) }).errors
                #expect(errors.isEmpty, "seed \(seed): \(errors)")
            }
        }
    }

    private struct Score {
        var trials = 0, visible = 0, reported = 0, unique = 0, located = 0, proposed = 0, tied = 0
    }

    @Test("Only a cell that breaks a rule is reported, and it is located where the rules allow it")
    func one() throws {
        let corpus = try Corpus()
        var generator = SeededGenerator(seed: 7)
        var scores: [Mutation: Score] = [:]
        for _ in 0..<Self.trials.one {
            let (set, faults) = corpus.corrupted(1, &generator)
            let fault = faults[0]
            let tables = corpus.tables(set, with: faults)
            let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            let text: (Oracle.Cell) -> String = { byName[$0.table]?.cells[$0.row][$0.column] ?? "" }
            let oracle = corpus.oracles[set]
            let broken = oracle.broken(text, around: [fault.cell])
            let report = CrimeTree.auditor.audit(tables.map { AuditedTable($0) })
            var score = scores[fault.kind, default: Score()]
            score.trials += 1
            let name = "\(fault.kind.rawValue): set \(set), \(fault.cell), \(fault.text)"
            let errors = report.errors
            if broken.isEmpty {
                #expect(errors.isEmpty, "false alarm: \(name)")
            } else {
                score.visible += 1
                let isReported = errors.contains { $0.contains { $0.cell == fault.cell } }
                #expect(isReported, "not reported: \(name)")
                #expect(errors.count == 1, "more than one: \(name)")
                if isReported { score.reported += 1 }
                let explanations = oracle.explanations(text, broken: broken)
                let found = errors.first ?? []
                if explanations == [fault.cell] {
                    score.unique += 1
                    let isLocated = found.count == 1
                    #expect(isLocated, "not located: \(name), \(found)")
                    if isLocated { score.located += 1 }
                    let original = corpus.sets[set].first { $0.name == fault.cell.table }?.cells[fault.cell.row][
                        fault.cell.column]
                    if let original, found.first?.values.first == original { score.proposed += 1 }
                } else {
                    score.tied += 1
                    let isHonest = Set(found.map(\.cell)).isSubset(of: explanations + [fault.cell])
                    #expect(isHonest, "suspects too many: \(name)")
                }
            }
            scores[fault.kind] = score
        }
        for kind in Mutation.allCases {
            guard let score = scores[kind] else { continue }
            print(
                "\(kind.rawValue): \(score.trials) trials, \(score.visible) break a rule, \(score.reported) reported; "
                    + "\(score.unique) can be located, \(score.located) are, \(score.proposed) with the original value first; "
                    + "\(score.tied) ties")
        }
    }

    @Test(
        "Two or three wrong cells at once are reported, and a cell is called certainly wrong only when it must be",
        arguments: [2, 3])
    func several(count: Int) throws {
        let corpus = try Corpus()
        var generator = SeededGenerator(seed: UInt64(count))
        var (cells, visible, located, tied, needless, longer) = (0, 0, 0, 0, 0, 0)
        for _ in 0..<Self.trials.several {
            let (set, faults) = corpus.corrupted(count, &generator)
            let tables = corpus.tables(set, with: faults)
            let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            let text: (Oracle.Cell) -> String = { byName[$0.table]?.cells[$0.row][$0.column] ?? "" }
            let oracle = corpus.oracles[set]
            let broken = oracle.broken(text, around: faults.map(\.cell))
            let errors = CrimeTree.auditor.audit(tables.map { AuditedTable($0) }).errors
            let reported = Set(errors.flatMap { $0.map(\.cell) })
            let name = "set \(set), \(faults)"
            #expect(broken.isEmpty == errors.isEmpty, "\(name)")
            for rule in broken {
                let isReported = !reported.isDisjoint(with: oracle.rules[rule].cells)
                #expect(isReported, "a broken rule is not reported: \(name)")
            }
            let wrong = Set(faults.map(\.cell))
            for error in errors where error.count == 1 {
                // An explanation may name fewer or other cells, but not more cells than are wrong.
                if wrong.contains(error[0].cell) { located += 1 } else { needless += 1 }
            }
            if errors.count > count { longer += 1 }
            tied += errors.count { $0.count > 1 && !wrong.isDisjoint(with: $0.map(\.cell)) }
            cells += count
            visible += wrong.filter { !oracle.broken(text, around: [$0]).isEmpty }.count
        }
        // In rare cases, related faults are reported as more errors than there are.
        #expect(longer * 300 <= Self.trials.several, "more errors than faults in \(longer) trials")
        print(
            "\(count) cells at once: \(cells) wrong cells, \(visible) break a rule; \(located) are located, \(tied) are in a tie, "
                + "\(needless) other cells are called wrong")
    }
}
