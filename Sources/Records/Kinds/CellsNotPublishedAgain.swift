import Core
import Normalisation

/// Finds cells of count tables that had a row in one publication, but have none in the publication that replaces it.
/// Both publications cover the cell's area and time. The missing row may mean zero or may have been left out, so
/// neither is assumed.
struct CellsNotPublishedAgain {
    /// The cells that are missing from one publication but were in the publication that it replaces, with the positions
    /// of both extracts.
    struct Gap {
        let later: Int
        let earlier: Int
        let cells: [FactKey]
    }

    /// The number of cells that a finding names.
    private static let maxNamed = 3

    private let extracts: [ExtractOutcome]
    private let areas: AreaTable
    private let classification: Classification
    let gaps: [Gap]

    /// `extracts` are all extracts of a source of counts, with all of their rows, and `settlement` is the settlement of
    /// these extracts.
    init(
        _ extracts: [ExtractOutcome], _ settlement: DeliverySettlement, classification: Classification,
        areas: AreaTable
    ) {
        self.extracts = extracts
        self.areas = areas
        self.classification = classification
        gaps = extracts.indices.flatMap { earlier -> [Gap] in
            let replaced = settlement.lost[earlier].filter { $0.value.cause == .later }
            let files = Set(replaced.values.map(\.file)).sorted()
            return files.compactMap { file in
                guard let later = settlement.positions[file] else { return nil }
                let units = Set(replaced.filter { $0.value.file == file }.keys)
                let cells = Self.cells(of: extracts[earlier], extracts[later], units, areas)
                return cells.isEmpty ? nil : Gap(later: later, earlier: earlier, cells: cells)
            }
        }
    }

    /// Returns the cells of the units that the earlier extract has and the later one lacks. If the later extract writes
    /// no zeros, a cell that was zero in the earlier one is not counted as missing.
    private static func cells(
        of earlier: ExtractOutcome, _ later: ExtractOutcome, _ units: Set<DeliveryUnit>, _ areas: AreaTable
    ) -> [FactKey] {
        let counts = later.records.all(EventCount.self)
        let delivered = Set(counts.compactMap(\.key))
        let writesZeros = counts.contains { $0.area >= 0 && $0.count == 0 }
        let times = Dictionary(grouping: units) { $0.period?.first }
        func isReplaced(_ cell: FactKey) -> Bool {
            let name = DeliveryUnit.key(of: areas.areas[cell.area].name)
            return times[cell.month]?.contains { (", " + $0.key + ", ").contains(", " + name + ", ") } ?? false
        }
        var missing: [FactKey: Int] = [:]
        for count in earlier.records.all(EventCount.self) {
            guard let key = count.key, !delivered.contains(key) else { continue }
            missing[key, default: 0] += count.count
        }
        let held = Set(later.held.compactMap(\.cell))
        return missing.filter { cell, count in
            (count != 0 || writesZeros) && !held.contains(cell) && isReplaced(cell)
        }.keys.sorted { ($0.month, $0.area, $0.category) < ($1.month, $1.area, $1.category) }
    }

    /// One doubt for each pair of files.
    var doubts: [DeliveryDoubt] {
        gaps.map { gap in
            let named = gap.cells.prefix(Self.maxNamed).map(words).joined(separator: "; ")
            let more = gap.cells.count - Self.maxNamed
            let finding = Finding(
                .notPublishedAgain, file: extracts[gap.later].file,
                note: "\(extracts[gap.earlier].file) has \(named)\(more > 0 ? "; and \(more) more" : "")")
            return DeliveryDoubt(extract: gap.later, finding: finding, unknownCells: Set(gap.cells))
        }
    }

    /// Describes the cell: `Hartlepool, 2018/19 Quarter 1: 28E (Burglary in a dwelling)`.
    private func words(_ cell: FactKey) -> String {
        let code = classification.codes[cell.category]
        let quarter = FinancialQuarter(containing: cell.month).title
        return "\(areas.areas[cell.area].name), \(quarter): \(code.code) (\(code.title))"
    }
}

extension QuarantinedRecord {
    /// The cell of a count table that the row is about; nil unless its area, month and category can all be read.
    fileprivate var cell: FactKey? {
        guard case .events(let place) = place, case .known(let category) = place.category, let area = place.area,
            let month = place.month.flatMap(FactKey.packed)
        else { return nil }
        return FactKey(area: UInt16(area), month: month, category: UInt16(category), flags: 0)
    }
}
