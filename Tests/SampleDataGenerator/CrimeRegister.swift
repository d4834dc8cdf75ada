/// Every crime of the sample, by its first extract.
struct CrimeRegister {
    private(set) var crimes: [[RecordedCrime]] = CrimeExtract.allCases.map { _ in [] }
    private var chance = SplitMix64(seed: 0x5348_5031)

    init() {
        let allocation = OffenceAllocation(seed: 0x5348_5032)
        for cell in CrimeCell.allCases {
            let standing = standingCrimes(of: cell, counts: allocation.counts)
            addCorrectingSome(of: standing, in: cell)
            addUncounted(beside: standing, in: cell)
        }
        addLateCrimes()
        for extract in CrimeExtract.allCases { putInOrder(extract) }
        assignReferences()
    }

    /// Returns the crimes that are finally counted in a cell, with the allocated number of each offence.
    private mutating func standingCrimes(of cell: CrimeCell, counts: [[Int]]) -> [Crime] {
        let offences = Offence.all.enumerated().flatMap { position, offence in
            repeatElement(offence, count: counts[position][cell.rawValue])
        }
        var crimes = chance.shuffled(offences).map { crime(of: $0, in: cell) }
        crimes[0].date = cell.days.lowerBound
        crimes[1].date = cell.days.upperBound
        // Hate flags are given first to offences that include hate by law, then to some others.
        let flagged =
            crimes.indices.filter { crimes[$0].offence.isAggravatedByHate }
            + crimes.indices.filter { crimes[$0].offence.group == .publicDisorder && $0 % 3 == 0 }
            + crimes.indices.filter { crimes[$0].offence.group == .violenceWithoutInjury }
        var rest = CrimeTargets.hateCrimes(in: cell)
        for position in flagged where rest > 0 && !crimes[position].isHate {
            crimes[position].isHate = true
            rest -= 1
        }
        return crimes
    }

    private mutating func crime(of offence: Offence, in cell: CrimeCell) -> Crime {
        let domestic = offence.group.map { $0.isViolence ? 34 : 4 } ?? 0
        return Crime(
            date: chance.day(in: cell.days), offence: offence, place: .somewhere(in: cell.area, by: &chance),
            isDomestic: chance.chance(percent: domestic))
    }

    /// Returns a crime that must not be counted. Some of these crimes have the flags of those that are counted.
    private mutating func uncounted(_ offence: Offence, in cell: CrimeCell) -> Crime {
        var uncounted = crime(of: offence, in: cell)
        uncounted.isHate = offence.isAggravatedByHate || chance.chance(percent: 4)
        return uncounted
    }

    /// Adds the crimes of a cell, of which some differ in their first extract.
    private mutating func addCorrectingSome(of standing: [Crime], in cell: CrimeCell) {
        var open = Array(standing.indices.dropFirst(2))
        var corrections: [Int: CrimeCorrection] = [:]
        for correction in CrimeCorrection.all where correction.cell == cell {
            for position in open.filter({ correction.suits(standing[$0]) }).prefix(correction.count) {
                corrections[position] = correction
            }
            open.removeAll { corrections[$0] != nil }
        }
        for (position, crime) in standing.enumerated() {
            guard let correction = corrections[position] else {
                crimes[cell.extract.rawValue].append(RecordedCrime(firstReport: crime))
                continue
            }
            var now = crime
            if case .on(_, now: let date) = correction.firstReport { now.date = date }
            let told = correction.firstReport(now, by: &chance)
            let extract = correction.extract ?? cell.extract
            crimes[extract.rawValue].append(RecordedCrime(firstReport: told, corrected: now))
        }
    }

    /// Adds crimes that must not be counted: withdrawn and cancelled crimes, fraud, and crimes outside the force's
    /// area.
    private mutating func addUncounted(beside standing: [Crime], in cell: CrimeCell) {
        for withdrawal in CrimeWithdrawal.all where withdrawal.cell == cell {
            for _ in 0..<withdrawal.count {
                let told = uncounted(.withCode(withdrawal.offence), in: cell)
                crimes[cell.extract.rawValue].append(
                    RecordedCrime(firstReport: told, corrected: withdrawal.corrected(told)))
            }
        }
        for _ in 0..<(standing.count / 80 + 1) {
            var cancelled = uncounted(chance.pick(standing).offence, in: cell)
            cancelled.isCancelled = true
            crimes[cell.extract.rawValue].append(RecordedCrime(firstReport: cancelled))
        }
        for _ in 0..<(standing.count / 120 + 1) {
            let fraud = uncounted(chance.pick(Offence.frauds), in: cell)
            crimes[cell.extract.rawValue].append(RecordedCrime(firstReport: fraud))
        }
        for _ in 0..<(standing.count / 250 + 1) {
            var outside = uncounted(chance.pick(standing).offence, in: cell)
            outside.place = .outside(chance.pick(PlaceOutside.all), recordedIn: cell.area)
            crimes[cell.extract.rawValue].append(RecordedCrime(firstReport: outside))
        }
    }

    /// Adds crimes of the last day of 2017/18 that are only in the next year's extract.
    private mutating func addLateCrimes() {
        for code in ["8N", "8N", "105A", "105A", "8L", "8R", "28E", "46", "46", "46", "49", "58A", "58C", "9A", "92E"] {
            var late = crime(of: .withCode(code), in: .hartlepool2017Q4)
            late.date = CrimeCell.hartlepool2017Q4.days.upperBound
            crimes[CrimeExtract.hartlepool2018.rawValue].append(RecordedCrime(firstReport: late))
        }
    }

    /// Sorts the crimes of an extract by area, then by day.
    private mutating func putInOrder(_ extract: CrimeExtract) {
        let crimes = crimes[extract.rawValue]
        let order = crimes.indices.sorted { first, second in
            let (one, other) = (crimes[first].firstReport, crimes[second].firstReport)
            return (one.place.area.rawValue, one.date.dayNumber, first)
                < (other.place.area.rawValue, other.date.dayNumber, second)
        }
        self.crimes[extract.rawValue] = order.map { crimes[$0] }
    }

    /// Numbers the crimes of each area and year in the order of delivery, with gaps.
    private mutating func assignReferences() {
        let years = 17...19
        var last = Area.allCases.map { _ in years.map { _ in 100 } }
        for extract in crimes.indices {
            for position in crimes[extract].indices {
                let told = crimes[extract][position].firstReport
                let (area, year) = (told.place.area, told.date.parts.year - 2000)
                last[area.rawValue][year - years.lowerBound] += 1 + chance.below(4)
                let number = last[area.rawValue][year - years.lowerBound]
                let reference = "\(area.referenceLetters)\(year)/\(number.padded(to: 6))"
                crimes[extract][position].firstReport.reference = reference
                crimes[extract][position].corrected?.reference = reference
            }
        }
    }
}
