extension ReferenceFiles {
    /// Returns the table of residents and households from the Census of 2021, and the names of areas that lack a number
    /// that the source's rates need. The row of an area without a number has no value and says what to add.
    func denominators(for source: SetupSource) throws(SetupFailure) -> (text: String, missing: [String]) {
        let columns = ["denominator", "area", "value", "vintage", "unit", "source"]
        var table = CSVTable(columns)
        let codes = areas.partnerships.map(\.code) + [areas.total?.code].compactMap { $0 }
        let rows = try reference.denominators(of: Set(codes))
        var missing: [String] = []
        for (name, census) in [("residents", "usual residents"), ("households", "households")] {
            let own = rows.filter { $0.text("denominator") == name }
            for row in own { table.append(columns.map(row.text)) }
            for partnership in areas.partnerships where !own.contains(where: { $0.text("area") == partnership.code }) {
                table.append([
                    name, partnership.code, "", "2021", name,
                    "To be added: the number of \(census) of the Census 2021 in \(partnership.name)",
                ])
                if source.denominators.contains(name), !missing.contains(partnership.name) {
                    missing.append(partnership.name)
                }
            }
        }
        return (table.text, missing)
    }
}
