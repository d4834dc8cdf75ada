extension CellNetwork {
    /// Takes the rows out of the columns whose rates disagree with most others everywhere, and in the same way: burglaries
    /// by households among rates by persons. One area that differs is an error; most of them are not.
    func takeOutOthers(
        _ table: Int, _ own: [Int], _ columns: inout [RateColumn], _ known: [Denominator]
    ) -> [OtherDenominator] {
        guard own.count >= 2 else { return [] }
        var others: [OtherDenominator] = []
        for row in sheets[table].structure.rows where row.denominator == nil {
            var rates: [(column: Int, cell: Int, ratio: Int128, implied: Bounds, usual: Bounds)] = []
            var informative = 0
            for index in own {
                guard let usual = columns[index].vote.winner, columns[index].vote.votes >= Self.minVotes,
                    let cell = columns[index].cells.firstIndex(where: { $0.place.row == row.row }),
                    let implied = columns[index].cells[cell].implied(in: network), let middle = usual.middle,
                    let own = implied.middle, Self.conceivable.contains(middle), Self.conceivable.contains(own)
                else { continue }
                informative += 1
                if !implied.meets(usual) {
                    rates.append((index, cell, own * Self.whole / middle, implied, usual))
                }
            }
            let agreeing = Self.agreeing(rates.map(\.ratio))
            guard agreeing.count >= 2, agreeing.count * 2 > informative else { continue }
            let found = agreeing.map { rates[$0] }
            let places = found.map { (columns[$0.column].cells[$0.cell].place, $0.implied, $0.usual) }
            let subjects = found.map { columns[$0.column].cells[$0.cell].subject }
            let title = Self.title(zip(subjects, found.map(\.implied)).map { ($0, $1) }, known)
            others.append(OtherDenominator(table: table, row: row.row, rates: places, title: title))
            // A rate of the row that does not agree is wrong, and still has the row's denominator.
            let ratios = found.map(\.ratio)
            for index in own {
                let usual = columns[index].vote.winner?.middle
                for cell in columns[index].cells.indices where columns[index].cells[cell].place.row == row.row {
                    columns[index].cells[cell].named = title ?? Self.otherPrefix + "\(table) \(row.row)"
                    guard let usual, let least = ratios.min(), let most = ratios.max() else { continue }
                    columns[index].cells[cell].likely = Bounds(
                        lower: usual * least / Self.whole * 4 / 5, upper: usual * most / Self.whole * 5 / 4)
                }
            }
        }
        for index in own where !others.isEmpty {
            columns[index].vote = DenominatorVote(columns[index].chunks(in: network))
        }
        return others
    }

    /// The largest group of ratios of which none is a fifth more than another.
    private static func agreeing(_ ratios: [Int128]) -> [Int] {
        let order = ratios.indices.sorted { ratios[$0] < ratios[$1] }
        var best: [Int] = []
        for start in order.indices {
            let group = order[start...].prefix { ratios[$0] * 5 <= ratios[order[start]] * 6 }
            if group.count > best.count { best = Array(group) }
        }
        return best.sorted()
    }

    /// The title of the known denominators that fit most areas.
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

    /// The denominators of such a row are in proportion to the usual ones, and add up where the areas do.
    mutating func relateDenominators(of others: [OtherDenominator], _ columns: [RateColumn]) {
        for other in others {
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
    /// From one to a hundred thousand million persons or households.
    private static let conceivable = Bounds.one...(100_000_000_000 * Bounds.one)
}
