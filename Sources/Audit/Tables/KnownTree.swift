/// A tree of categories that is known beforehand, with every name that tables use for its groups.
public struct KnownTree: Hashable, Sendable {
    /// One group of the tree.
    public struct Group: Hashable, Sendable {
        /// The group's name, which is unique in the tree.
        public let name: String
        public let parent: String?
        /// The names that tables use for the group.
        public let aliases: [String]

        /// A group from its parts.
        public init(name: String, parent: String?, aliases: [String]) {
            self.name = name
            self.parent = parent
            self.aliases = aliases
        }
    }

    /// A label that means a group in one section of one table only, such as `Total`.
    public struct TableLabel: Hashable, Sendable {
        public let table: String
        public let section: String
        public let label: String
        /// The name of the group.
        public let group: String

        /// A label from its parts, all as printed.
        public init(table: String, section: String, label: String, group: String) {
            self.table = table
            self.section = section
            self.label = label
            self.group = group
        }
    }

    public let name: String
    public let groups: [Group]
    public let tableLabels: [TableLabel]

    /// A tree from its parts.
    public init(name: String, groups: [Group], tableLabels: [TableLabel] = []) {
        self.name = name
        self.groups = groups
        self.tableLabels = tableLabels
    }
}
