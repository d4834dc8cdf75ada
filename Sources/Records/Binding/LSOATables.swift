import PipelineDefinition

/// The lookups from LSOAs to areas, one for each vintage of codes, read as a single table. Most codes are the same in
/// every vintage.
struct LSOATables {
    /// For the code of each LSOA, the position of its area.
    private(set) var areas: [String: Int] = [:]
    /// Whether one of the tables is a lookup of the whole country. Its districts that are not among the areas are left
    /// out.
    private(set) var areOfficial = false
    /// For each district that LSOAs are named after, the positions of these LSOAs' areas, each with the first LSOA
    /// name. Empty where the tables have no names.
    private(set) var districts: [String: [Int: String]] = [:]
    private var places: [String: SourcePosition] = [:]

    /// Reads the tables. A code is an error if two tables put it in different areas, or if one table has it twice. A
    /// lookup of the Office for National Statistics covers the whole country, so districts that are not among the areas
    /// are left out. Home and every peer must have an LSOA in the tables, which `ResolvedAreas` checks.
    init(
        _ names: [Located<String>], byName: [String: Int], codes: [String], _ folder: DefinitionFolder,
        _ errors: DefinitionErrorCollector
    ) {
        for name in names {
            let read = ReferenceTable(
                name, columns: ["lsoa", "area"], folder, errors, naming: OfficialColumns.lsoaLookup)
            guard let table = read else { continue }
            if table.isOfficial {
                areOfficial = true
                addOfficial(table, byName, errors)
                continue
            }
            var own: Set<String> = []
            for row in table.rows {
                guard let area = byName[row["area"]] else {
                    // If no areas were read, every row would be an error of its own.
                    guard !codes.isEmpty else { continue }
                    errors.report(.unknownName(of: "area", row["area"], known: codes), at: row.position)
                    continue
                }
                if !own.insert(row["lsoa"]).inserted {
                    errors.report(.duplicateName(of: "LSOA", row["lsoa"]), at: row.position)
                } else {
                    add(row["lsoa"], area, at: row.position, errors)
                    note(row["name"], area)
                }
            }
        }
    }

    /// Adds an official lookup. A code of the later Census has one row for each earlier code that it is made of, all in
    /// one district. An LSOA of the earlier Census may have been divided between districts; it then counts for the
    /// district in its name.
    private mutating func addOfficial(
        _ table: ReferenceTable, _ byName: [String: Int], _ errors: DefinitionErrorCollector
    ) {
        let divisions = DividedLSOA.all(of: table, byName)
        for row in table.rows {
            guard let area = byName[row["area"]] else { continue }
            add(row["lsoa"], area, at: row.position, errors)
            let earlier = row["earlier-lsoa"]
            guard let division = divisions[earlier] else {
                if !earlier.isEmpty { add(earlier, area, at: row.position, errors) }
                note(row["earlier-name"], area)
                continue
            }
            guard let named = division.named else {
                errors.report(
                    .contradiction(
                        "the LSOA '\(earlier)' was divided between districts; download the lookup that also has the names of "
                            + "LSOAs and districts, because they show which district counts it"), at: row.position)
                continue
            }
            if named == area { add(earlier, area, at: row.position, errors) }
        }
    }

    /// Notes the district in an LSOA's name, which ends in a space, three digits and a letter.
    private mutating func note(_ name: String, _ area: Int) {
        guard let number = name.lastIndex(of: " ") else { return }
        let district = String(name[..<number])
        if districts[district]?[area].map({ $0 <= name }) ?? false { return }
        districts[district, default: [:]][area] = name
    }

    private mutating func add(
        _ lsoa: String, _ area: Int, at position: SourcePosition, _ errors: DefinitionErrorCollector
    ) {
        if let known = areas[lsoa], known != area, let place = places[lsoa] {
            errors.report(
                .contradiction(
                    "the LSOA '\(lsoa)' has one area here and another at \(place); correct one of the two lines"),
                at: position)
            return
        }
        areas[lsoa] = area
        if places[lsoa] == nil { places[lsoa] = position }
    }
}
