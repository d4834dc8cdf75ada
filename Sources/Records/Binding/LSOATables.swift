import PipelineDefinition

/// The lookups from LSOAs to areas, one a vintage of codes, read as one. Most codes are the same in every vintage.
struct LSOATables {
    /// The area of each LSOA, by the area's position.
    private(set) var areas: [String: Int] = [:]
    private var places: [String: SourcePosition] = [:]

    /// Reads the tables. A code that two tables give to different areas is a mistake, and so is one that a table has twice.
    init(
        _ names: [Located<String>], byName: [String: Int], codes: [String], _ folder: DefinitionFolder,
        _ mistakes: MistakeCollector
    ) {
        for name in names {
            guard let table = ReferenceTable(name, columns: ["lsoa", "area"], folder, mistakes) else { continue }
            var own: Set<String> = []
            for row in table.rows {
                guard let area = byName[row["area"]] else {
                    // Without areas every row would be a mistake of its own.
                    guard !codes.isEmpty else { continue }
                    mistakes.report(.unknownName(of: "area", row["area"], known: codes), at: row.position)
                    continue
                }
                if !own.insert(row["lsoa"]).inserted {
                    mistakes.report(.duplicateName(of: "LSOA", row["lsoa"]), at: row.position)
                } else {
                    add(row["lsoa"], area, at: row.position, mistakes)
                }
            }
        }
    }

    private mutating func add(_ lsoa: String, _ area: Int, at position: SourcePosition, _ mistakes: MistakeCollector) {
        if let known = areas[lsoa], known != area, let place = places[lsoa] {
            mistakes.report(
                .contradiction(
                    "the LSOA '\(lsoa)' has another area here than in \(place); correct one of the two lines"),
                at: position)
            return
        }
        areas[lsoa] = area
        if places[lsoa] == nil { places[lsoa] = position }
    }
}
