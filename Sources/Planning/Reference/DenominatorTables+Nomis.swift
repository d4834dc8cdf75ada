import Core
import Indicators
import PipelineDefinition
import Records

/// Reads Nomis tables as downloaded: the numbers of areas and districts, by year.
extension DenominatorTables {
    mutating func readPublished(
        _ name: Located<String>, _ published: DenominatorDefinition.Published, _ rule: Denominators.YearRule?
    ) {
        let population = published.population?.value
        guard let table = NomisTable(name, isPopulationNamed: population != nil, folder, errors) else {
            areComplete = false
            return
        }
        declare(rule ?? .nearestBefore, of: Located(published.name.value, at: name.position), isWritten: rule != nil)
        var isEmpty = true
        for year in table.years {
            let key = Key(name: published.name.value, year: year)
            let title = "\(published.unit.value)\(population.map { " (\($0))" } ?? ""), \(year)"
            check(title, of: key, at: published.unit.position)
            for area in areas.table.areas.indices {
                guard let value = number(of: area, year, in: table) else { continue }
                isEmpty = false
                guard add(value, area, key, title, published.source.value) else {
                    let code = areas.table.areas[area].code
                    errors.report(
                        .duplicateName(of: "denominator", "\(key.name) of \(code), \(year)"), at: name.position)
                    return
                }
            }
            noteUnknown(key, title, published.source.value, in: table)
            // The number of a total is the sum of its parts' numbers, if all of these are known.
            for (total, parts) in areas.table.parts.enumerated() where areas.table.areas[total].isTotal {
                let known = parts.compactMap { entries[key]?.values[$0] }
                guard known.count == parts.count, !parts.isEmpty, entries[key]?.values[total] == nil else { continue }
                guard let sum = Self.sum(known) else {
                    reportTooLarge(name)
                    return
                }
                _ = add(sum, total, key, title, published.source.value)
            }
        }
        guard isEmpty else { return }
        areComplete = false
        let isThere = areas.table.areas.indices.contains { codes(of: $0).contains(where: table.has) }
        errors.report(
            .contradiction(
                isThere
                    ? "'\(name.value)' has rows of the areas, but no numbers for them; each area needs a number of its own, or numbers for all of its districts"
                    : "no row of '\(name.value)' has the code of one of the areas; compare it with the table of areas"),
            at: name.position)
    }

    /// Records the areas that have no number for the year because their own row, or the row of one of their districts,
    /// is blank.
    private mutating func noteUnknown(_ key: Key, _ title: String, _ source: String, in table: NomisTable) {
        guard let year = key.year, entries[key] != nil else { return }
        for area in areas.table.areas.indices where number(of: area, year, in: table) == nil {
            guard codes(of: area).contains(where: { table.isBlank($0, year) }) else { continue }
            _ = add(nil, area, key, title, source)
        }
    }

    private func codes(of area: Int) -> [String] { [areas.table.areas[area].code] + (areas.districts[area] ?? []) }

    /// Returns the number of an area: its own, or the sum of its districts if the table has all of them.
    private func number(of area: Int, _ year: Int, in table: NomisTable) -> Int? {
        if let own = table.number(areas.table.areas[area].code, year) { return own }
        let districts = areas.districts[area] ?? []
        let known = districts.compactMap { table.number($0, year) }
        return known.count == districts.count && !districts.isEmpty ? Self.sum(known) : nil
    }

    /// Returns the sum; nil when it does not fit into an `Int`.
    private static func sum(_ numbers: [Int]) -> Int? {
        numbers.reduce(0 as Int?) { sum, number in
            guard let (sum, isTooLarge) = sum?.addingReportingOverflow(number), !isTooLarge else { return nil }
            return sum
        }
    }

    private func reportTooLarge(_ name: Located<String>) {
        errors.report(
            .contradiction("the numbers of '\(name.value)' are too large to be added up"), at: name.position)
    }
}
