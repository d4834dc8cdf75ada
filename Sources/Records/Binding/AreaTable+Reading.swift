package import Core
package import PipelineDefinition

/// The areas of a definition, after reading and resolving.
package struct ResolvedAreas {
    package let table: AreaTable
    package let home: Int
    let peers: [Int]
    package let total: Int?
    /// The codes of the districts that make up each area, by the area's position, from the column `districts`.
    package let districts: [Int: [String]]

    /// Creates an empty result, without areas for figures.
    package init() {
        table = AreaTable(areas: [], byName: [:], byLSOA: [:], parts: [])
        (home, peers, total) = (0, [], nil)
        districts = [:]
    }

    /// Reads the areas and resolves their names. A name that cannot be resolved is reported as an error, and reading
    /// goes on so that further errors are found too.
    package init(_ definition: AreasDefinition, _ folder: DefinitionFolder, _ errors: DefinitionErrorCollector) {
        let table = ReferenceTable(
            definition.table, columns: ["code", "name", "short_name", "parent", "aliases"], folder, errors)
        let rows = table?.rows ?? []
        let codes = rows.map { $0["code"] }
        var isComplete = table != nil
        func resolve(_ name: Located<String>) -> Int? {
            if let index = codes.firstIndex(of: name.value) { return index }
            isComplete = false
            if table != nil {
                errors.report(
                    .unknownName(of: "area", name.value, known: codes + rows.map { $0["name"] }), at: name.position)
            }
            return nil
        }
        let home = resolve(definition.home)
        let named = definition.peers.compactMap(resolve)
        // An area that is named twice is one error and must not cause others.
        peers = named.enumerated().filter { $1 != home && !named[..<$0].contains($1) }.map(\.element)
        let total = definition.total.flatMap(resolve)
        self.total = total
        let counted = Set([home].compactMap { $0 } + peers)
        if isComplete {
            AreaNesting(areas: rows.map { .init(code: $0["code"], parent: $0["parent"]) }, errors: errors).check(
                counted: zip([definition.home] + definition.peers, [home].compactMap { $0 } + named).map { ($0, $1) },
                total: definition.total.flatMap { name in total.map { (name, $0) } })
        }

        for row in rows {
            for column in ["code", "name", "short_name"] where row[column].allSatisfy(\.isWhitespace) {
                errors.report(
                    .expected("a value in the column '\(column)' of every area", found: row[column]), at: row.position)
            }
        }
        var byName: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            let names = Set([row["code"], row["name"], row["short_name"]] + row.list("aliases"))
            for name in names.sorted() where !name.isEmpty && byName.updateValue(index, forKey: name) != nil {
                errors.report(.duplicateName(of: "area name", name), at: row.position)
            }
        }
        // The columns of partnerships are missing if the table has no partnerships.
        var byCSP: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            for name in Set([row["csp_code"], row["csp_name"]]).sorted() where !name.isEmpty {
                if byCSP.updateValue(index, forKey: name) != nil {
                    errors.report(.duplicateName(of: "partnership", name), at: row.position)
                }
            }
        }
        let areas = rows.enumerated().map { index, row in
            AreaTable.Area(
                code: row["code"], name: row["name"], shortName: row["short_name"], inScope: counted.contains(index),
                isTotal: index == total)
        }
        let parts = rows.indices.map { index in
            index == total ? rows.indices.filter { rows[$0]["parent"] == rows[index]["code"] } : [index]
        }
        // If home or a peer is unresolved, that error is reported instead of this one.
        if let total, let name = definition.total, isComplete {
            for part in parts[total] where !counted.contains(part) {
                errors.report(
                    .contradiction(
                        "'\(name.value)' is a sum of areas that includes '\(codes[part])', which is neither home nor a peer"
                    ),
                    at: name.position)
            }
        }
        let constituents = ConstituentTable(
            definition.madeOf, areaNames: byName.merging(byCSP) { own, _ in own }, areas: areas, folder, errors)
        let placeNames = byName.merging(constituents.wholeAreas) { own, _ in own }
        let tables = LSOATables(definition.lsoas, byName: placeNames, codes: codes, folder, errors)
        let lsoas = tables.areas
        constituents.check(tables, areas, errors)
        let located = Set(lsoas.values)
        let isFiltered = isComplete && tables.areOfficial
        for (index, name) in zip([home].compactMap { $0 } + named, [definition.home] + definition.peers)
        where isFiltered && !located.contains(index) {
            errors.report(
                .contradiction(
                    "no row of the tables under 'lsoas' is in '\(name.value)'; add the area's LSOAs, with the area's code or one of its aliases"
                ),
                at: name.position)
        }
        districts = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0, $1.list("districts")) })
        self.home = home ?? 0
        self.table = AreaTable(
            areas: areas, byName: byName, byLSOA: lsoas, byCSP: byCSP, parts: parts,
            constituents: constituents.entries.map(\.constituent), byConstituent: constituents.byName)
    }
}
