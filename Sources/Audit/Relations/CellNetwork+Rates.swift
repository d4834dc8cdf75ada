extension CellNetwork {
    /// Relates rates to their denominators: a known one, or else the one that most rows of the area agree on. Returns
    /// the rows of rates that have a different denominator.
    mutating func relateRates(_ known: [Denominator]) -> [OtherDenominator] {
        var columns = rateColumns()
        mergeSubjects(&columns)
        var others: [OtherDenominator] = []
        for table in sheets.indices {
            let own = columns.indices.filter { columns[$0].cells.first?.place.table == table }
            others += takeOutOthers(table, own, &columns, known)
        }
        for group in Set(columns.map(\.group)).sorted() {
            let cells = columns.filter { $0.group == group }.flatMap(\.cells)
            relate(cells.filter { $0.named == nil }, known)
            let names = Set(cells.compactMap(\.named)).sorted()
            for name in names { relate(cells.filter { $0.named == name }, known) }
        }
        relateDenominators(of: others, columns)
        return others
    }

    /// The rates of one column.
    struct RateColumn {
        var cells: [RateCell]
        /// The index of the group of columns that share a denominator.
        var group: Int
        var vote: DenominatorVote

        func ranges(in network: RelationNetwork) -> [Bounds] {
            cells.filter { $0.named == nil }.compactMap { $0.implied(in: network) }
        }
    }

    private func rateColumns() -> [RateColumn] {
        var columns: [RateColumn] = []
        for table in sheets.indices {
            let structure = sheets[table].structure
            for (column, described) in structure.columns.enumerated() {
                guard case .rate(let value, let per) = described.role else { continue }
                for rows in rateRows(structure) {
                    let subject = structure.isLong ? Label.folded(rows[0].section) : described.subject
                    let cells = rows.compactMap { rateCell(table, $0, column, value, per, subject) }
                    guard !cells.isEmpty else { continue }
                    var rates = RateColumn(cells: cells, group: columns.count, vote: DenominatorVote([]))
                    rates.vote = DenominatorVote(rates.ranges(in: network))
                    columns.append(rates)
                }
            }
        }
        return columns
    }

    /// Returns the rows in groups that share a denominator: one group for each section where sections are areas,
    /// otherwise one group.
    private func rateRows(_ structure: TableStructure) -> [[TableStructure.Row]] {
        guard structure.isLong else { return [structure.rows] }
        var groups: [[TableStructure.Row]] = []
        var places: [String: Int] = [:]
        for row in structure.rows {
            if let place = places[row.section] {
                groups[place].append(row)
            } else {
                places[row.section] = groups.count
                groups.append([row])
            }
        }
        return groups
    }

    private func rateCell(
        _ table: Int, _ row: TableStructure.Row, _ column: Int, _ value: Int, _ per: Int, _ subject: String
    ) -> RateCell? {
        guard !sheets[table].percentageRows.contains(row.row), let count = number(table, row.row, value),
            let rate = number(table, row.row, column), network.quantities[count].conceivable.lower != nil
        else { return nil }
        return RateCell(
            place: CellPlace(table: table, row: row.row, column: column), count: count, rate: rate, per: per,
            subject: subject, named: row.denominator)
    }

    /// Puts columns of one area into one group where their rates allow a common denominator.
    private func mergeSubjects(_ columns: inout [RateColumn]) {
        var groups: [String: [(group: Int, common: Bounds)]] = [:]
        for index in columns.indices {
            guard let cell = columns[index].cells.first, !cell.subject.isEmpty, let winner = columns[index].vote.winner
            else { continue }
            let key = "\(cell.subject)\n\(cell.per)"
            var known = groups[key] ?? []
            if let place = known.firstIndex(where: { $0.common.meets(winner) }) {
                known[place].common = known[place].common.intersection(winner)
                columns[index].group = known[place].group
            } else {
                known.append((columns[index].group, winner))
            }
            groups[key] = known
        }
    }

    private mutating func relate(_ cells: [RateCell], _ known: [Denominator]) {
        guard let first = cells.first else { return }
        let ranges = cells.compactMap { $0.implied(in: network) }
        let vote = DenominatorVote(ranges)
        let base: Int
        // Where several rates disagree with the common denominator, the other rates may agree with it by chance.
        let failing = vote.voters - vote.votes
        var isDoubtful = failing >= 2 && failing * 10 > vote.voters
        if let known = Self.known(first, known, ranges) {
            base = add(.given(.exactly(known.value)))
            isDoubtful = false
        } else if let winner = vote.winner, vote.votes >= Self.minVotes, vote.votes * 3 > vote.voters * 2 {
            base = add(.given(winner))
        } else if first.named != nil || vote.votes == vote.voters {
            base = add(.hidden(first.likely ?? Bounds(lower: Bounds.one, upper: nil)))
            if let named = first.named, named.hasPrefix(Self.otherPrefix) { ownDenominators[first.place] = base }
        } else {
            // Rates that agree on no denominator were not calculated from the neighbouring counts.
            return
        }
        for cell in cells {
            relate(
                .rate,
                .ratio(part: cell.count, base: base, result: cell.rate, factor: Int128(cell.per), offset: 0),
                isDoubtful: isDoubtful)
        }
    }

    /// Returns the known denominator that the row names. Where the row names none, returns the denominator of the area
    /// that fits most of the rates.
    private static func known(_ cell: RateCell, _ known: [Denominator], _ ranges: [Bounds]) -> Denominator? {
        let ofArea = known.filter { $0.areaNames.contains { Label.folded($0) == cell.subject } }
        if let named = cell.named {
            return named.hasPrefix(otherPrefix)
                ? nil : ofArea.first { Label.folded($0.title) == Label.folded(named) }
        }
        // The denominator that most rates agree with: a single wrong rate must not rule it out.
        let fitting = ofArea.map { denominator in
            (denominator, ranges.count { $0.meets(.exactly(denominator.value)) })
        }.filter { $0.1 > 0 && $0.1 * 4 >= ranges.count * 3 }
        guard let most = fitting.map(\.1).max() else { return nil }
        let best = fitting.filter { $0.1 == most }
        return best.count == 1 ? best.first?.0 : nil
    }

    /// The fewest rates that can decide on a denominator.
    static let minVotes = 3
    /// The prefix of names for denominators that were inferred and have no printed name.
    static let otherPrefix = "\u{0}"
}
