/// The counts of groups, divided among the offences so that offences of different groups have different counts.
///
/// If two offences of different groups had the same counts in all cells, a program that confused them would still give
/// correct counts. Therefore no two have the same counts, neither in the cells of one extract nor in the cells that the
/// paper prints. The only exceptions are homicides and deaths by driving in the printed cells: they are so few that
/// some offences have none.
struct OffenceAllocation {
    /// The number of crimes, by the offence's position in `Offence.all`, then by cell.
    private(set) var counts: [[Int]]
    /// The counts of the offences allocated so far: for each view, the counts in the cells of the view.
    private var looks: [Set<[Int]>] = Self.views.map { _ in [] }
    private var chance: SplitMix64

    /// The sets of cells in which the counts of offences are compared: those of each extract, and those that are
    /// printed.
    private static let views: [[CrimeCell]] =
        CrimeExtract.allCases.map { extract in CrimeCell.allCases.filter { $0.extract == extract } }
        + [CrimeCell.published]

    init(seed: UInt64) {
        counts = Offence.all.map { _ in CrimeCell.allCases.map { _ in 0 } }
        chance = SplitMix64(seed: seed)
        let groups = OffenceGroup.allCases.map { group in
            (group: group, offences: Offence.all.indices.filter { Offence.all[$0].group == group })
        }
        // The groups with no choice or little choice come first.
        let tiny: [OffenceGroup] = [.homicide, .deathOrInjuryDriving]
        let inOrder =
            groups.filter { $0.offences.count == 1 } + groups.filter { tiny.contains($0.group) }
            + groups.filter { $0.offences.count > 1 && !tiny.contains($0.group) }
        for (group, offences) in inOrder {
            draw(offences, totals: CrimeTargets.counts(of: group))
            tellApart(offences)
            for view in Self.views.indices { looks[view].formUnion(offences.map { look(of: $0, in: view) }) }
        }
    }

    private func look(of offence: Int, in view: Int) -> [Int] {
        Self.views[view].map { counts[offence][$0.rawValue] }
    }

    /// Divides each cell's total among the offences at random, in proportion to their shares.
    private mutating func draw(_ offences: [Int], totals: [Int]) {
        let shares = offences.map { Offence.all[$0].share }
        for (cell, total) in totals.enumerated() {
            for _ in 0..<total {
                counts[offences[chance.position(shares: shares)]][cell] += 1
            }
        }
    }

    /// Moves single crimes between offences of the group, until no offence has the same counts as an offence of another
    /// group.
    private mutating func tellApart(_ offences: [Int]) {
        guard offences.count > 1 else { return }
        for _ in 0..<20_000 {
            guard let (offence, view) = firstMistakable(of: offences) else { return }
            let cell = chance.pick(Self.views[view]).rawValue
            let donors = offences.filter { $0 != offence && counts[$0][cell] > 0 }
            guard !donors.isEmpty else { continue }
            counts[chance.pick(donors)][cell] -= 1
            counts[offence][cell] += 1
        }
    }

    private func firstMistakable(of offences: [Int]) -> (offence: Int, view: Int)? {
        for view in Self.views.indices {
            let looks = offences.map { look(of: $0, in: view) }
            let crimes = looks.reduce(0) { $0 + $1.reduce(0, +) }
            for (offence, look) in zip(offences, looks) {
                let isAbsent = look.allSatisfy { $0 == 0 }
                // If a group has fewer crimes than offences, some offences must have none.
                if isAbsent ? crimes >= offences.count : self.looks[view].contains(look) { return (offence, view) }
            }
        }
        return nil
    }
}
