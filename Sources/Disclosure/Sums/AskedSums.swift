import Core
import Indicators

/// Sums that no figure shows but several figures together may reveal. They are what several groups have in common, what
/// only one of them has, and what is in one or the other. They are collected for every period and area that counts
/// distinguish.
///
/// `ImpliedCounts` compares two groups where both are counted for the same period and area. Here all groups of the
/// source are compared, up to three at a time, and each cell of their cross-classification is checked by itself. This
/// includes periods and areas that follow only by subtraction.
struct AskedSums {
    /// One of these sums.
    struct Sum: Sendable {
        let parts: [Int]
        let policy: DisclosurePolicy
    }

    private(set) var sums: [Sum] = []
    /// Whether every cell and every pair of groups was checked. Groups of three are checked last, as far as the limits
    /// allow, and do not matter here.
    private(set) var isComplete = true
    private var seen: Set<Set<Int>>
    private var steps = 0
    private let policies: [DisclosurePolicy]
    private let truth: [Int]?
    /// The highest limit of all policies: no policy withholds a number that reaches it.
    private let limit: Int

    /// The largest number of cells added up, and the largest number of sums when it is not known which are small.
    private static let maxSteps = 1_500_000
    private static let maxSums = 20_000
    /// The largest number of triples for which every union of their cells is checked.
    private static let maxTriplesInFull = 40

    /// Collects the sums that the policies may withhold, except those of the sets of parts in `besides`. When the true
    /// value of each part is known, only small sums are collected.
    init(
        _ counts: [DisclosedCount], _ groups: SelectedGroups, parts: [[Int]], coordinates: PartCoordinates,
        truth: [Int]?, besides: Set<Set<Int>>, policies: [DisclosurePolicy]
    ) {
        self.policies = policies
        self.truth = truth
        limit = policies.reduce(0) { limit, policy in
            if case .suppressBelow(let threshold, _) = policy { max(limit, threshold) } else { limit }
        }
        seen = besides
        guard policies.contains(where: { $0 != .none }) else { return }
        for part in coordinates.selections.indices { ask([part]) }
        let grid = FrameGrid(counts, parts: parts, coordinates: coordinates)
        for group in groups.sets { ask([group], unions: [1], grid) }
        for pair in groups.pairs { ask(pair.map { groups.sets[$0] }, unions: [0b001, 0b010, 0b100], grid) }
        let looked = isComplete && !groups.isCut
        let triples = groups.crossingTriples
        let unions = triples.count > Self.maxTriplesInFull ? Self.plainUnions : Array(1...127)
        for triple in triples { ask(triple.map { groups.sets[$0] }, unions: unions, grid) }
        isComplete = looked
    }

    /// Unions of the seven cells of three groups. Bit `n - 1` is the cell that is in the groups given by the bits of
    /// `n`. The unions are each cell by itself, and what is in at least two groups. There are three more for each
    /// group. They are what it shares with either of the other two, what is only in those two, and what those two have
    /// in common.
    private static let plainUnions: [Int] = {
        func union(_ condition: (Int) -> Bool) -> Int {
            (1...7).filter(condition).reduce(0) { $0 | 1 << ($1 - 1) }
        }
        var found = (1...7).map { 1 << ($0 - 1) }
        for third in [1, 2, 4] {
            found.append(union { $0 & third != 0 && $0 != third })
            found.append(union { $0 & third == 0 })
            found.append(union { $0 | third == 7 && $0 != third })
        }
        return found + [union { $0.nonzeroBitCount > 1 }]
    }()

    /// Collects unions of the cells of up to three groups, in every set of frames.
    private mutating func ask(_ groups: [Set<Int>], unions: [Int], _ grid: FrameGrid) {
        // The selections of each cell. The bits of a cell's position stand for the groups that the cell is in.
        var cells = [[Int]](repeating: [], count: 1 << groups.count)
        for selection in groups.reduce(into: Set<Int>(), { $0.formUnion($1) }) {
            cells[groups.indices.reduce(0) { $0 | (groups[$1].contains(selection) ? 1 << $1 : 0) }].append(selection)
        }
        let filled = cells.indices.dropFirst().reduce(0) { $0 | (cells[$1].isEmpty ? 0 : 1 << ($1 - 1)) }
        let unions = Set(unions.map { $0 & filled }).subtracting([0]).sorted()
        for frames in grid.frames {
            guard steps < Self.maxSteps else {
                isComplete = false
                return
            }
            steps += frames.count * cells.joined().count + unions.count
            let found = cells.map { grid.parts(of: $0, in: frames) }
            let values = truth.map { truth in found.map { Saturated.sum($0.lazy.map { truth[$0] }) } }
            for union in unions {
                let own = cells.indices.dropFirst().filter { union & 1 << ($0 - 1) != 0 }
                if let values, !(1..<max(2, limit)).contains(Saturated.sum(own.lazy.map { values[$0] })) { continue }
                ask(own.flatMap { found[$0] })
            }
        }
    }

    private mutating func ask(_ parts: [Int]) {
        let policy = policies.policy(ofSum: parts)
        guard policy != .none, !parts.isEmpty else { return }
        if let truth {
            let value = Saturated.sum(parts.lazy.map { truth[$0] })
            guard value > 0, policy.withholds(Rational(value)) else { return }
        } else if sums.count >= Self.maxSums {
            isComplete = false
            return
        }
        guard seen.insert(Set(parts)).inserted else { return }
        sums.append(Sum(parts: parts.sorted(), policy: policy))
    }
}

extension AskedSums.Sum {
    /// Returns the sum's name in messages, from the smallest counts that contain it.
    func name(_ counts: [DisclosedCount], _ parts: [[Int]]) -> String {
        let wanted = Set(self.parts)
        let having = counts.indices.filter { index in
            self.parts.first.map(parts[index].contains) ?? false && wanted.isSubset(of: Set(parts[index]))
        }
        .sorted { (parts[$0].count, $0) < (parts[$1].count, $1) }
        let names = having.prefix(3).map { counts[$0].name }
        return "a part of " + (names.isEmpty ? counts.prefix(2).map(\.name) : names).joined(separator: " and ")
    }
}
