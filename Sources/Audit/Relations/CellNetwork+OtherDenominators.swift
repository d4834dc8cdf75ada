extension CellNetwork {
    /// Separates the rows of rates that disagree with the other rows, in the same way in most areas. An example is a
    /// rate of burglaries by households among rates by persons. A difference in one area is an error; the same
    /// difference in most areas shows another denominator.
    func takeOutOthers(
        _ table: Int, _ own: [Int], _ columns: inout [RateColumn], _ known: [Denominator]
    ) -> [OtherDenominator] {
        guard own.count >= 2 else { return [] }
        var others: [OtherDenominator] = []
        var hasNamed = false
        for (row, line) in lines(of: table) {
            var rates: [(column: Int, cell: Int, ratio: Int128, implied: Bounds, usual: Bounds)] = []
            var informative = 0
            for index in own {
                guard let usual = columns[index].vote.winner, columns[index].vote.votes >= Self.minVotes,
                    let cell = columns[index].cells.firstIndex(where: { line.contains($0.place.row) }),
                    let implied = columns[index].cells[cell].implied(in: network), let middle = usual.middle,
                    let own = implied.middle, Self.conceivable.contains(middle), Self.conceivable.contains(own)
                else { continue }
                informative += 1
                if !implied.meets(usual) {
                    rates.append((index, cell, own * Self.whole / middle, implied, usual))
                }
            }
            let agreeing = Self.agreeing(rates.map(\.ratio))
            guard agreeing.count >= 2, agreeing.count * 2 > informative else {
                // The row has too few events to show its denominator, but its label is about homes, so that its rate
                // may be per household.
                if !rates.isEmpty, isOfHomes(table, row), let ratio = commonRatio(of: line, own, columns) {
                    hasNamed = true
                    name(Self.otherPrefix + "\(table) \(row)", of: line, own, &columns, ratio)
                }
                continue
            }
            let found = agreeing.map { rates[$0] }
            let places = found.map { (columns[$0.column].cells[$0.cell].place, $0.implied, $0.usual) }
            let subjects = found.map { columns[$0.column].cells[$0.cell].subject }
            let title = Self.title(zip(subjects, found.map(\.implied)).map { ($0, $1) }, known)
            others.append(OtherDenominator(table: table, row: row, rates: places, title: title))
            // A rate of the row that does not agree is wrong, but still has the row's denominator.
            let ratios = found.map(\.ratio)
            guard let least = ratios.min(), let most = ratios.max() else { continue }
            name(title ?? Self.otherPrefix + "\(table) \(row)", of: line, own, &columns, least...most)
        }
        for index in own where !others.isEmpty || hasNamed {
            columns[index].vote = DenominatorVote(columns[index].ranges(in: network))
        }
        return others
    }

    /// Gives the rates of the row a denominator of their own: the usual one times about one of these ratios.
    private func name(
        _ name: String, of line: Set<Int>, _ own: [Int], _ columns: inout [RateColumn], _ ratios: ClosedRange<Int128>
    ) {
        for index in own {
            let usual = columns[index].vote.winner?.middle
            for cell in columns[index].cells.indices where line.contains(columns[index].cells[cell].place.row) {
                columns[index].cells[cell].named = name
                guard let usual else { continue }
                columns[index].cells[cell].likely = Bounds(
                    lower: usual * ratios.lowerBound / Self.whole * 4 / 5,
                    upper: usual * ratios.upperBound / Self.whole * 5 / 4)
            }
        }
    }

    /// Whether the row's label is about homes.
    private func isOfHomes(_ table: Int, _ row: Int) -> Bool {
        let label = sheets[table].structure.rows.first { $0.row == row }?.label ?? ""
        return Label.folded(label).split(separator: " ").contains { Self.homes.contains(String($0)) }
    }

    private static let homes: Set<String> = [
        "residential", "domestic", "dwelling", "dwellings", "household", "households", "home", "homes", "housing",
    ]

    /// Returns the ratios between the row's denominators and the usual ones that all rates of the row allow. Nil when
    /// the rates allow no common ratio.
    private func commonRatio(of line: Set<Int>, _ own: [Int], _ columns: [RateColumn]) -> ClosedRange<Int128>? {
        var (least, most) = (Self.whole / 5, Self.whole * 5)
        for index in own {
            guard let usual = columns[index].vote.winner, let low = usual.lower, let high = usual.upper, low > 0 else {
                continue
            }
            for cell in columns[index].cells where line.contains(cell.place.row) {
                guard let implied = cell.implied(in: network) else { continue }
                least = max(least, (implied.lower ?? 0) * Self.whole / high)
                if let upper = implied.upper { most = min(most, upper * Self.whole / low + 1) }
            }
        }
        return least <= most ? least...most : nil
    }

    /// Returns the rows of rates that can have their own denominator, one by one. In a long table, the rows with the
    /// same label are one entry, under the first of them.
    private func lines(of table: Int) -> [(row: Int, rows: Set<Int>)] {
        let structure = sheets[table].structure
        let rows = structure.rows.filter { $0.denominator == nil }
        guard structure.isLong else { return rows.map { ($0.row, [$0.row]) } }
        let byLabel = Dictionary(grouping: rows) { Label.folded($0.label) }
        return byLabel.values.map { ($0[0].row, Set($0.map(\.row))) }.sorted { $0.0 < $1.0 }
    }

    /// Returns the largest group of ratios in which the greatest exceeds the smallest by a fifth at most.
    private static func agreeing(_ ratios: [Int128]) -> [Int] {
        let order = ratios.indices.sorted { ratios[$0] < ratios[$1] }
        var best: [Int] = []
        for start in order.indices {
            let group = order[start...].prefix { ratios[$0] * 5 <= ratios[order[start]] * 6 }
            if group.count > best.count { best = Array(group) }
        }
        return best.sorted()
    }

    /// Returns the title of the known denominators that fit most areas; nil when none fits more than half.
    private static func title(_ rates: [(subject: String, implied: Bounds)], _ known: [Denominator]) -> String? {
        let titles = rates.map { rate in
            Set(
                known.filter { denominator in
                    denominator.areaNames.contains { Label.folded($0) == rate.subject }
                        && rate.implied.meets(.exactly(denominator.value))
                }.map(\.title))
        }
        var counts: [String: Int] = [:]
        for title in titles.joined() { counts[title, default: 0] += 1 }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.flatMap { $0.value * 2 > rates.count ? $0.key : nil }
    }

    /// Adds relations for rows with their own denominators: the denominators add up where the areas do.
    mutating func relateDenominators(of others: [OtherDenominator], _ columns: [RateColumn]) {
        for other in others where !sheets[other.table].structure.isLong {
            let structure = sheets[other.table].structure
            var bases: [Int: Int] = [:]
            for (place, base) in ownDenominators where place.table == other.table && place.row == other.row {
                guard case .rate(let value, _) = structure.columns[place.column].role else { continue }
                bases[value] = base
            }
            for sum in structure.columnSums {
                let members = ([sum.total] + sum.parts).map { bases[$0] }
                guard let total = members[0], !members.contains(nil) else { continue }
                relate(.sumOfDenominators, .sum(total: total, parts: members.dropFirst().compactMap(\.self)))
            }
        }
    }

    private static let whole: Int128 = 1_000_000
    /// Possible denominators: from one to a hundred thousand million persons or households.
    private static let conceivable = Bounds.one...(100_000_000_000 * Bounds.one)
}
