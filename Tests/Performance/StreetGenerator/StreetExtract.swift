/// The rows of a year, by number: sorted by month and LSOA, within an LSOA by crime type.
struct StreetExtract {
    let rows: Int
    /// How many rows have each fault.
    private(set) var faults = [Int](repeating: 0, count: RowFault.allCases.count)
    private let seed: UInt64
    private let order: Shuffle?
    private let quotesAll: Bool
    private let country: Country
    /// The first row of each cell, by month and then by LSOA, and the end of the last.
    private let cells: [Int]
    /// The cell of the row before. The next row is usually in the same cell.
    private var cell = 0

    init(seed: UInt64, rows: Int, isShuffled: Bool, quotesAll: Bool) {
        self.rows = rows
        self.seed = seed
        self.quotesAll = quotesAll
        order = isShuffled ? Shuffle(seed: seed, count: rows) : nil
        let country = Country(seed: seed)
        self.country = country
        var sums = [0]
        for cell in 0..<(12 * country.lsoas.count) {
            var chance = Chance(seed, .cell, cell)
            sums.append(sums[cell] + country.lsoas[cell % country.lsoas.count].weight * (75 + chance.below(50)))
        }
        let total = sums[sums.count - 1]
        cells = sums.map { Int(Double($0) / Double(total) * Double(rows)) }
    }

    /// Writes the header and the rows at these places of the extract.
    mutating func write(_ places: Range<Int>, to file: inout OutputFile) {
        var text = RowText(quotesAll: quotesAll)
        for heading in Vocabulary.header { text.field(heading) }
        text.end(&file)
        for place in places {
            write(row: order?[place] ?? place, with: &text)
            text.end(&file)
        }
        file.flush()
    }

    private mutating func write(row: Int, with text: inout RowText) {
        findCell(of: row)
        let lsoa = country.lsoas[cell % country.lsoas.count]
        var chance = Chance(seed, .row, row)
        let type = type(of: row, in: cell)
        let isCrime = type != Vocabulary.antiSocialBehaviour
        var fault = fault(of: row)
        var named = row
        if fault == .repeated {
            if isCrime, let other = repeatable(row) { named = other } else { fault = .wrongMonth }
        }
        if let fault { faults[fault.rawValue] += 1 }
        let street = Street(seed, lsoa: cell % country.lsoas.count, point: chance.below(8))

        if isCrime { text.identifier(Chance(seed, .identifier, named)) } else { text.field([]) }
        text.field(
            fault == .wrongMonth
                ? Vocabulary.wrongMonths[chance.below(Vocabulary.wrongMonths.count)]
                : Calendar.monthBytes[cell / country.lsoas.count])
        text.field(Vocabulary.forces[lsoa.force])
        text.field(Vocabulary.forces[lsoa.force])
        if fault == .noLocation {
            for value in [[], [], Bytes("No Location"), [], []] { text.field(value) }
        } else {
            text.degrees(lsoa.longitude + street.east)
            text.degrees(lsoa.latitude + street.north)
            text.location(street, quotes: chance.below(100) == 0 ? chance.below(3) : nil)
            text.field(fault == .wrongLSOA ? Self.damaged(lsoa.code, chance.below(2)) : lsoa.code)
            text.field(lsoa.name)
        }
        text.field(
            fault == .unknownType
                ? Vocabulary.unknownTypes[chance.below(Vocabulary.unknownTypes.count)]
                : Vocabulary.crimeTypes.texts[type])
        let outcomes = Vocabulary.outcomes
        text.field(isCrime ? outcomes.texts[outcomes.position(at: chance.below(1000), of: 1000)] : [])
        text.field([])
        if fault == .short { text.cut(toFields: 3 + chance.below(7)) }
        if fault == .long { for _ in 0...chance.below(2) { text.field(Bytes("surplus")) } }
    }

    // MARK: What a row is

    private mutating func findCell(of row: Int) {
        if row >= cells[cell], row < cells[cell + 1] { return }
        var (low, high) = (0, cells.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if cells[middle] <= row { low = middle } else { high = middle }
        }
        cell = low
    }

    /// The rows of a cell are ordered by type, and each type has about its share of them.
    private func type(of row: Int, in cell: Int) -> Int {
        var chance = Chance(seed, .type, row)
        let (place, count) = (row - cells[cell], cells[cell + 1] - cells[cell])
        return Vocabulary.crimeTypes.position(at: place * 4096 + chance.below(4096), of: count * 4096)
    }

    private func fault(of row: Int) -> RowFault? {
        var chance = Chance(seed, .fault, row)
        guard chance.below(200) == 0 else { return nil }
        return RowFault.allCases[chance.below(RowFault.allCases.count)]
    }

    /// An earlier row without a fault that has an identifier: one of the two thousand rows before, or any row before.
    private mutating func repeatable(_ row: Int) -> Int? {
        var chance = Chance(seed, .repeated, row)
        let own = cell
        defer { cell = own }
        for _ in 0..<50 where row > 0 {
            let other = row - 1 - chance.below(chance.below(2) == 0 ? min(row, 2000) : row)
            findCell(of: other)
            if fault(of: other) == nil, type(of: other, in: cell) != Vocabulary.antiSocialBehaviour { return other }
        }
        return nil
    }

    /// The code of another country, or one without its last digit.
    private static func damaged(_ code: Bytes, _ way: Int) -> Bytes {
        way == 0 ? Bytes("S") + code.dropFirst() : Bytes(code.dropLast())
    }
}
