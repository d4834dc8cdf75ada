/// Elements that belong together, joined pair by pair.
struct Partition {
    private var parents: [Int]

    /// So many elements, each in a group of its own.
    init(count: Int) { parents = Array(0..<count) }

    /// The two belong together.
    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        // The smaller one leads, so that groups are in the order of their first members.
        if a != b { parents[max(a, b)] = min(a, b) }
    }

    /// The first element of the group that this one belongs to.
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
