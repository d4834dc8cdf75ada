/// Clusters of parts that the smallest counts connect, such as the areas and months of one row. Where a system of
/// counts is too large for exact reasoning, only a few clusters are searched at a time.
struct PartClusters {
    /// The parts of each cluster, in order.
    private(set) var parts: [[Int]] = []
    /// The cluster of each part.
    private(set) var clusterOfPart: [Int]
    /// For each count, the clusters with parts of it.
    let clustersOfCount: [[Int]]

    /// The largest number of parts in a cluster.
    private static let maxParts = 24

    init(_ problem: DisclosureProblem) {
        var members = (0..<problem.parts).map { [$0] }
        var roots = Array(0..<problem.parts)
        let bySize = problem.counts.indices.sorted {
            (problem.counts[$0].parts.count, $0) < (problem.counts[$1].parts.count, $1)
        }
        for count in bySize where problem.counts[count].parts.count <= Self.maxParts {
            let own = Set(problem.counts[count].parts.map { roots[$0] }).sorted()
            guard own.count > 1, own.reduce(0, { $0 + members[$1].count }) <= Self.maxParts else { continue }
            for other in own.dropFirst() {
                for part in members[other] { roots[part] = own[0] }
                members[own[0]] += members[other]
                members[other] = []
            }
        }
        clusterOfPart = [Int](repeating: 0, count: problem.parts)
        for own in members where !own.isEmpty {
            for part in own { clusterOfPart[part] = parts.count }
            parts.append(own.sorted())
        }
        let clusterOfPart = clusterOfPart
        clustersOfCount = problem.counts.map { count in Set(count.parts.map { clusterOfPart[$0] }).sorted() }
    }
}
