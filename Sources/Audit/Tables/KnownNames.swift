/// What is known about labels before a table is read.
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
    private let byPlace: [Place: Group]

    /// The place of a label. All its names are folded, because people write the same label in more than one way.
    private struct Place: Hashable {
        let table, section, label: String

        init(table: String, section: String, label: String) {
            (self.table, self.section, self.label) = (
                Label.folded(table), Label.folded(section), Label.folded(label)
            )
        }
    }

    init(_ trees: [KnownTree]) {
        self.trees = trees
        var (parents, children): ([Group: Group], [Group: [Group]]) = ([:], [:])
        var labels: [String: Set<Group>] = [:]
        var byPlace: [Place: Group] = [:]
        for (index, tree) in trees.enumerated() {
            for group in tree.groups {
                let own = Group(tree: index, name: group.name)
                for alias in group.aliases { labels[Label.folded(alias), default: []].insert(own) }
                guard let parent = group.parent.map({ Group(tree: index, name: $0) }) else { continue }
                parents[own] = parent
                children[parent, default: []].append(own)
            }
            for known in tree.tableLabels {
                byPlace[Place(table: known.table, section: known.section, label: known.label)] = Group(
                    tree: index, name: known.group)
            }
        }
        (self.parents, self.children, self.byPlace) = (parents, children, byPlace)
        // A label that two groups share identifies neither.
        byLabel = labels.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// Returns the group that a label means in the given table.
    func group(_ label: String, section: String, table: String) -> Group? {
        byPlace[Place(table: table, section: section, label: label)] ?? byLabel[Label.folded(label)]
    }

    /// Returns the name that the group's rows have in every table.
    func name(of group: Group) -> String { trees[group.tree].name + "/" + group.name }

    /// Whether the first group is below the second in the tree.
    func isGroup(_ group: Group, below ancestor: Group) -> Bool {
        var next = parents[group]
        while let current = next {
            if current == ancestor { return true }
            next = parents[current]
        }
        return false
    }

    /// Whether the parts together cover the whole group.
    func isComplete(_ whole: Group, from parts: Set<Group>) -> Bool {
        guard let children = children[whole] else { return false }
        return children.allSatisfy { parts.contains($0) || isComplete($0, from: parts) }
    }
}
