/// What is known of labels before a table is read.
struct KnownNames: Sendable {
    /// A group of a tree.
    struct Group: Hashable, Sendable {
        let tree: Int
        let name: String
    }

    private let trees: [KnownTree]
    private let parents: [Group: Group]
    private let children: [Group: [Group]]
    private let byLabel: [String: Group]
    private let byTable: [String: [String: Group]]

    init(_ trees: [KnownTree]) {
        self.trees = trees
        var (parents, children): ([Group: Group], [Group: [Group]]) = ([:], [:])
        var labels: [String: Set<Group>] = [:]
        var byTable: [String: [String: Group]] = [:]
        for (index, tree) in trees.enumerated() {
            for group in tree.groups {
                let own = Group(tree: index, name: group.name)
                for alias in group.aliases { labels[Label.folded(alias), default: []].insert(own) }
                guard let parent = group.parent.map({ Group(tree: index, name: $0) }) else { continue }
                parents[own] = parent
                children[parent, default: []].append(own)
            }
            for (table, names) in tree.labelsByTable {
                for (label, group) in names {
                    byTable[Label.folded(table), default: [:]][label] = Group(tree: index, name: group)
                }
            }
        }
        (self.parents, self.children, self.byTable) = (parents, children, byTable)
        // A label of two groups names neither.
        byLabel = labels.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// The group that a label means, in the table of the name.
    func group(_ label: String, section: String, table: String) -> Group? {
        let (folded, table) = (Label.folded(label), byTable[Label.folded(table)])
        return table?[Label.folded(section) + "/" + folded] ?? table?[folded] ?? byLabel[folded]
    }

    /// The name that rows of the group go by in every table.
    func name(of group: Group) -> String { trees[group.tree].name + "/" + group.name }

    /// Whether the first group lies below the second.
    func isGroup(_ group: Group, below ancestor: Group) -> Bool {
        var next = parents[group]
        while let current = next {
            if current == ancestor { return true }
            next = parents[current]
        }
        return false
    }

    /// Whether the groups have everything that the whole has.
    func isComplete(_ whole: Group, from parts: Set<Group>) -> Bool {
        guard let children = children[whole] else { return false }
        return children.allSatisfy { parts.contains($0) || isComplete($0, from: parts) }
    }
}
