/// Things that belong together, found out pair by pair.
struct Partition {
    private var parents: [Int]

    /// So many things, each for itself.
    init(count: Int) { parents = Array(0..<count) }

    /// The two belong together.
    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        // The smaller one leads, so that groups come in the order of their first members.
        if a != b { parents[max(a, b)] = min(a, b) }
    }

    /// The first thing that this one belongs with.
    mutating func root(_ thing: Int) -> Int {
        var root = thing
        while parents[root] != root { root = parents[root] }
        var next = thing
        while parents[next] != root { (parents[next], next) = (root, parents[next]) }
        return root
    }

    /// The groups, each in order, in the order of their first members.
    mutating func members() -> [[Int]] {
        var groups: [[Int]] = Array(repeating: [], count: parents.count)
        for thing in parents.indices { groups[root(thing)].append(thing) }
        return groups.filter { !$0.isEmpty }
    }
}
