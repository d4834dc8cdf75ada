/// Columns as the Office for National Statistics names them in its lookups: the geography, two digits of the year, and `CD` for its
/// code or `NM` for its name. Whoever downloads a lookup need not rename anything.
enum OfficialColumns {
    /// The header of a lookup from LSOAs to districts by the names of our own tables; one that is no such lookup as it is. Of the
    /// codes of two Censuses the later are `lsoa`, the earlier `earlier-lsoa`. The names of the earlier LSOAs and of the districts,
    /// where the lookup has them, are `earlier-name` and `area-name`.
    static func lsoaLookup(_ header: [String]) -> [String] {
        let codes = columns(of: ["LSOA"], "CD", in: header)
        let districts = columns(of: ["LAD", "LTLA"], "CD", in: header)
        guard let code = codes.last, let district = districts.last else { return header }
        var names = header
        names[code] = "lsoa"
        names[district] = "area"
        if let name = nameColumn(of: district, in: header) { names[name] = "area-name" }
        if codes.count > 1 {
            names[codes[0]] = "earlier-lsoa"
            if let name = nameColumn(of: codes[0], in: header) { names[name] = "earlier-name" }
        }
        return names
    }

    /// The position of the names that belong to a column of codes, of the same year.
    private static func nameColumn(of codes: Int, in header: [String]) -> Int? {
        let name = header[codes].uppercased().dropLast(2) + "NM"
        return header.firstIndex { $0.uppercased() == name }
    }

    /// The positions of the columns of a geography, the earliest year first.
    private static func columns(of geographies: [String], _ ending: String, in header: [String]) -> [Int] {
        header.indices.filter { position in
            let name = header[position].uppercased()
            return geographies.contains { geography in
                let year = name.dropFirst(geography.count).dropLast(ending.count)
                return name.hasPrefix(geography) && name.hasSuffix(ending) && year.count == 2
                    && year.allSatisfy(\.isNumber)
            }
        }.sorted { header[$0].uppercased() < header[$1].uppercased() }
    }
}
