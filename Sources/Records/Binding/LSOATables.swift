import PipelineDefinition

/// The lookups from LSOAs to areas, one a vintage of codes, read as one. Most codes are the same in every vintage.
struct LSOATables {
    /// The area of each LSOA, by the area's position.
    private(set) var areas: [String: Int] = [:]
    /// Whether one of them is a lookup of the whole country, of which districts that are none of the areas are left out.
    private(set) var areOfficial = false
    private var places: [String: SourcePosition] = [:]

    /// Reads the tables. A code that two tables put in different areas is an error, and so is one that a table has twice. A lookup
    /// of the Office for National Statistics has the whole country: districts that are none of the areas are left out, and it must
    /// have all of the areas.
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
                    // Without areas every row would be an error of its own.
                    guard !codes.isEmpty else { continue }
                    errors.report(.unknownName(of: "area", row["area"], known: codes), at: row.position)
                    continue
                }
                if !own.insert(row["lsoa"]).inserted {
                    errors.report(.duplicateName(of: "LSOA", row["lsoa"]), at: row.position)
                } else {
                    add(row["lsoa"], area, at: row.position, errors)
                }
            }
        }
    }

    /// A code of the later Census has one row for each earlier code that it is made of, all in one district. One of the earlier Census
    /// may have been divided between districts: it counts for the one in its name.
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
                continue
            }
            guard let named = division.named else {
                errors.report(
                    .contradiction(
                        "the LSOA '\(earlier)' was divided between districts; download the lookup with the names of LSOAs and "
                            + "districts, which show which of them has it"), at: row.position)
                continue
            }
            if named == area { add(earlier, area, at: row.position, errors) }
        }
    }

    private mutating func add(
        _ lsoa: String, _ area: Int, at position: SourcePosition, _ errors: DefinitionErrorCollector
    ) {
        if let known = areas[lsoa], known != area, let place = places[lsoa] {
            errors.report(
                .contradiction(
                    "the LSOA '\(lsoa)' has a different area here from that in \(place); correct one of the two lines"),
                at: position)
            return
        }
        areas[lsoa] = area
        if places[lsoa] == nil { places[lsoa] = position }
    }
}
