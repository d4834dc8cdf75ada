/// Column names that the Office for National Statistics uses in its lookups. They consist of the geography, two digits
/// of the year, and `CD` for codes or `NM` for names. Users need not rename anything in a lookup that they download.
enum OfficialColumns {
    /// Returns the header of a lookup from LSOAs to districts with the names that our own tables use; any other header
    /// is returned unchanged. If the lookup has codes of two Censuses, the column of the later codes becomes `lsoa`,
    /// and the column of the earlier ones `earlier-lsoa`. The names of the earlier LSOAs and of the districts, if the
    /// lookup has them, are `earlier-name` and `area-name`.
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

    /// Returns the position of the column with the names for a column of codes, of the same year.
    private static func nameColumn(of codes: Int, in header: [String]) -> Int? {
        let name = header[codes].uppercased().dropLast(2) + "NM"
        return header.firstIndex { $0.uppercased() == name }
    }

    /// Returns the positions of the columns of a geography, the earliest year first.
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
