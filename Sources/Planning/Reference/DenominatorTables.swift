import Core
import Indicators
import PipelineDefinition
import Records

/// Reads a definition's tables of denominators: tables in our own format, with one row for each denominator, area and
/// vintage, and Nomis tables as downloaded.
struct DenominatorTables {
    let areas: ResolvedAreas
    let schemas: SchemaCompiler
    let folder: DefinitionFolder
    let errors: DefinitionErrorCollector

    /// A denominator, and its year if it has numbers for several years.
    struct Key: Hashable {
        let name: String
        let year: Int?
    }

    struct Entry {
        let title: String
        var source: String
        var otherSources: [Int: String] = [:]
        var values: [Int: Int] = [:]
        /// The areas with a row that has no number.
        var unknown: Set<Int> = []
    }

    private var order: [Key] = []
    private(set) var entries: [Key: Entry] = [:]
    /// The rule for each name, or nil for a name without a year. A name has one rule, even if it is in several tables.
    private var rules: [String: Denominators.YearRule?] = [:]
    /// The names for which the definition states a rule.
    private var ruled: Set<String> = []
    /// Whether every table was read completely, so that any other name is unknown.
    var areComplete = true
    /// The keys for which a conflict of units or years has been reported.
    private var reportedTitles: Set<Key> = []

    init(areas: ResolvedAreas, schemas: SchemaCompiler, folder: DefinitionFolder, errors: DefinitionErrorCollector) {
        (self.areas, self.schemas, self.folder, self.errors) = (areas, schemas, folder, errors)
    }

    /// Reads all tables.
    static func read(
        _ definitions: [DenominatorDefinition], _ areas: ResolvedAreas, _ schemas: SchemaCompiler,
        _ folder: DefinitionFolder, _ errors: DefinitionErrorCollector
    ) -> DenominatorTables {
        var tables = DenominatorTables(areas: areas, schemas: schemas, folder: folder, errors: errors)
        for definition in definitions { tables.read(definition) }
        return tables
    }

    /// The denominators of all tables.
    var denominators: Denominators {
        Denominators(
            order.compactMap { key in
                entries[key].map {
                    .init(
                        name: key.name, title: $0.title, values: $0.values, unknown: $0.unknown, source: $0.source,
                        otherSources: $0.otherSources, year: key.year)
                }
            }, rules: rules.compactMapValues(\.self))
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
            // A rule was stated, even if it is wrong. The numbers of several years must not be reported as a second
            // error.
            return .nearestBefore
        }
    }

    // MARK: Our own form

    private mutating func readOwn(_ reference: ReferenceDefinition, _ rule: Denominators.YearRule?) {
        let columns = ["denominator", "area", "value", "vintage", "unit", "source"]
        let schema = schemas.reference(reference, "denominators")
        guard let table = ReferenceTable(reference.table, columns: columns, schema: schema, folder, errors) else {
            areComplete = false
            return
        }
        var names: Set<String> = []
        for row in table.rows {
            if names.insert(row["denominator"]).inserted {
                let name = Located(row["denominator"], at: reference.table.position)
                declare(rule, of: name, isWritten: rule != nil)
            }
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
            // If an area's number is not known, its row has no number, and its rates are not available.
            let isKnown = !row["value"].isEmpty
            let value = Int(row["value"]) ?? 0
            guard value > 0 || !isKnown else {
                errors.report(
                    .expected("a positive whole number", found: row["value"]), at: row.position(of: "value"))
                continue
            }
            let title = "\(row["unit"]), \(row["vintage"])"
            check(title, of: key, at: row.position(of: "vintage"))
            if !add(isKnown ? value : nil, area, key, title, row["source"]) {
                errors.report(.duplicateName(of: "denominator", "\(key.name) of \(row["area"])"), at: row.position)
            }
        }
    }

    /// Records the rule for a name. If another table has a different rule for the name, reports an error at this
    /// table's name.
    mutating func declare(_ rule: Denominators.YearRule?, of name: Located<String>, isWritten: Bool) {
        defer { if isWritten { ruled.insert(name.value) } }
        guard let known = rules[name.value] else {
            rules.updateValue(rule, forKey: name.value)
            return
        }
        guard known != rule else { return }
        let what =
            isWritten || ruled.contains(name.value)
            ? "with different rules for the year: write the same 'year' for both"
            : "but only one of them has a number for each year: write the same 'year' for both, such as nearest-before"
        errors.report(.contradiction("'\(name.value)' is in two tables \(what), or rename one"), at: name.position)
    }

    /// Checks that all numbers of a denominator have the same unit and year, because rates print one unit and year for
    /// all areas. An error is reported once for each name and year.
    mutating func check(_ title: String, of key: Key, at position: SourcePosition) {
        guard let known = entries[key]?.title, known != title, reportedTitles.insert(key).inserted else { return }
        errors.report(
            .contradiction(
                "'\(key.name)' has numbers of '\(known)' and of '\(title)': write one unit and year, or add 'year' to the table's definition"
            ),
            at: position)
    }

    /// Adds the number of an area, or records that it is not known. Returns false when the area already has a number.
    mutating func add(_ value: Int?, _ area: Int, _ key: Key, _ title: String, _ source: String) -> Bool {
        if entries[key] == nil { order.append(key) }
        var entry = entries[key] ?? Entry(title: title, source: source)
        defer { entries[key] = entry }
        guard let value else {
            if entry.values[area] == nil { entry.unknown.insert(area) }
            return true
        }
        entry.unknown.remove(area)
        if entry.values.isEmpty { entry.source = source }
        if source != entry.source { entry.otherSources[area] = source }
        return entry.values.updateValue(value, forKey: area) == nil
    }
}
