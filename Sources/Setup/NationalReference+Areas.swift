/// An LSOA and its partnership.
struct PlacedLSOA: Hashable, Sendable {
    let code, name, partnership: String
}

extension NationalReference {
    /// A Census with LSOA codes that files may contain.
    enum Census: String, CaseIterable, Sendable { case of2011 = "2011", of2021 = "2021" }

    /// Returns the LSOAs of the partnerships, by Census. The table has some 40,000 lines, each beginning with the code
    /// of its partnership. Only the lines of the given partnerships are parsed as CSV.
    func lsoas(of partnerships: Set<String>) throws(SetupFailure) -> [Census: [PlacedLSOA]] {
        let bytes = try NationalTable.bytes("lsoas.csv", in: folder)
        let wanted = Set(partnerships.map { Array($0.utf8) })
        var own: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            let code = bytes[start..<min(start + 9, end)]
            if start == 0 || wanted.contains(Array(code)) { own += bytes[start..<end] }
            start = end
        }
        let table = try NationalTable(
            own, path: "\(folder)/lsoas.csv", columns: ["partnership", "lsoa", "census", "name"])
        var placed: [Census: [PlacedLSOA]] = [:]
        for row in table.rows {
            let lsoa = PlacedLSOA(
                code: row.text("lsoa"), name: row.text("name"), partnership: row.text("partnership"))
            for census in Census.allCases where ["both", census.rawValue].contains(row.text("census")) {
                placed[census, default: []].append(lsoa)
            }
        }
        return placed.mapValues { $0.sorted { ($0.partnership, $0.code) < ($1.partnership, $1.code) } }
    }

    /// Returns the rows of the denominator table that are about one of the areas.
    func denominators(of areas: Set<String>) throws(SetupFailure) -> [[String: String]] {
        let columns = ["denominator", "area", "value", "vintage", "unit", "source"]
        let table = try NationalTable("denominators.csv", in: folder, columns: columns)
        return table.rows.filter { areas.contains($0.text("area")) }
    }
}
