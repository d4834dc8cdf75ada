package import Core
import Ingestion
package import Normalisation

/// Decides, for one source, from which extract each delivery unit counts. The result depends on what the extracts
/// deliver and when. It does not depend on their names or on the order in which they are given.
package struct DeliverySettlement: Sendable {
    /// An extract, with the facts that decide between deliveries.
    package struct Extract: Sendable {
        package let file: String
        /// The workbook that the extract is a sheet of; nil for any other extract.
        let workbook: String?
        package let day: CalendarDate?
        package let units: [DeliveryUnit: Int]

        /// Creates an extract from its file, its day of delivery if that is known, and its number of rows for each
        /// unit.
        package init(file: String, day: CalendarDate?, units: [DeliveryUnit: Int]) {
            self.file = file
            workbook = ContainedPath.workbook(of: file)
            self.day = day
            self.units = units
        }
    }

    /// Two extracts with different rows for a unit, neither of which is known to be later.
    package struct Conflict: Hashable, Sendable {
        package let extract: Int
        package let other: Int
        package let unit: DeliveryUnit
    }

    package let extracts: [Extract]
    /// The positions of the extracts, by file.
    private(set) var positions: [String: Int] = [:]
    private let rule: DeliveryUnitRule
    private let digests: [Int: [DeliveryUnit: DeliveryUnitDigest]]

    /// For each extract, the units that count from another extract.
    package private(set) var lost: [[DeliveryUnit: LostUnit]]
    package private(set) var conflicts: [Conflict] = []
    /// The extracts that must be digested before all units can be settled.
    package private(set) var toDigest: Set<Int> = []

    /// Settles the extracts of a source. `digests` are the digests that an earlier attempt asked for.
    package init(
        _ extracts: [Extract], rule: DeliveryUnitRule, digests: [Int: [DeliveryUnit: DeliveryUnitDigest]] = [:]
    ) {
        self.extracts = extracts
        self.rule = rule
        self.digests = digests
        lost = extracts.map { _ in [:] }
        // Most units have only one holder, and need no list.
        var lastHolder: [DeliveryUnit: Int] = [:]
        lastHolder.reserveCapacity(extracts.count)
        var holders: [DeliveryUnit: [Int]] = [:]
        for (index, extract) in extracts.enumerated() {
            for unit in extract.units.keys {
                guard let other = lastHolder.updateValue(index, forKey: unit) else { continue }
                holders[unit, default: [other]].append(index)
            }
        }
        guard !holders.isEmpty else { return }
        positions = Dictionary(
            extracts.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
        for (unit, holders) in holders.sorted(by: { $0.key < $1.key }) { settle(unit, among: holders) }
    }

    private func rows(_ unit: DeliveryUnit, _ extract: Int) -> Int {
        sheets(beside: extract, unit).reduce(0) { $0 + (extracts[$1].units[unit] ?? 0) }
    }

    /// Returns the sheets of the extract's workbook that deliver the unit, or the extract alone. The sheets of a workbook
    /// are one delivery: a unit counts from all of them or from none.
    private func sheets(beside extract: Int, _ unit: DeliveryUnit) -> [Int] {
        guard let workbook = extracts[extract].workbook else { return [extract] }
        return extracts.indices.filter { extracts[$0].workbook == workbook && extracts[$0].units[unit] != nil }
    }

    private mutating func settle(_ unit: DeliveryUnit, among all: [Int]) {
        // The first sheet stands for its workbook.
        var workbooks: Set<String> = []
        let holders = all.filter { extracts[$0].workbook.map { workbooks.insert($0).inserted } ?? true }
        // The extracts of the day that counts for the unit, among extracts of known days.
        var standing: [Int] = []
        for day in Set(holders.compactMap { extracts[$0].day }).sorted() {
            let own = holders.filter { extracts[$0].day == day }
            if let most = largest(own, unit), let before = largest(standing, unit),
                rule.isTooSmall(rows(unit, most), for: rows(unit, before))
            {
                continue
            }
            standing = own
        }
        if let winner = largest(standing, unit), let last = extracts[winner].day {
            for extract in holders where !standing.contains(extract) {
                guard let day = extracts[extract].day else { continue }
                lose(unit, extract, to: winner, day < last ? .later : .tooSmall)
            }
        }
        settleEquals(unit, standing + holders.filter { extracts[$0].day == nil })
    }

    /// Settles extracts without a known order. If all of them have the same rows for the unit, one of them counts.
    private mutating func settleEquals(_ unit: DeliveryUnit, _ candidates: [Int]) {
        guard let keeper = candidates.first, candidates.count > 1 else { return }
        guard candidates.allSatisfy({ digests[$0] != nil }) else {
            toDigest.formUnion(candidates)
            return
        }
        for extract in candidates.dropFirst() {
            let isSingle = [extract, keeper].allSatisfy { sheets(beside: $0, unit).count == 1 }
            if isSingle, digests[extract]?[unit] == digests[keeper]?[unit] {
                lose(unit, extract, to: keeper, .same)
            } else {
                conflicts.append(Conflict(extract: extract, other: keeper, unit: unit))
            }
        }
    }

    private func largest(_ extracts: [Int], _ unit: DeliveryUnit) -> Int? {
        extracts.max { (rows(unit, $0), $1) < (rows(unit, $1), $0) }
    }

    private mutating func lose(_ unit: DeliveryUnit, _ extract: Int, to winner: Int, _ cause: LostUnit.Cause) {
        for sheet in sheets(beside: extract, unit) {
            lost[sheet][unit] = LostUnit(file: extracts[winner].file, cause: cause)
        }
    }
}
