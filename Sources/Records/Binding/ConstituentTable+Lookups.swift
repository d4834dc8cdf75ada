import Core
import PipelineDefinition

extension ConstituentTable {
    /// The positions of areas, by the names of the constituents that lie wholly in them. Lookups from LSOAs to
    /// districts use these names.
    var wholeAreas: [String: Int] {
        byName.compactMapValues { entries[$0].constituent.share == .wholly ? entries[$0].constituent.area : nil }
    }

    /// Compares the table with the names of LSOAs: each is the name of a district and a number. Reports a constituent
    /// that no LSOA is named after. Also reports a constituent that is said to lie wholly in its area although another
    /// area has an LSOA with its name.
    func check(_ lsoas: LSOATables, _ areas: [AreaTable.Area], _ errors: DefinitionErrorCollector) {
        guard !lsoas.districts.isEmpty else { return }
        for entry in entries where entry.constituent.share != .partly && Self.mayHaveNamed(entry.constituent) {
            let own = Set(entry.names)
            let named = lsoas.districts.filter { own.contains($0.key) }.sorted { $0.key < $1.key }
            if named.isEmpty {
                errors.report(
                    .unknownName(
                        of: "district in the names of LSOAs", entry.constituent.name,
                        known: lsoas.districts.keys.sorted()),
                    at: entry.row.position(of: "name"))
            }
            guard entry.constituent.share == .wholly else { continue }
            for (_, places) in named {
                guard
                    let (area, lsoa) = places.filter({ $0.key != entry.constituent.area }).min(by: {
                        $0.value < $1.value
                    })
                else { continue }
                errors.report(
                    .contradiction(
                        "'\(lsoa)' lies in '\(areas[area].code)' according to the tables under 'lsoas', so "
                            + "'\(entry.constituent.name)' does not lie wholly in '\(entry.row["area"])': write 'mostly' or "
                            + "'partly' in the column 'lies'"), at: entry.row.position(of: "name"))
                break
            }
        }
    }

    /// Returns whether LSOAs can be named after the constituent: it began before the LSOAs of the 2021 Census were
    /// named.
    private static func mayHaveNamed(_ constituent: AreaTable.Constituent) -> Bool {
        constituent.from.map { $0 <= Month(year: 2021, month: 4) } ?? true
    }
}
