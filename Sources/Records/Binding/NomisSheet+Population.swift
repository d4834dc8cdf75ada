import PipelineDefinition

extension NomisSheet {
    /// Returns whether the table counts the whole population. Reports each line above the header, and each column, that
    /// restricts the table to one sex or to some ages.
    func isOfWholePopulation(_ errors: DefinitionErrorCollector) -> Bool {
        let lines = titles.flatMap(restrictions)
        let values = columnRestrictions()
        for (place, name, value) in lines + values {
            errors.report(
                .contradiction(
                    "'\(name)' is '\(value)', so the table counts only a part of the population. Download the total of "
                        + "all ages and both sexes, or name the part beside 'denominator', such as 'population: \(value)'"
                ),
                at: position(row: place.row, column: place.column))
        }
        return lines.isEmpty && values.isEmpty
    }

    private typealias Restriction = (place: (row: Int, column: Int), name: String, value: String)

    /// Finds the restriction in a line above the header: `"age","Aged 16 to 64"` or `"age: Aged 16 to 64"`.
    private func restrictions(ofTitle row: Int) -> [Restriction] {
        let fields = fields(ofRow: row).enumerated().filter { !$1.isEmpty }
        guard let first = fields.first else { return [] }
        if fields.count == 1 {
            let parts = first.element.split(separator: ":", maxSplits: 1).map { $0.drop(while: \.isWhitespace) }
            guard parts.count == 2, let dimension = dimension(ofTitle: String(parts[0])),
                !dimension.isWhole(String(parts[1]))
            else { return [] }
            return [((row, first.offset), String(parts[0]), String(parts[1]))]
        }
        guard let dimension = dimension(ofTitle: first.element) else { return [] }
        return fields.dropFirst().first { !dimension.isWhole($0.element) }
            .map { [((row, $0.offset), first.element, $0.element)] } ?? []
    }

    /// Returns the dimension that a title is about. The title of the base population may name ages.
    private func dimension(ofTitle name: String) -> NomisPopulation? {
        name.lowercased() == "population" ? .age : NomisPopulation(named: name)
    }

    /// Returns, for each column that is about sex or age, the first value that stands for a part.
    private func columnRestrictions() -> [Restriction] {
        var dimensions = columns.indices.compactMap { column in
            NomisPopulation(named: columns[column]).map { (column, $0) }
        }
        // If one column has the names of a dimension, the column with its numbers adds nothing.
        let named = Set(dimensions.filter { columns[$0.0].hasSuffix("name") }.map(\.1))
        dimensions.removeAll { named.contains($0.1) && !columns[$0.0].hasSuffix("name") }
        return dimensions.compactMap { column, dimension in
            for row in rows {
                let values = fields(ofRow: row)
                guard values.count == columns.count, !values[column].isEmpty else { continue }
                let value = values[column]
                let isNumbered = !columns[column].hasSuffix("name") && dimension.isWhole(number: value)
                if !dimension.isWhole(value), !isNumbered {
                    return ((row, column), columns[column].uppercased(), value)
                }
            }
            return nil
        }
    }
}
