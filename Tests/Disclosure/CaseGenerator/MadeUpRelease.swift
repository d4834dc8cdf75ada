import Core
import Disclosure
import TestSupport

/// Counts with totals of every kind that a release has, with many small ones among them.
struct MadeUpRelease {
    private(set) var truth: [Int] = []
    private(set) var counts: [DisclosureProblem.Count] = []
    private(set) var derived: [DisclosureCase.Derived] = []
    /// Counts that are in no table themselves.
    private(set) var hidden: Set<Int> = []
    private let threshold: Int

    var problem: DisclosureProblem { DisclosureProblem(truth: truth, counts: counts) }

    /// A release of one of five kinds: a table with totals, a tree of categories by area, quarters with a year to date
    /// (an earlier release has some of them), a comparison with the year before, and groups of clients that overlap.
    init(kind: Int, _ generator: inout SeededGenerator) {
        threshold = [3, 5, 5, 10][Int.random(in: 0..<4, using: &generator)]
        switch kind % 5 {
        case 0: crossTable(&generator)
        case 1: tree(&generator)
        case 2: quarters(&generator)
        case 3: groups(&generator)
        default: comparison(&generator)
        }
    }

    // MARK: Kinds

    private mutating func crossTable(_ generator: inout SeededGenerator) {
        let (height, width) = (Int.random(in: 2...5, using: &generator), Int.random(in: 2...5, using: &generator))
        addTable((0..<height).map { _ in addParts(width, &generator) })
    }

    /// Two or three groups of categories with totals of their own, by area.
    private mutating func tree(_ generator: inout SeededGenerator) {
        let areas = Int.random(in: 2...3, using: &generator)
        var all: [[Int]] = []
        for group in 0..<Int.random(in: 2...3, using: &generator) {
            let rows = (0..<Int.random(in: 2...3, using: &generator)).map { _ in addParts(areas, &generator) }
            addTable(rows, named: "group \(group)")
            all += rows
        }
        for area in 0..<areas { add("all of area \(area)", all.map { $0[area] }) }
        add("all", all.flatMap(\.self))
    }

    /// Rows with a total, by quarter, and their year to date; all quarters except the last may have been published
    /// already.
    private mutating func quarters(_ generator: inout SeededGenerator) {
        let quarters = Int.random(in: 2...4, using: &generator)
        let rows = (0..<Int.random(in: 2...4, using: &generator)).map { _ in addParts(quarters, &generator) }
        let lines = rows + [nil]
        for (number, line) in lines.enumerated() {
            for quarter in 0..<quarters {
                let own = line.map { [$0[quarter]] } ?? rows.map { $0[quarter] }
                let isOut = quarter < quarters - 1 && Bool.random(using: &generator)
                // A small number has not been published.
                add("row \(number), quarter \(quarter)", own, isPublic: isOut && !isSmall(own))
            }
            add("row \(number), year to date", line ?? rows.flatMap(\.self))
        }
    }

    /// Clients of three substances, in any combination, who were in treatment or completed it, counted by groups of substances.
    private mutating func groups(_ generator: inout SeededGenerator) {
        let kinds = 1..<8
        let stages = (0..<2).map { _ in addParts(kinds.count, &generator) }
        for group in Array(kinds).shuffled(using: &generator).prefix(Int.random(in: 2...5, using: &generator)) {
            let own = kinds.indices.filter { kinds[$0] & group != 0 }.map { $0 - kinds.lowerBound }
            add("group \(group), in treatment", own.flatMap { [stages[0][$0], stages[1][$0]] })
            if Bool.random(using: &generator) { add("group \(group), completed", own.map { stages[1][$0] }) }
        }
    }

    /// Rows with a total, this year and the year before, differences and percentages; some tables show the year before
    /// only through the percentage.
    private mutating func comparison(_ generator: inout SeededGenerator) {
        let rows = (0..<Int.random(in: 2...5, using: &generator)).map { _ in addParts(2, &generator) }
        let showsBefore = Bool.random(using: &generator)
        for (number, line) in (rows.map { [[$0[0]], [$0[1]]] } + [[rows.map { $0[0] }, rows.map { $0[1] }]])
            .enumerated()
        {
            let now = add("row \(number), now", line[0])
            let before = add("row \(number), year before", line[1])
            let (value, other) = (problem.value(now), problem.value(before))
            if !showsBefore { hidden.insert(before) }
            if showsBefore || other == 0 {
                derived.append(.init(kind: "difference", now: now, before: before, value: "\(value - other)"))
            }
            if let percent = Rational((value - other) * 100, over: other) {
                derived.append(.init(kind: "percent", now: now, before: before, value: percent.sixPlaces))
            }
        }
    }

    // MARK: Counts

    private mutating func addParts(_ number: Int, _ generator: inout SeededGenerator) -> [Int] {
        for _ in 0..<number {
            let value =
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: 0
                case 1, 2: Int.random(in: 1...6, using: &generator)
                default: Int.random(in: 5...60, using: &generator)
                }
            truth.append(value)
        }
        return Array(truth.count - number..<truth.count)
    }

    private mutating func addTable(_ rows: [[Int]], named name: String = "table") {
        for (number, row) in rows.enumerated() {
            for (column, part) in row.enumerated() { add("\(name), row \(number), column \(column)", [part]) }
            add("\(name), row \(number)", row)
        }
        for column in rows[0].indices { add("\(name), column \(column)", rows.map { $0[column] }) }
        add("\(name), all", rows.flatMap(\.self))
    }

    private func isSmall(_ parts: [Int]) -> Bool { (1..<threshold).contains(parts.reduce(0) { $0 + truth[$1] }) }

    @discardableResult
    private mutating func add(_ name: String, _ parts: [Int], isPublic: Bool = false) -> Int {
        counts.append(
            DisclosureProblem.Count(
                name: name, parts: parts, leastPossible: isSmall(parts) ? max(2, threshold - 1) : nil,
                isPublic: isPublic, weight: 1 + parts.count))
        return counts.count - 1
    }
}
