/// The parts near a count, in which the search looks for worlds.
struct Neighbourhood {
    /// How far the search goes.
    struct Effort {
        /// How many of the count's own clusters, and how many others, are searched.
        let own, others: Int
    }

    static let efforts = [Effort(own: 2, others: 3), Effort(own: 4, others: 8)]

    private let clusters: PartClusters
    private let problem: DisclosureProblem
    private let withheld: Set<Int>

    init(_ clusters: PartClusters, _ problem: DisclosureProblem, _ withheld: Set<Int>) {
        self.clusters = clusters
        self.problem = problem
        self.withheld = withheld
    }

    /// Returns the parts, in order.
    func parts(of count: Int, effort: Effort) -> [Int] {
        let own = ownClusters(of: count).prefix(effort.own)
        let others = helpers(of: Set(own)).prefix(effort.others)
        return (own + others).flatMap { clusters.parts[$0] }.sorted()
    }

    /// Returns the clusters of the count, starting with those that hold most of it.
    private func ownClusters(of count: Int) -> [Int] {
        var sums: [Int: Int] = [:]
        let truth = problem.truth ?? []
        for part in problem.counts[count].parts {
            sums[clusters.clusterOfPart[part], default: 0] += truth.isEmpty ? 0 : truth[part]
        }
        return sums.keys.sorted { (sums[$1] ?? 0, $0) < (sums[$0] ?? 0, $1) }
    }

    /// Returns the clusters that could balance changes in the given clusters. Clusters that share many shown counts
    /// with the given clusters, and few with others, come first. Withheld counts within a cluster bring it forward,
    /// too.
    private func helpers(of own: Set<Int>) -> [Int] {
        var shared: [Int: Int] = [:]
        var foreign: [Int: Int] = [:]
        var open: [Int: Int] = [:]
        for (count, touched) in clusters.clustersOfCount.enumerated() {
            let isLink = touched.contains(where: own.contains)
            for cluster in touched where !own.contains(cluster) {
                if withheld.contains(count) {
                    open[cluster, default: 0] += touched.count == 1 ? 1 : 0
                } else if isLink {
                    shared[cluster, default: 0] += 1
                } else if touched.count > 1 {
                    foreign[cluster, default: 0] += 1
                }
            }
        }
        func score(_ cluster: Int) -> Int {
            4 * (2 * (shared[cluster] ?? 0) - (foreign[cluster] ?? 0)) + min(8, open[cluster] ?? 0)
        }
        return shared.keys.sorted { (score($1), $0) < (score($0), $1) }
    }
}
