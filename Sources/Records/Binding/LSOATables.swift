import PipelineDefinition

/// The lookups from LSOAs to areas, one a vintage of codes, read as one. Most codes are the same in every vintage.
struct LSOATables {
    /// The area of each LSOA, by the area's position.
    private(set) var areas: [String: Int] = [:]
    private var places: [String: SourcePosition] = [:]

    /// Reads the tables. A code that two tables put in different areas is an error, and so is one that a table has twice.
    init(
        _ names: [Located<String>], byName: [String: Int], codes: [String], _ folder: DefinitionFolder,
        _ errors: DefinitionErrorCollector
    ) {
        for name in names {
            guard let table = ReferenceTable(name, columns: ["lsoa", "area"], folder, errors) else { continue }
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

    private mutating func add(
        _ lsoa: String, _ area: Int, at position: SourcePosition, _ errors: DefinitionErrorCollector
    ) {
        if let known = areas[lsoa], known != area, let place = places[lsoa] {
            errors.report(
                .contradiction(
                    "the LSOA '\(lsoa)' has another area here than in \(place); correct one of the two lines"),
                at: position)
            return
        }
        areas[lsoa] = area
        if places[lsoa] == nil { places[lsoa] = position }
    }
}
