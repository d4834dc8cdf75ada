/// Elements that belong together, joined pair by pair.
struct Partition {
    private var parents: [Int]

    /// Creates this many elements, each in its own group.
    init(count: Int) { parents = Array(0..<count) }

    /// Joins the groups of the two elements.
    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        // The smaller root becomes the root of both, so that groups are in the order of their first members.
        if a != b { parents[max(a, b)] = min(a, b) }
    }

    /// Returns the first element of the group that this element belongs to.
    mutating func root(_ thing: Int) -> Int {
        var root = thing
        while parents[root] != root { root = parents[root] }
        var next = thing
        while parents[next] != root { (parents[next], next) = (root, parents[next]) }
        return root
    }

    /// Returns the groups in the order of their first members, with the members of each in order.
    mutating func members() -> [[Int]] {
        var groups: [[Int]] = Array(repeating: [], count: parents.count)
        for thing in parents.indices { groups[root(thing)].append(thing) }
        return groups.filter { !$0.isEmpty }
    }
}
