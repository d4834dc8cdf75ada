/// Combines the relations found between columns with what their headings say.
struct FoundColumns {
    let readings: Readings
    let frame: TableFrame
    let rows: [Int]
    /// Columns with figures.
    let columns: [Int]

    func decide(_ structure: inout TableStructure) {
        let counts = columns.filter { structure.columns[$0].role == .value }
        let grid = ColumnGrid(
            readings: readings, rows: rows, headings: frame.headings, places: columns,
            identifiers: frame.keys.identifiers, grain: Grain.of(readings, rows: rows, columns: counts))
        var derived: Set<Int> = []
        for hypothesis in ColumnSearch(grid: grid).hypotheses() {
            switch hypothesis.form {
            case .sum(let total, let parts): add(total, parts, hypothesis, grid, &derived, &structure)
            case .ratio(let result, let part, let base, let factor, let isChange):
                let place = grid.columns[result].place
                let (a, b) = (grid.columns[part].place, grid.columns[base].place)
                if isChange, factor == 100, derived.insert(place).inserted {
                    structure.columns[place].role = .percentChange(of: a, from: b)
                    continue
                }
                if derived.insert(place).inserted { structure.columns[place].role = .quotient }
                structure.quotients.append(
                    TableStructure.Quotient(
                        result: place, part: a, base: b, factor: factor, isChange: isChange,
                        isDoubtful: hypothesis.isDoubtful, exceptRows: Set(hypothesis.beyond.map { rows[$0] })))
            }
        }
        for proportion in ProportionSearch(grid: grid, readings: readings, taken: derived, structure: structure).found {
            structure.columns[proportion.result].role = .quotient
            structure.quotients.append(proportion)
        }
        structure.loose = columns.filter { structure.columns[$0].role == .unrelated }
    }

    private func add(
        _ total: Int, _ parts: [Int], _ hypothesis: ColumnHypothesis, _ grid: ColumnGrid, _ derived: inout Set<Int>,
        _ structure: inout TableStructure
    ) {
        // A change is a part of a sum: the earlier figure and the change add up to the later figure.
        let change = parts.first { grid.columns[$0].heading.isChange }
        if let change, parts.count == 2, let old = parts.first(where: { $0 != change }) {
            let place = grid.columns[change].place
            if derived.insert(place).inserted {
                structure.columns[place].role = .difference(
                    of: grid.columns[total].place, from: grid.columns[old].place)
            }
            // A change compares two columns; a third column with the same figures adds nothing.
            return
        }
        var sum = TableStructure.Sum(total: grid.columns[total].place, parts: parts.map { grid.columns[$0].place })
        sum.rounding = hypothesis.slack > 0 ? Int(grid.grain) : 0
        sum.blanksAreZero = hypothesis.blanksAreZero
        sum.isDoubtful = hypothesis.isDoubtful
        sum.exceptRows = Set(hypothesis.beyond.map { rows[$0] })
        structure.columnSums.append(sum)
    }
}
