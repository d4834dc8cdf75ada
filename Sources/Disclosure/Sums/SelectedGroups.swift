import Indicators

/// The groups that the counts of a source use, each as a set of selections: categories with flags, or sets of client
/// groups.
struct SelectedGroups {
    /// The groups, each once.
    let sets: [Set<Int>]
    /// The pairs of groups that overlap.
    private(set) var pairs: [[Int]] = []
    /// The triples in which two groups cross and the third overlaps with one of them. Two groups cross when they
    /// overlap and neither contains the other.
    private(set) var crossingTriples: [[Int]] = []
    /// The group of each count, by position; nil where the group is left out.
    private let groupOfCount: [Int?]
    /// Whether some groups are left out because there are too many to compare.
    let isCut: Bool
    private var crossed: [Set<Int>]

    /// The largest number of groups compared, and the largest number of groups that cross others and are published all
    /// the same.
    private static let maxGroups = 200
    private static let maxCrossing = 16
    /// The largest number of triples checked.
    private static let maxTriples = 5_000

    init(_ counts: [DisclosedCount], parts: [[Int]], coordinates: PartCoordinates) {
        var (found, positions) = ([Set<Int>](), [Set<Int>: Int]())
        var (own, isComplete) = ([Int?](), true)
        for index in counts.indices {
            let set = Set(parts[index].map { coordinates.selections[$0] })
            if let known = positions[set] {
                own.append(known)
            } else if set.isEmpty || found.count >= Self.maxGroups {
                isComplete = isComplete && set.isEmpty
                own.append(nil)
            } else {
                positions[set] = found.count
                own.append(found.count)
                found.append(set)
            }
        }
        sets = found
        groupOfCount = own
        isCut = !isComplete
        crossed = [Set<Int>](repeating: [], count: found.count)
        var near = crossed
        for one in found.indices {
            for other in found.indices.dropFirst(one + 1) where !found[one].isDisjoint(with: found[other]) {
                pairs.append([one, other])
                near[one].insert(other)
                near[other].insert(one)
                guard !found[one].isSubset(of: found[other]), !found[other].isSubset(of: found[one]) else { continue }
                crossed[one].insert(other)
                crossed[other].insert(one)
            }
        }
        var triples: Set<[Int]> = []
        for one in found.indices {
            for other in crossed[one].sorted() where other > one {
                for third in near[one].union(near[other]).sorted() where third != one && third != other {
                    guard triples.count < Self.maxTriples else { break }
                    triples.insert([one, other, third].sorted())
                }
            }
        }
        crossingTriples = triples.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Returns the counts to withhold because their groups cross so many others that it is impossible to check
    /// everything that they reveal together. Groups that are nested or do not overlap stay published. So do a few that
    /// cross them, starting with the groups of the counts that are `first`. Without `keepsCrossing`, used when not even
    /// all pairs were checked, no group that crosses them stays.
    func excess(keepsCrossing: Bool, first: (Int) -> Bool) -> [Int] {
        let maxCrossing = keepsCrossing ? Self.maxCrossing : 0
        var isFirst = Set<Int>()
        for (count, group) in groupOfCount.enumerated() where first(count) { if let group { isFirst.insert(group) } }
        let order = sets.indices.sorted {
            (isFirst.contains($0) ? 0 : 1, crossed[$0].count, $0) < (
                isFirst.contains($1) ? 0 : 1, crossed[$1].count, $1
            )
        }
        var (kept, crossing, left): (Set<Int>, Int, Set<Int>) = ([], 0, [])
        for group in order {
            if crossed[group].isDisjoint(with: kept) {
                kept.insert(group)
            } else if crossing < maxCrossing {
                crossing += 1
                kept.insert(group)
            } else {
                left.insert(group)
            }
        }
        return groupOfCount.indices.filter { groupOfCount[$0].map(left.contains) ?? isCut }
    }
}
