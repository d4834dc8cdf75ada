import Core
import Indicators
import PipelineDefinition
import Records

/// Reads the tables of denominators of a definition: those of our own form, with a row a denominator, area and vintage, and those of
/// Nomis as they were downloaded.
struct DenominatorTables {
    let areas: ResolvedAreas
    let schemas: SchemaCompiler
    let folder: DefinitionFolder
    let errors: DefinitionErrorCollector

    /// A denominator, and the year of those that have several.
    private struct Key: Hashable {
        let name: String
        let year: Int?
    }

    private struct Entry {
        let title: String
        var source: String
        var values: [Int: Int] = [:]
    }

    private var order: [Key] = []
    private var entries: [Key: Entry] = [:]
    private var rules: [String: Denominators.YearRule] = [:]

    init(areas: ResolvedAreas, schemas: SchemaCompiler, folder: DefinitionFolder, errors: DefinitionErrorCollector) {
        (self.areas, self.schemas, self.folder, self.errors) = (areas, schemas, folder, errors)
    }

    /// The denominators of all tables.
    static func read(
        _ definitions: [DenominatorDefinition], _ areas: ResolvedAreas, _ schemas: SchemaCompiler,
        _ folder: DefinitionFolder, _ errors: DefinitionErrorCollector
    ) -> Denominators {
        var tables = DenominatorTables(areas: areas, schemas: schemas, folder: folder, errors: errors)
        for definition in definitions { tables.read(definition) }
        return Denominators(
            tables.order.compactMap { key in
                tables.entries[key].map {
                    .init(name: key.name, title: $0.title, values: $0.values, source: $0.source, year: key.year)
                }
            }, rules: tables.rules)
    }

    private mutating func read(_ definition: DenominatorDefinition) {
        let rule = definition.year.flatMap(rule)
        if let published = definition.published {
            readPublished(definition.reference.table, published, rule)
        } else {
            readOwn(definition.reference, rule)
        }
    }

    private func rule(_ text: Located<String>) -> Denominators.YearRule? {
        switch text.value {
        case "period": return .period
        case "nearest-before": return .nearestBefore
        default:
            if text.value.utf8.count == 4, let year = Int(text.value) { return .fixed(year) }
            errors.report(
                .expected("period, nearest-before or a year such as 2021", found: text.value), at: text.position)
            return nil
        }
    }

    // MARK: Our own form

    private mutating func readOwn(_ reference: ReferenceDefinition, _ rule: Denominators.YearRule?) {
        let columns = ["denominator", "area", "value", "vintage", "unit", "source"]
        let schema = schemas.reference(reference, "denominators")
        guard let table = ReferenceTable(reference.table, columns: columns, schema: schema, folder, errors) else {
            return
        }
        for row in table.rows {
            guard let area = areas.table.byName[row["area"]] else {
                errors.report(
                    .unknownName(of: "area", row["area"], known: areas.table.areas.map(\.code)),
                    at: row.position(of: "area"))
                continue
            }
            let key = Key(name: row["denominator"], year: rule == nil ? nil : Int(row["vintage"].prefix(4)))
            if rule != nil, key.year == nil {
                errors.report(
                    .expected("a year such as 2021", found: row["vintage"]), at: row.position(of: "vintage"))
                continue
            }
            // An area whose number is not known has a row without one: its rates are not available.
            let isKnown = !row["value"].isEmpty
            let value = Int(row["value"]) ?? 0
            guard value > 0 || !isKnown else {
                errors.report(
                    .expected("a positive whole number", found: row["value"]), at: row.position(of: "value"))
                continue
            }
            let isNew = add(
                isKnown ? value : nil, area, key, "\(row["unit"]), \(row["vintage"])", row["source"])
            if !isNew {
                errors.report(.duplicateName(of: "denominator", "\(key.name) of \(row["area"])"), at: row.position)
            }
            rules[key.name] = rule
        }
    }

    /// False when the area has a number already.
    private mutating func add(_ value: Int?, _ area: Int, _ key: Key, _ title: String, _ source: String) -> Bool {
        if entries[key] == nil { order.append(key) }
        var entry = entries[key] ?? Entry(title: title, source: source)
        defer { entries[key] = entry }
        guard let value else { return true }
        if entry.values.isEmpty { entry.source = source }
        return entry.values.updateValue(value, forKey: area) == nil
    }

    // MARK: Tables of Nomis

    private mutating func readPublished(
        _ name: Located<String>, _ published: DenominatorDefinition.Published, _ rule: Denominators.YearRule?
    ) {
        guard let table = NomisTable(name, folder, errors) else { return }
        rules[published.name.value] = rule ?? .nearestBefore
        var isEmpty = true
        for year in table.years {
            let key = Key(name: published.name.value, year: year)
            let title = "\(published.unit.value), \(year)"
            for area in areas.table.areas.indices {
                guard let value = number(of: area, year, in: table) else { continue }
                isEmpty = false
                _ = add(value, area, key, title, published.source.value)
            }
            // A sum has the sum of its parts, when all are known.
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
        if isEmpty {
            errors.report(
                .contradiction(
                    "no row of '\(name.value)' is about one of the areas, by code; look at the table of areas"),
                at: name.position)
        }
    }

    /// The number of an area: its own, or the sum of its districts when the table has them all.
    private func number(of area: Int, _ year: Int, in table: NomisTable) -> Int? {
        if let own = table.number(areas.table.areas[area].code, year) { return own }
        let districts = areas.districts[area] ?? []
        let known = districts.compactMap { table.number($0, year) }
        return known.count == districts.count && !districts.isEmpty ? Self.sum(known) : nil
    }

    /// The sum; nil when it does not fit into a word.
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
