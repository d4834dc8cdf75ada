/// An LSOA of the earlier Census that was divided between areas. It counts for the one in its name: `Gateshead 024C` for Gateshead.
struct DividedLSOA {
    /// The area in its name, if a row says so: nil within for a district that is none of the areas.
    private(set) var named: Int??

    /// Those of a lookup of the Office for National Statistics, by code.
    static func all(of table: ReferenceTable, _ byName: [String: Int]) -> [String: DividedLSOA] {
        var areas: [String: Int?] = [:]
        var divided: [String: DividedLSOA] = [:]
        for row in table.rows where !row["earlier-lsoa"].isEmpty {
            let (code, area) = (row["earlier-lsoa"], byName[row["area"]])
            guard let known = areas[code] else {
                areas.updateValue(area, forKey: code)
                continue
            }
            if known != area { divided[code] = DividedLSOA() }
        }
        for row in table.rows where divided[row["earlier-lsoa"]] != nil && isNamed(row) {
            divided[row["earlier-lsoa"]]?.named = .some(byName[row["area"]])
        }
        return divided
    }

    /// Whether the name of the LSOA is that of the row's district with a number.
    private static func isNamed(_ row: ReferenceTable.Row) -> Bool {
        guard let number = row["earlier-name"].lastIndex(of: " ") else { return false }
        return row["earlier-name"][..<number] == row["area-name"]
    }
}
