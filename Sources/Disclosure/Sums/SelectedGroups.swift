import Indicators

/// The groups that the counts of a source ask for, each a set of selections: categories with flags, or sets of client groups.
struct SelectedGroups {
    /// The groups, each once.
    let sets: [Set<Int>]
    /// Two groups that have something in common.
    private(set) var pairs: [[Int]] = []
    /// Three groups, of which two cross and the third has something in common with one of them.
    private(set) var crossingTriples: [[Int]] = []
    /// The groups of each count, by position; nil for those that are left out.
    private let groupOfCount: [Int?]
    /// Whether there are more groups than are compared.
    let isCut: Bool
    private var crossed: [Set<Int>]

    /// So many groups are compared; so many that cross others are published beside those that do not.
    private static let maxGroups = 200
    private static let maxCrossing = 16
    /// So many triples are looked at.
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

    /// The counts that are withheld because their groups cross too many others: what they reveal together cannot all be looked
    /// at. Groups that are nested, or have nothing in common, stay, and so do a few that cross them, those of `first` before
    /// others. Where not even all pairs were looked at, none that crosses them stays.
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
