/// The counts of groups spread over their offences, so that the spread distinguishes every pair of groups.
///
/// Were two offences of different groups equally frequent, always and everywhere, then a reader that took one for
/// the other would count right by accident. Here no two are, neither over the cells of one extract nor over the cells
/// that the paper prints. (The few homicides and deaths by driving of the printed cells are too few for that: of
/// those, some offences have none there.)
struct OffenceAllocation {
    /// How often an offence is delivered: by position in `Offence.all`, then by cell.
    private(set) var counts: [[Int]]
    /// How the offences of the groups so far look: by view, the counts over the cells of the view.
    private var looks: [Set<[Int]>] = Self.views.map { _ in [] }
    private var chance: SplitMix64

    /// The cells over which the counts of one offence are compared with another's: each extract's, and those printed.
    private static let views: [[CrimeCell]] =
        CrimeExtract.allCases.map { extract in CrimeCell.allCases.filter { $0.extract == extract } }
        + [CrimeCell.published]

    init(seed: UInt64) {
        counts = Offence.all.map { _ in CrimeCell.allCases.map { _ in 0 } }
        chance = SplitMix64(seed: seed)
        let groups = OffenceGroup.allCases.map { group in
            (group: group, offences: Offence.all.indices.filter { Offence.all[$0].group == group })
        }
        // The groups that leave no choice are first.
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

    /// Spreads each cell's total over the offences by chance, the common ones more often.
    private mutating func draw(_ offences: [Int], totals: [Int]) {
        let shares = offences.map { Offence.all[$0].share }
        for (cell, total) in totals.enumerated() {
            for _ in 0..<total {
                counts[offences[chance.position(shares: shares)]][cell] += 1
            }
        }
    }

    /// Moves single crimes to offences that look like those of another group from others of their own, until none does.
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
                // Where a group has fewer crimes than offences, some offences must be absent.
                if isAbsent ? crimes >= offences.count : self.looks[view].contains(look) { return (offence, view) }
            }
        }
        return nil
    }
}
