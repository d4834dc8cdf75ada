/// An LSOA of the earlier Census that was divided between areas. It counts for the area in its name: `Gateshead 024C`
/// for Gateshead.
struct DividedLSOA {
    /// The area in the LSOA's name, if a row names one. The inner optional is nil for a district that is not one of the
    /// areas.
    private(set) var named: Int??

    /// Returns the divided LSOAs of a lookup of the Office for National Statistics, by code.
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

    /// Returns whether the LSOA's name is the name of the row's district, followed by a number.
    private static func isNamed(_ row: ReferenceTable.Row) -> Bool {
        guard let number = row["earlier-name"].lastIndex(of: " ") else { return false }
        return row["earlier-name"][..<number] == row["area-name"]
    }
}
