/// The reference tables of a new pipeline, extracted from the national ones.
struct ReferenceFiles {
    let areas: AreaSelection
    let reference: NationalReference

    /// The table of areas that figures are for, with the names that extracts may use for them.
    var areaTable: String {
        var table = CSVTable(["code", "name", "short_name", "csp_code", "csp_name", "parent", "aliases", "districts"])
        var taken = Set(areas.partnerships.flatMap { [$0.code, $0.name, $0.shortName] })
        let parent = areas.total?.code ?? ""
        for partnership in areas.partnerships {
            let aliases = aliases(of: partnership).filter { taken.insert($0).inserted }
            table.append([
                partnership.code, partnership.name, partnership.shortName, partnership.code, partnership.name, parent,
                aliases.joined(separator: "|"), districts(of: partnership).joined(separator: "|"),
            ])
        }
        if let total = areas.total {
            let name = taken.contains(total.name) ? "\(total.streetName) area" : total.name
            let names = [total.name, total.streetName] + reference.names(of: total.code, by: "Home Office")
            taken.formUnion([total.code, name])
            let aliases = names.filter { taken.insert($0).inserted }
            table.append([total.code, name, name, "", "", "", aliases.joined(separator: "|"), ""])
        }
        return table.text
    }

    /// Returns the codes of the partnership's current districts; empty if it shares any of them with another
    /// partnership.
    private func districts(of partnership: Partnership) -> [String] {
        let shared = reference.allPartnerships.filter { $0 != partnership }.flatMap(\.districts)
        return partnership.districts.contains(where: shared.contains) ? [] : partnership.districts
    }

    /// Returns the codes and names of districts that belong only to the partnership, and other ways to write these
    /// names and the partnership's name.
    private func aliases(of partnership: Partnership) -> [String] {
        let districts = reference.districts.filter { $0.partnerships == [partnership.code] }
        let current = districts.filter(\.until.isEmpty) + districts.filter { !$0.until.isEmpty }
        let names = [partnership.name] + current.map(\.name)
        let made = Set(constituents(of: partnership).flatMap { [$0.code, $0.name] + $0.aliases })
        return (current.map(\.code) + current.map(\.name) + names.flatMap(Self.variants)).filter { !made.contains($0) }
    }

    /// Returns other ways to write a name: `Stockton on Tees` for `Stockton-on-Tees`, `Redcar & Cleveland`,
    /// `St Helens`.
    static func variants(_ name: String) -> [String] {
        let forms = [
            name.split(separator: "-").joined(separator: " "),
            name.split(separator: " ").map { $0 == "and" ? "&" : $0 }.joined(separator: " "),
            name.filter { $0 != "." && $0 != "'" },
        ]
        return forms.filter { $0 != name }
    }

    /// Returns the table of a Census's LSOAs, each with its area.
    func lsoaTable(_ lsoas: [PlacedLSOA]) -> String {
        var table = CSVTable(["lsoa", "name", "area"])
        for lsoa in lsoas { table.append([lsoa.code, lsoa.name, lsoa.partnership]) }
        return table.text
    }

    /// The table of names that the Home Office's tables have used for the partnerships over the years.
    var partnershipNames: String {
        var table = CSVTable(["from", "to", "part"])
        var taken = Set(areas.partnerships.map(\.name))
        // A partnership outside this pipeline may have the same name as a district. Its name must not be mapped.
        let others = Set(reference.allPartnerships.map(\.name))
        for partnership in areas.partnerships {
            let own = reference.names(of: partnership.code, by: "Home Office")
            let same = own + ([partnership.name] + own).flatMap(Self.variants)
            for name in same + [partnership.shortName] where taken.insert(name).inserted {
                table.append([name, partnership.name, ""])
            }
            guard constituents(of: partnership).isEmpty else { continue }
            let districts = reference.districts.filter { $0.partnerships == [partnership.code] }
            for district in districts where !others.contains(district.name) {
                // If several districts became one partnership, each district was a part of it.
                let isPart = partnership.parts.count > 1 && partnership.parts.contains(district.code)
                for name in [district.name] + Self.variants(district.name) where taken.insert(name).inserted {
                    table.append([name, partnership.name, isPart ? "yes" : ""])
                }
            }
        }
        return table.text
    }
}
