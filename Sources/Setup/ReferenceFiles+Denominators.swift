extension ReferenceFiles {
    /// Returns the table of residents and households from the Census of 2021, and the names of areas that lack a number
    /// for the source's rates. The row of an area without a number has no value and says what to add.
    func denominators(for source: SetupSource) throws(SetupFailure) -> (text: String, missing: [MissingDenominator]) {
        let columns = ["denominator", "area", "value", "vintage", "unit", "source"]
        var table = CSVTable(columns)
        let codes = areas.partnerships.flatMap { [$0.code] + $0.replaces } + [areas.total?.code].compactMap { $0 }
        let known = try reference.denominators(of: Set(codes))
        let replaced = Set(areas.partnerships.flatMap(\.replaces))
        let rows =
            known.filter { !replaced.contains($0.text("area")) }
            + areas.partnerships.flatMap { Self.sums(of: $0, known) }
        var missing: [MissingDenominator] = []
        for (name, census) in [("residents", "usual residents"), ("households", "households")] {
            let own = rows.filter { $0.text("denominator") == name }
            for row in own { table.append(columns.map(row.text)) }
            for partnership in areas.partnerships where !own.contains(where: { $0.text("area") == partnership.code }) {
                table.append([
                    name, partnership.code, "", "2021", name,
                    "To be added: the number of \(census) of the Census 2021 in \(partnership.name)",
                ])
                guard source.denominators.contains(name) else { continue }
                missing.append(MissingDenominator(unit: name, area: partnership.name))
            }
        }
        return (table.text, missing)
    }

    /// Returns the denominators of a partnership that takes the place of several: the sums of the denominators of those
    /// partnerships, if all are known.
    private static func sums(of partnership: Partnership, _ known: [[String: String]]) -> [[String: String]] {
        guard !partnership.replaces.isEmpty else { return [] }
        let own = known.filter { partnership.replaces.contains($0.text("area")) }
        return Dictionary(grouping: own) { $0.text("denominator") }.sorted { $0.key < $1.key }.compactMap { _, rows in
            let numbers = rows.compactMap { Int($0.text("value")) }
            guard numbers.count == partnership.replaces.count, var sum = rows.first else { return nil }
            sum["area"] = partnership.code
            sum["value"] = String(numbers.reduce(0, +))
            return sum
        }
    }
}
